import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Assignment } from '../../../electron/contract/assignments.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { formatPlainDate } from '../../ui/format.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import classes from './assignments.module.css'
import { PlannedDialog } from './PlannedDialog.tsx'
import { assignmentsQuery, useCancelPlanned } from './queries.ts'
import { words } from './strings.ts'
import { TimelineEntry } from './TimelineEntry.tsx'

/** What an employee was, is and is planned to be, and what can still be changed of it. */
export function AssignmentsSection({ employee }: { employee: EmployeeRecord }) {
  const { id, version } = employee
  const { data, error, refetch } = useQuery(assignmentsQuery(id))
  const cancelling = useConfirmedAct()
  const { mutateAsync: cancel } = useCancelPlanned()
  // It stays when the dialog goes, so that its words do not vanish before it does.
  const [edited, setEdited] = useState<Assignment | null>(null)
  const [opened, setOpened] = useState(false)

  const askToCancel = (planned: Assignment) =>
    cancelling.ask({
      title: words.cancelTitle(formatPlainDate(planned.effectiveFrom)),
      detail: words.cancelDetail,
      confirm: words.cancelConfirm,
      run: async () => {
        await cancel({ employeeId: id, version, id: planned.id })
        toast(words.cancelled)
      },
    })

  return (
    <Section title={words.heading}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={120} aria-label={words.loading} />}
      {data && (
        <ol className={classes.timeline} aria-label={words.list}>
          {data.map((assignment) => (
            <TimelineEntry
              key={assignment.id}
              assignment={assignment}
              onChange={() => {
                setEdited(assignment)
                setOpened(true)
              }}
              onCancel={() => askToCancel(assignment)}
            />
          ))}
        </ol>
      )}
      {edited && (
        <PlannedDialog opened={opened} employee={employee} planned={edited} onClose={() => setOpened(false)} />
      )}
      {cancelling.dialog}
    </Section>
  )
}
