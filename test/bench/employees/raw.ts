import type { EmployeeSortColumn } from '../../../electron/contract/employee-filter.ts'
import type { Connection } from '../../../electron/database/connection.ts'
import type { SummaryRow } from '../../../electron/employees/list-repository.ts'
import { toEmployeeSummary } from '../../../electron/employees/record.ts'
import { type Listed, pageLength } from './ours.ts'

/** The columns whose order an index has, as SQL. Whoever has nothing in one stands last. */
export const indexedColumns = {
  name: 'employee.sort_key',
  employeeNumber: 'employee.employee_number_key',
  workEmail: 'employee.work_email_key NULLS LAST',
  hireDate: 'employee.hire_date',
  status: 'employee.status',
  employmentType: 'employee.employment_type NULLS LAST',
} as const satisfies Partial<Record<EmployeeSortColumn, string>>

export type IndexedColumn = keyof typeof indexedColumns

const shown = `SELECT employee.id, employee.employee_number, employee.first_name, employee.last_name,
    employee.work_email, employee.hire_date, employee.employment_type, employee.status, employee.account_id,
    employee.department_id, employee.position_id, employee.manager_id, account.username, account.role,
    account.disabled_at, account.last_sign_in_at, account.must_choose_password, department.name AS department_name,
    position.title AS position_title, manager.first_name AS manager_first_name, manager.last_name AS manager_last_name
  FROM employee
  LEFT JOIN account ON account.id = employee.account_id
  LEFT JOIN department ON department.id = employee.department_id
  LEFT JOIN position ON position.id = employee.position_id
  LEFT JOIN employee AS manager ON manager.id = employee.manager_id`

const orderBy = (column: IndexedColumn) => `ORDER BY ${indexedColumns[column]}, employee.sort_key, employee.id`

/** The same rows and totals by prepared statements alone. */
export function rawList(connection: Connection) {
  const countAll = connection.prepare<[], number>('SELECT count(*) FROM employee').pluck()
  const countFound = connection
    .prepare<[string], number>('SELECT count(*) FROM employee_search WHERE employee_search MATCH ?')
    .pluck()
  const findByName = connection.prepare<[string, number], SummaryRow>(
    `${shown} WHERE employee.id IN (SELECT employee.id
      FROM employee_search JOIN employee ON employee.id = employee_search.rowid
      WHERE employee_search MATCH ? ${orderBy('name')} LIMIT ?) ${orderBy('name')}`,
  )
  return {
    page(column: IndexedColumn): () => Listed {
      const page = connection.prepare<[number], SummaryRow>(
        `${shown} WHERE employee.id IN (SELECT id FROM employee ${orderBy(column)} LIMIT ?) ${orderBy(column)}`,
      )
      return () => ({ total: countAll.get() ?? 0, rows: page.all(pageLength).map(toEmployeeSummary) })
    },
    search: (search: string) => (): Listed => {
      const match = search
        .split(' ')
        .map((word) => `"${word}"`)
        .join(' AND ')
      return { total: countFound.get(match) ?? 0, rows: findByName.all(match, pageLength).map(toEmployeeSummary) }
    },
  }
}
