import { Button, Group, Text } from '@mantine/core'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { fullName } from '../../registry/names.ts'
import { noticeOf, RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { problemToast, undoToast } from '../../ui/undo-toast.tsx'
import { useArchive, useRestore } from './archive-queries.ts'
import { archiveWords as words } from './archive-strings.ts'

/** Takes an employee out of sight. It can be undone, so it asks nothing. */
export function ArchiveSection({ employee }: { employee: EmployeeRecord }) {
  const archive = useArchive()
  const restore = useRestore()
  const name = fullName(employee)

  const undo = (archived: EmployeeRecord) => {
    restore.mutateAsync(archived).then(
      () => toast(words.restored(name)),
      (failure: unknown) => problemToast(words.notRestored, noticeOf(failure).detail),
    )
  }

  // What comes of it is told even though this section is gone by then.
  const run = () => {
    archive.mutateAsync(employee).then(
      ({ employee: archived }) => undoToast(words.archived(name), () => undo(archived)),
      () => {},
    )
  }

  return (
    <Section title={words.heading}>
      <Text c="dimmed">{words.detail}</Text>
      {archive.isError && <RequestError failure={archive.error} title={words.notArchived} />}
      <Group gap="xs">
        <Button variant="default" loading={archive.isPending} onClick={run}>
          {words.archive}
        </Button>
      </Group>
    </Section>
  )
}
