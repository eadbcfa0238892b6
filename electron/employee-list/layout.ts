import { type EmployeeListLayout, employeeListLayout } from '../contract/employee-list.ts'
import type { Session } from '../session/index.ts'

/** The session property that keeps the layout of the list. It outlives the session: see the kept properties. */
const property = 'employee_list'

/** The layout; null where there is none, or none of the form that this version knows. */
export function readLayout(session: Session): EmployeeListLayout | null {
  const kept = employeeListLayout.safeParse(session.get(property))
  return kept.success ? kept.data : null
}

/** @param layout null forgets it */
export function saveLayout(session: Session, layout: EmployeeListLayout | null): void {
  if (layout === null) session.pop(property, null)
  else session.set(property, { columns: [...layout.columns], widths: Object.fromEntries(said(layout.widths)) })
}

/** As JSON, so that a width that is not said is not there at all. */
const said = (widths: EmployeeListLayout['widths']): [string, number][] =>
  Object.entries(widths).flatMap(([column, width]) => (width === undefined ? [] : [[column, width]]))
