import { Button, Group, List, Modal, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { type Dependents, employeeArchiveCalls } from '../../../electron/contract/employee-archive.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { archivedPath } from '../../registry/employee-paths.ts'
import { fullName } from '../../registry/names.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import { dependentsQuery, usePurge } from './archive-queries.ts'
import { archiveWords } from './archive-strings.ts'

const words = archiveWords.purge

interface PurgeDialogProps {
  readonly opened: boolean
  readonly employee: EmployeeRecord
  readonly onClose: () => void
}

/** Says what goes with an employee, and deletes them once their name has been typed. */
export function PurgeDialog({ opened, employee, onClose }: PurgeDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title(fullName(employee))}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      size="lg"
      centered
    >
      <PurgeForm employee={employee} onClose={onClose} />
    </Modal>
  )
}

function PurgeForm({ employee, onClose }: Omit<PurgeDialogProps, 'opened'>) {
  const { id, version, employeeNumber } = employee
  const name = fullName(employee)
  const navigate = useNavigate()
  const dependents = useQuery(dependentsQuery(id))
  const purge = usePurge()
  const { formProps, field, pending, problems, failure } = useContractForm({
    schema: employeeArchiveCalls.purge.input,
    initialValues: { name: '' },
    toInput: (values) => ({ id, version, ...values }),
    check: (values): Record<string, string> =>
      values.name.normalize('NFC').trim() === name ? {} : { name: words.differs(name) },
    onSubmit: async (values) => {
      await purge.mutateAsync({ id, version, ...values })
      // The page of somebody who is gone has nothing to show.
      await navigate(archivedPath, { replace: true })
      toast(words.purged)
    },
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text>{words.lead}</Text>
        {dependents.isPending && <Skeleton height={96} aria-label={words.loading} />}
        {dependents.isError && (
          <RequestError failure={dependents.error} title={words.failure} onRetry={() => void dependents.refetch()} />
        )}
        {dependents.data && (
          <List spacing={4}>
            {[...linesOf(dependents.data), words.number(employeeNumber), words.backups].map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
        {Object.keys(problems).length === 0 && <ErrorSummary problems={problems} failure={failure} />}
        <TextInput label={words.name(name)} autoComplete="off" spellCheck={false} data-autofocus {...field('name')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {sharedWords.cancel}
          </Button>
          <Button type="submit" color="red" loading={pending} disabled={dependents.data === undefined}>
            {words.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const list = new Intl.ListFormat('en-GB')

/** What depends on the employee, one sentence for each; what there is none of is not mentioned. */
function linesOf({ reports, departments, successions, account, historyEntries }: Dependents): readonly string[] {
  const ofAccount = account?.stays ? words.accountStays : words.account
  return [
    ...(reports > 0 ? [words.reports(reports)] : []),
    ...(departments.length > 0 ? [words.departments(list.format(departments))] : []),
    ...(successions > 0 ? [words.successions(successions)] : []),
    ...(account ? [ofAccount(account.username, account.sessions, account.keptProperties)] : []),
    words.history(historyEntries),
  ]
}
