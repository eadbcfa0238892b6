import type { Database } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import type { AccountTable, DepartmentTable, EmployeeTable } from '../database/schema.ts'
import { customColumn } from '../employees/repository.ts'

export interface ExportedRow extends Omit<EmployeeTable, 'id'> {
  readonly id: number
  readonly position_title: string | null
  readonly manager_number: string | null
  readonly manager_first_name: string | null
  readonly manager_last_name: string | null
  readonly username: string | null
  readonly role: AccountTable['role'] | null
  readonly custom: string | null
}

/** Everything that is told of some employees, in the order of their ids as given; who is gone is left out. */
export async function readExported(
  database: Pick<Database, 'read'>,
  ids: readonly number[],
): Promise<readonly ExportedRow[]> {
  const rows = await database.read<ExportedRow>(
    queries
      .selectFrom('employee')
      .leftJoin('account', 'account.id', 'employee.account_id')
      .leftJoin('position', 'position.id', 'employee.position_id')
      .leftJoin('employee as manager', 'manager.id', 'employee.manager_id')
      .selectAll('employee')
      .select([
        'account.username',
        'account.role',
        'position.title as position_title',
        'manager.employee_number as manager_number',
        'manager.first_name as manager_first_name',
        'manager.last_name as manager_last_name',
      ])
      .select(customColumn)
      .where('employee.id', 'in', ids),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export type ExportedDepartment = Pick<DepartmentTable, 'name' | 'code'> & { id: number; parentId: number | null }

export function readDepartments(database: Pick<Database, 'read'>): Promise<readonly ExportedDepartment[]> {
  return database.read(queries.selectFrom('department').select(['id', 'name', 'code', 'parent_id as parentId']))
}
