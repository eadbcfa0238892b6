import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { leavingReasonWords } from '../../registry/strings.ts'
import { formatPlainDate } from '../../ui/format.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { OffboardDialog, RehireDialog } from './LeavingDialogs.tsx'
import { useCancelLeaving } from './queries.ts'
import { leavingWords as words } from './strings.ts'

/** Whether an employee leaves or has left, and what an administrator does about it. */
export function LeavingSection({ employee }: { employee: EmployeeRecord }) {
  const [opened, setOpened] = useState(false)
  const cancel = useCancelLeaving()
  const { id, version, leaving, status } = employee
  const hasLeft = status === 'left'
  const close = () => setOpened(false)

  return (
    <Section title={words.heading}>
      <Text c={leaving === null ? 'dimmed' : undefined}>{inWords(employee)}</Text>
      {cancel.isError && <RequestError failure={cancel.error} />}
      <Group gap="xs">
        {/* One button for both, so that the focus stays on it when the employee leaves or comes back. */}
        <Button variant="default" onClick={() => setOpened(true)}>
          {hasLeft ? words.rehire : words.offboard}
        </Button>
        {leaving !== null && !hasLeft && (
          <Button
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ id, version }, { onSuccess: () => toast(words.cancelled) })}
          >
            {words.cancel}
          </Button>
        )}
      </Group>
      {hasLeft ? (
        <RehireDialog opened={opened} employee={employee} onClose={close} />
      ) : (
        <OffboardDialog opened={opened} employee={employee} onClose={close} />
      )}
    </Section>
  )
}

function inWords({ leaving, status }: EmployeeRecord): string {
  if (leaving === null) return words.stays
  const date = formatPlainDate(leaving.date)
  const reason = leavingReasonWords[leaving.reason].toLowerCase()
  if (status === 'left') return words.left(date, reason)
  const successor = leaving.successor === null ? '' : ` ${words.takesOver(leaving.successor.name)}`
  return `${words.ahead(date, reason)}${successor}`
}
