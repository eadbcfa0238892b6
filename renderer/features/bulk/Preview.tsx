import { Button, Group, Stack, Text } from '@mantine/core'
import type { BulkAction, BulkTask } from '../../../electron/contract/bulk.ts'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { ActionValue } from './ActionValue.tsx'
import { Obstacles } from './Obstacles.tsx'
import { OutcomeTable } from './OutcomeTable.tsx'
import { actionWords, type Kind, words } from './strings.ts'

const dangerous: ReadonlySet<Kind> = new Set(['disable-accounts', 'offboard'])

interface PreviewProps {
  readonly task: BulkTask
  readonly action: BulkAction
  readonly pending: boolean
  readonly onRun: () => void
  readonly onCancel: () => void
}

/** What will come of it, before anything is done. */
export function Preview({ task, action, pending, onRun, onCancel }: PreviewProps) {
  const { will, run, unchanged } = actionWords[action.kind]
  if (task.problem !== null) {
    const detail = words.trialStoppedDetail(task.problem)
    return (
      <Stack gap="md">
        <NoticeAlert notice={{ tone: 'alert', title: words.trialStopped, detail }} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {sharedWords.close}
          </Button>
        </Group>
      </Stack>
    )
  }
  return (
    <Stack gap="md">
      <div role="status">
        <Text fw={600}>
          {task.done === 0 ? words.nothingToDo : will(task.done)} {task.done > 0 && <ActionValue action={action} />}
        </Text>
        {task.unchanged > 0 && <Text>{unchanged(task.unchanged)}</Text>}
        {task.refused > 0 && <Text>{words.cannot(task.refused)}</Text>}
      </div>
      <Obstacles task={task} />
      {task.refused > 0 && <OutcomeTable task={task} outcome="refused" />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {task.done === 0 ? sharedWords.close : sharedWords.cancel}
        </Button>
        {task.done > 0 && (
          <Button
            color={dangerous.has(action.kind) ? 'red' : undefined}
            loading={pending}
            onClick={onRun}
            data-autofocus
          >
            {run(task.done)}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
