import { Button, Group, Text } from '@mantine/core'
import { useId } from 'react'
import { type AssignedField, type Assignment, assignedFields } from '../../../electron/contract/assignments.ts'
import { employmentTypeWords, fieldWords } from '../../registry/strings.ts'
import { formatPlainDate } from '../../ui/format.ts'
import classes from './assignments.module.css'
import { words } from './strings.ts'

interface TimelineEntryProps {
  readonly assignment: Assignment
  readonly onChange: () => void
  readonly onCancel: () => void
}

/** One assignment: from when to when, and what; what is planned can be changed and taken back. */
export function TimelineEntry({ assignment, onChange, onCancel }: TimelineEntryProps) {
  const days = useId()
  const { planned, createdBy } = assignment
  const lines = planned ? planned.fields : assignedFields.filter((field) => inWords(assignment, field) !== null)
  return (
    <li
      className={classes.entry}
      data-planned={planned !== null || undefined}
      data-refused={planned?.problem != null || undefined}
    >
      <p className={classes.days}>
        <span id={days}>{period(assignment)}</span>
        {planned && <span className={classes.mark}>{planned.problem === null ? words.planned : words.notDone}</span>}
      </p>
      {planned?.problem != null && <p className={classes.problem}>{planned.problem}</p>}
      {lines.length === 0 && <Text c="dimmed">{words.nothing}</Text>}
      <dl className={classes.lines}>
        {lines.map((field) => (
          <div key={field}>
            <dt>{fieldWords[field]}</dt>
            <dd>{planned ? changeTo(inWords(assignment, field)) : inWords(assignment, field)}</dd>
          </div>
        ))}
      </dl>
      {createdBy !== null && <p className={classes.by}>{words.enteredBy(createdBy)}</p>}
      {planned && (
        <Group gap="xs" mt={8}>
          <Button variant="default" size="compact-sm" aria-describedby={days} onClick={onChange}>
            {words.changePlanned}
          </Button>
          <Button variant="default" size="compact-sm" aria-describedby={days} onClick={onCancel}>
            {words.cancelPlanned}
          </Button>
        </Group>
      )}
    </li>
  )
}

const changeTo = (value: string | null) => (value === null ? words.isTaken : words.becomes(value))

function period({ effectiveFrom, lastDay, planned }: Assignment): string {
  const first = formatPlainDate(effectiveFrom)
  if (planned) return words.from(first)
  return lastDay === null ? words.since(first) : words.between(first, formatPlainDate(lastDay))
}

function inWords({ department, position, manager, employmentType }: Assignment, field: AssignedField): string | null {
  const values = {
    departmentId: department?.name ?? null,
    positionId: position?.name ?? null,
    managerId: manager?.name ?? null,
    employmentType: employmentType && employmentTypeWords[employmentType],
  }
  return values[field]
}
