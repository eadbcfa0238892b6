import type { EmployeeSort } from '../contract/employee-filter.ts'
import type { EmployeeSelection } from '../contract/employee-selection.ts'
import type { Database } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import { matching } from './filter-repository.ts'
import { ordered } from './list-repository.ts'

/**
 * The ids of the employees that are meant, in the order of a list. They are read at once, so that work which goes
 * through them page by page leaves nobody out and meets nobody twice, whatever changes meanwhile.
 */
export async function readSelected(
  database: Pick<Database, 'read'>,
  selection: EmployeeSelection,
  sort: EmployeeSort,
): Promise<readonly number[]> {
  const employees = queries.selectFrom('employee')
  const meant =
    selection.kind === 'chosen'
      ? employees.where('employee.id', 'in', selection.ids)
      : matching(employees, selection.filter)
  const except = new Set(selection.kind === 'matching' ? selection.exceptIds : [])
  const rows = await database.read(ordered(meant, sort).select('employee.id'))
  return rows.map(({ id }) => id).filter((id) => !except.has(id))
}
