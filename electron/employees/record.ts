import type { EmployeeRecord } from '../contract/employees.ts'
import { toInstant } from '../environment/clock.ts'
import type { EmployeeRow } from './repository.ts'

/** An employee as the contract has it. */
export function toEmployeeRecord(row: EmployeeRow): EmployeeRecord {
  return {
    id: row.id,
    version: row.version,
    employeeNumber: row.employee_number,
    firstName: row.first_name,
    lastName: row.last_name,
    workEmail: row.work_email ?? '',
    hireDate: row.hire_date,
    status: row.status,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    account: accountOf(row),
  }
}

function accountOf(row: EmployeeRow): EmployeeRecord['account'] {
  if (row.account_id === null || row.username === null || row.role === null) return null
  return {
    id: row.account_id,
    username: row.username,
    role: row.role,
    disabledAt: row.disabled_at === null ? null : toInstant(row.disabled_at),
    lastSignInAt: row.last_sign_in_at === null ? null : toInstant(row.last_sign_in_at),
    mustChoosePassword: row.must_choose_password === 1,
  }
}
