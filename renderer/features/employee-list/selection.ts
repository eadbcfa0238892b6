import type { EmployeeFilter } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'

export const nobody: EmployeeSelection = { kind: 'chosen', ids: [] }

export const everyMatch = (filter: EmployeeFilter): EmployeeSelection => ({ kind: 'matching', filter, exceptIds: [] })

/** @param matching how many match the filter of the list */
export const countOf = (selection: EmployeeSelection, matching: number): number =>
  selection.kind === 'chosen' ? selection.ids.length : Math.max(0, matching - selection.exceptIds.length)

/** Whether nobody who matches is left out. */
export const selectsAll = (selection: EmployeeSelection): boolean =>
  selection.kind === 'matching' && selection.exceptIds.length === 0

/** Whether an employee in the list is among those meant. */
export const isSelected = (selection: EmployeeSelection, id: number): boolean =>
  selection.kind === 'chosen' ? selection.ids.includes(id) : !selection.exceptIds.includes(id)

/** Those meant once these employees of the list are, or are no longer. */
export function marked(selection: EmployeeSelection, ids: readonly number[], selected: boolean): EmployeeSelection {
  return selection.kind === 'chosen'
    ? { kind: 'chosen', ids: changed(selection.ids, ids, selected) }
    : { ...selection, exceptIds: changed(selection.exceptIds, ids, !selected) }
}

/** Those meant while the list shows what a filter means: all that matched another filter are nobody it shows. */
export const within = (selection: EmployeeSelection, filter: EmployeeFilter): EmployeeSelection =>
  selection.kind === 'matching' && JSON.stringify(selection.filter) !== JSON.stringify(filter) ? nobody : selection

/** The ids that are named one by one, of which there may not be too many. */
export const namedIds = (selection: EmployeeSelection): readonly number[] =>
  selection.kind === 'chosen' ? selection.ids : selection.exceptIds

function changed(present: readonly number[], ids: readonly number[], adds: boolean): number[] {
  const these = new Set(ids)
  const others = present.filter((id) => !these.has(id))
  return adds ? [...others, ...these] : others
}
