import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type EmployeeSelection, longestChoice } from '../../../electron/contract/employee-selection.ts'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import { pageSize } from '../../ui/long-list/use-rows.ts'
import { identityOf, type ListQuestion, listPageQuery } from './queries.ts'
import { countOf, everyMatch, isSelected, marked, namedIds, nobody, within } from './selection.ts'

interface SelectingParts {
  /** What the rows answer. */
  readonly question: ListQuestion
  /** How many rows there are. */
  readonly matching: number
  /** The selection as it was last. */
  readonly kept: EmployeeSelection
  readonly onSelect: (selection: EmployeeSelection) => void
}

export type Selecting = ReturnType<typeof useSelecting>

/** Takes rows of the list into the selection and out of it: one by one, from the last one to another, or all. */
export function useSelecting({ question, matching, kept, onSelect }: SelectingParts) {
  const selection = within(kept, question.filter)
  const client = useQueryClient()
  const anchor = useRef<{ readonly index: number; readonly identity: string } | null>(null)
  const [hasTooMany, setHasTooMany] = useState(false)
  const identity = identityOf(question)

  const mark = (ids: readonly number[], selected: boolean) => {
    const next = marked(selection, ids, selected)
    const exceeds = namedIds(next).length > longestChoice
    setHasTooMany(exceeds)
    if (!exceeds) onSelect(next)
  }

  /** The ids of a stretch of the list, of which not every page may have been in sight. */
  async function idsBetween(first: number, last: number): Promise<readonly number[]> {
    const ids: number[] = []
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
      const { rows } = await client.fetchQuery({
        ...listPageQuery(question, page),
        staleTime: Number.POSITIVE_INFINITY,
      })
      ids.push(
        ...rows.filter((_, at) => page * pageSize + at >= first && page * pageSize + at <= last).map(({ id }) => id),
      )
    }
    return ids
  }

  /** @param extends_ whether all from the row that was toggled last up to this one follow it */
  async function toggle(index: number, employee: EmployeeSummary, extends_: boolean): Promise<void> {
    const from = anchor.current?.identity === identity ? anchor.current.index : null
    const selected = !isSelected(selection, employee.id)
    anchor.current = { index, identity }
    if (!extends_ || from === null) return mark([employee.id], selected)
    const [first, last] = from < index ? [from, index] : [index, from]
    if (last - first >= longestChoice) return setHasTooMany(true)
    mark(await idsBetween(first, last), selected)
  }

  const take = (all: EmployeeSelection) => {
    setHasTooMany(false)
    onSelect(all)
  }
  return {
    selection,
    /** How many are selected. */
    count: countOf(selection, matching),
    matching,
    /** Whether the last choice named more one by one than can be. */
    hasTooMany,
    toggle,
    selectAll: () => take(everyMatch(question.filter)),
    clear: () => take(nobody),
  }
}
