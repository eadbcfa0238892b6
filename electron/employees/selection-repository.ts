import type { EmployeeSort } from '../contract/employee-filter.ts'
import type { EmployeeSelection } from '../contract/employee-selection.ts'
import type { Database } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable } from '../database/schema.ts'
import { matching } from './filter-repository.ts'
import { ordered } from './list-repository.ts'

type SelectedRow = Pick<EmployeeTable, 'employee_number' | 'first_name' | 'last_name'> & { readonly id: number }

/**
 * Who is meant, in the order of a list. They are read at once, so that work which goes
 * through them page by page leaves nobody out and meets nobody twice, whatever changes meanwhile.
 */
export async function readSelected(
  database: Pick<Database, 'read'>,
  selection: EmployeeSelection,
  sort: EmployeeSort,
): Promise<readonly SelectedRow[]> {
  const employees = queries.selectFrom('employee')
  const meant =
    selection.kind === 'chosen'
      ? employees.where('employee.id', 'in', selection.ids)
      : matching(employees, selection.filter)
  const except = new Set(selection.kind === 'matching' ? selection.exceptIds : [])
  const rows = await database.read(
    ordered(meant, sort).select([
      'employee.id',
      'employee.employee_number',
      'employee.first_name',
      'employee.last_name',
    ]),
  )
  return rows.filter(({ id }) => !except.has(id))
}
