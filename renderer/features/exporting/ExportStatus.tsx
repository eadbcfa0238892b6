import { Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ExportProgress } from '../../../electron/contract/exports.ts'
import type { Notice } from '../../../electron/contract/notice.ts'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { TaskProgress } from '../../ui/TaskProgress.tsx'
import { exportQuery } from './queries.ts'
import { words } from './strings.ts'

interface ExportStatusProps {
  readonly id: number
  readonly onCancel: () => void
  readonly onClose: () => void
}

/** How far an export is, and what came of it. */
export function ExportStatus({ id, onCancel, onClose }: ExportStatusProps) {
  const { data: progress, error } = useQuery(exportQuery(id))
  const isWorking = progress === undefined || progress.state === 'working'
  return (
    <Stack gap="lg">
      {error !== null && <RequestError failure={error} title={words.failed} />}
      {progress?.state === 'working' && (
        <TaskProgress label={words.working} done={progress.written} total={progress.total} />
      )}
      {progress && progress.state !== 'working' && <NoticeAlert notice={noticeOf(progress)} />}
      <Group justify="flex-end" gap="xs">
        {isWorking && error === null ? (
          <Button variant="default" onClick={onCancel}>
            {words.stop}
          </Button>
        ) : (
          <Button onClick={onClose}>{sharedWords.close}</Button>
        )}
      </Group>
    </Stack>
  )
}

function noticeOf({ state, written, fileName, problem }: ExportProgress): Notice {
  if (state === 'finished') {
    return { tone: 'status', title: words.finished(written), detail: words.finishedDetail(fileName) }
  }
  if (state === 'cancelled') return { tone: 'status', title: words.cancelled, detail: words.cancelledDetail }
  return { tone: 'alert', title: words.failed, detail: problem ?? '' }
}
