import { type EmployeeFilter, type EmployeeSort, everybody } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import type { Database } from '../../../electron/database/port.ts'
import { readList } from '../../../electron/employees/listing.ts'
import { toEmployeeSummary } from '../../../electron/employees/record.ts'
import { countEmployees } from '../../../electron/employees/repository.ts'

export const pageLength = 100

export interface Listed {
  readonly total: number
  readonly rows: readonly EmployeeSummary[]
}

/** The first page of the list and its totals, as the call `employees.list` reads them. */
export async function listOurs(database: Database, search: string, sort: EmployeeSort): Promise<Listed> {
  const filter: EmployeeFilter = { ...everybody, search }
  const [registered] = await database.read(countEmployees())
  const page = { sort, custom: [], offset: 0, limit: pageLength }
  const { total, rows } = await readList(database, filter, page, registered?.count ?? 0)
  return { total, rows: rows.map(toEmployeeSummary) }
}
