import { Button, VisuallyHidden } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { fullName } from '../../registry/names.ts'
import { departmentsQuery, employeeQuery, positionsQuery } from '../../registry/queries.ts'
import { employmentTypeWords, statusWords } from '../../registry/strings.ts'
import { formatPlainDate } from '../../ui/format.ts'
import { customFieldsQuery } from '../custom-fields/queries.ts'
import { chipWords } from './custom-chips.ts'
import classes from './list.module.css'
import { type Narrowing, noNarrowing, type Part, partsOf, without } from './narrowing.ts'
import { filterWords } from './strings.ts'

interface FilterChipsProps {
  readonly narrowing: Narrowing
  readonly onChange: (narrowing: Narrowing) => void
}

/** What narrows the list down, each part to be taken away by one press. Without any part there is nothing to see. */
export function FilterChips({ narrowing, onChange }: FilterChipsProps) {
  const parts = partsOf(narrowing)
  const called = useChips(narrowing)
  const frame = useRef<HTMLUListElement>(null)
  if (parts.length === 0) return null

  const remove = (index: number) => {
    onChange(without(narrowing, parts[index] as Part))
    // The focus goes to the chip that takes the place of the one that goes, or to the last one.
    const buttons = frame.current?.querySelectorAll('button') ?? []
    buttons[index + 1 < parts.length ? index + 1 : index - 1]?.focus()
  }
  return (
    <ul ref={frame} className={classes.chips} aria-label={filterWords.active}>
      {parts.map((part, index) => {
        const chip = called(part)
        return (
          <li key={`${part.name} ${JSON.stringify(part.value)}`}>
            <button type="button" className={classes.chip} title={chip} onClick={() => remove(index)}>
              <VisuallyHidden>{filterWords.remove(chip)}</VisuallyHidden>
              <span aria-hidden="true">{chip}</span>
              <IconX size={14} stroke={1.75} aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(noNarrowing)}>
          {filterWords.clearAll}
        </Button>
      </li>
    </ul>
  )
}

/** What the chip of a part says. The names of rows are asked for only where a filter stands for one. */
function useChips({ departmentIds, positionIds, managerIds, custom }: Narrowing): (part: Part) => string {
  const departments = useQuery({ ...departmentsQuery, enabled: departmentIds.length > 0 })
  const positions = useQuery({ ...positionsQuery, enabled: positionIds.length > 0 })
  const known = managerIds.filter((id) => id !== null)
  const managers = useQueries({ queries: known.map(employeeQuery) })
  const fields = useQuery({ ...customFieldsQuery, enabled: custom.length > 0 })
  const valueWords = (part: Exclude<Part, { name: 'custom' }>): string => {
    if (part.value === null) return filterWords.none[part.name]
    switch (part.name) {
      case 'statuses':
        return statusWords[part.value]
      case 'departmentIds':
        return nameOf(departments, ({ id }) => id === part.value)?.name ?? missing(departments)
      case 'positionIds':
        return nameOf(positions, ({ id }) => id === part.value)?.title ?? missing(positions)
      case 'managerIds': {
        const manager = managers[known.indexOf(part.value)]
        return manager?.data ? fullName(manager.data) : missing(manager)
      }
      case 'employmentTypes':
        return employmentTypeWords[part.value]
      case 'accounts':
        return filterWords.accounts[part.value]
      case 'employedOn':
        return formatPlainDate(part.value)
      default:
        return filterWords.period(part.value)
    }
  }
  return (part) =>
    part.name === 'custom'
      ? chipWords(fields.data, part.value)
      : filterWords.chip(filterWords.names[part.name], valueWords(part))
}

const nameOf = <Row,>({ data }: { data: readonly Row[] | undefined }, wanted: (row: Row) => boolean) =>
  data?.find(wanted)

const missing = (query: { isPending: boolean } | undefined): string =>
  query?.isPending ? filterWords.unknown : filterWords.removed
