import { sql } from 'kysely'
import type { EmployeeSort } from '../contract/employee-filter.ts'
import type { EmployeeSelection } from '../contract/employee-selection.ts'
import type { Database } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable } from '../database/schema.ts'
import { matching } from './filter-repository.ts'
import { ordered } from './list-repository.ts'

type SelectedRow = Pick<EmployeeTable, 'employee_number' | 'first_name' | 'last_name'> & { readonly id: number }
type SortedRow = SelectedRow & Pick<EmployeeTable, 'sort_key'>

/** Rows of one query, so that reading many thousands stalls nobody. */
const atOnce = 500

/**
 * Who is meant, in the order of a list. All are read before any work begins, so that work which goes through them page
 * by page leaves nobody out and meets nobody twice, whatever changes meanwhile.
 * @param pause gives way to others, between two queries
 */
export async function readSelected(
  database: Pick<Database, 'read'>,
  selection: EmployeeSelection,
  sort: EmployeeSort,
  pause: () => Promise<void>,
): Promise<readonly SelectedRow[]> {
  const employees = queries.selectFrom('employee')
  const meant =
    selection.kind === 'chosen'
      ? employees.where('employee.id', 'in', selection.ids)
      : matching(employees, selection.filter)
  const inOrder = ordered(meant, sort).select([
    'employee.id',
    'employee.employee_number',
    'employee.first_name',
    'employee.last_name',
    'employee.sort_key',
  ])
  const except = new Set(selection.kind === 'matching' ? selection.exceptIds : [])
  const selected: SelectedRow[] = []
  for (let last: SortedRow | undefined; ; ) {
    const page = last ? inOrder.where(isAfter(last)) : inOrder
    // Any other order than that of the names has no key from which a next page could go on.
    const rows: readonly SortedRow[] = await database.read(sort.length === 0 ? page.limit(atOnce) : page)
    selected.push(...rows.filter(({ id }) => !except.has(id)))
    last = rows.at(-1)
    if (sort.length > 0 || rows.length < atOnce) return selected
    await pause()
  }
}

/** Stands later by name, and among those of one name by id. */
const isAfter = ({ sort_key, id }: SortedRow) => sql<boolean>`(employee.sort_key, employee.id) > (${sort_key}, ${id})`
