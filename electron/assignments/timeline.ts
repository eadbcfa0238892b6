/** How the history of an employee's assignments changes: each row holds from its day until the day before the next. */
import type { AssignmentTable } from '../database/schema.ts'

/** What an assignment says, with the names of what it points to. */
export type AssignedColumns = Pick<
  AssignmentTable,
  | 'department_id'
  | 'department_name'
  | 'position_id'
  | 'position_title'
  | 'manager_id'
  | 'manager_name'
  | 'employment_type'
>

/** When and by whom something was entered. */
export type Stamp = Pick<AssignmentTable, 'created_at' | 'created_by'>

/** A row of what holds or has held; its id is null until it is stored. */
export interface TimelineRow extends AssignedColumns, Stamp, Pick<AssignmentTable, 'effective_from' | 'last_day'> {
  readonly id: number | null
}

/** The rows of the employment that lasts, or that ended last. A rehire begins another one. */
export function lastEmployment(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  const formerEnd = rows.slice(0, -1).findLastIndex((row) => row.last_day !== null)
  return rows.slice(formerEnd + 1)
}

/**
 * An employment in which a change holds from a day on, up to now: later rows take it over, so that its last row says
 * what the person who made the change saw and wanted.
 * @param from not before the first row
 */
export function changedFrom(
  employment: readonly TimelineRow[],
  change: Partial<AssignedColumns>,
  from: string,
  stamp: Stamp,
): readonly TimelineRow[] {
  const at = employment.findLast((row) => row.effective_from <= from)
  if (!at) return employment
  const id = at.effective_from === from ? at.id : null
  return tidied([
    ...employment.filter((row) => row.effective_from < from),
    { ...at, id, effective_from: from, ...change, ...stamp },
    ...employment.filter((row) => row.effective_from > from).map((row) => ({ ...row, ...change })),
  ])
}

/** An employment that begins on another day. What held before that day is left out. */
export function movedTo(employment: readonly TimelineRow[], hireDate: string): readonly TimelineRow[] {
  const first = employment.findLast((row) => row.effective_from <= hireDate) ?? employment[0]
  if (!first) return employment
  return tidied([
    { ...first, effective_from: hireDate },
    ...employment.slice(employment.indexOf(first)).filter((row) => row !== first),
  ])
}

/** An employment with its last day. What would have held after it is left out. */
export function endedOn(employment: readonly TimelineRow[], lastDay: string): readonly TimelineRow[] {
  const lasting = employment.filter((row) => row.effective_from <= lastDay)
  return lasting.map((row, index) => ({ ...row, last_day: index === lasting.length - 1 ? lastDay : null }))
}

/** Without rows that say the same as the one before; the last row alone has the employment's last day. */
function tidied(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  const lastDay = rows.at(-1)?.last_day ?? null
  const different = rows.filter((row, index) => {
    const before = rows[index - 1]
    return !before || !saysTheSame(before, row)
  })
  return different.map((row, index) => ({ ...row, last_day: index === different.length - 1 ? lastDay : null }))
}

function saysTheSame(one: AssignedColumns, other: AssignedColumns): boolean {
  const is = (a: number | string | null, b: number | string | null, name: string | null, otherName: string | null) =>
    a === b && (a !== null || name === otherName)
  return (
    is(one.department_id, other.department_id, one.department_name, other.department_name) &&
    is(one.position_id, other.position_id, one.position_title, other.position_title) &&
    is(one.manager_id, other.manager_id, one.manager_name, other.manager_name) &&
    one.employment_type === other.employment_type
  )
}
