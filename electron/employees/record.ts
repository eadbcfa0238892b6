import type { CustomValues } from '../contract/custom-fields.ts'
import type { EmployeeRecord, EmployeeSummary } from '../contract/employees.ts'
import { toInstant } from '../environment/clock.ts'
import { type EmployeeFields, fullName, type TextField, textColumns, textFields } from './fields.ts'
import type { SummaryRow } from './list-repository.ts'
import type { EmployeeRow } from './repository.ts'

/** An employee as the contract has it. */
export function toEmployeeRecord(row: EmployeeRow): EmployeeRecord {
  return {
    ...textsOf(row),
    id: row.id,
    version: row.version,
    department: named(row.department_id, row.department_name),
    position: named(row.position_id, row.position_title),
    manager: named(row.manager_id, joined(row.manager_first_name, row.manager_last_name)),
    custom: customIn(row),
    leaving: leavingOf(row),
    reports: row.reports ?? 0,
    employmentType: row.employment_type,
    status: row.status,
    archivedAt: row.archived_at === null ? null : toInstant(row.archived_at),
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    account: accountOf(row),
  }
}

/** What was typed and chosen about an employee, for a change of some of it. */
export function fieldsOf(row: EmployeeRow): EmployeeFields {
  return {
    ...textsOf(row),
    departmentId: row.department_id,
    positionId: row.position_id,
    managerId: row.manager_id,
    employmentType: row.employment_type,
  }
}

const textsOf = (row: EmployeeRow) =>
  Object.fromEntries(textFields.map((field) => [field, row[textColumns[field]] ?? ''])) as Record<TextField, string>

/** An employee as the list shows it. */
export function toEmployeeSummary(row: SummaryRow): EmployeeSummary {
  return {
    id: row.id,
    employeeNumber: row.employee_number,
    firstName: row.first_name,
    lastName: row.last_name,
    workEmail: row.work_email ?? '',
    workPhone: row.work_phone ?? '',
    department: named(row.department_id, row.department_name),
    position: named(row.position_id, row.position_title),
    manager: named(row.manager_id, joined(row.manager_first_name, row.manager_last_name)),
    employmentType: row.employment_type,
    hireDate: row.hire_date,
    probationEndDate: row.probation_end_date ?? '',
    contractEndDate: row.contract_end_date ?? '',
    leaving: row.leaving_date === null ? null : { date: row.leaving_date },
    status: row.status,
    custom: customIn({ custom: row.custom ?? null }),
    account: accountOf(row),
  }
}

/** An employee's values in custom fields. */
export const customIn = ({ custom }: Pick<EmployeeRow, 'custom'>): CustomValues => JSON.parse(custom ?? '{}')

function leavingOf(row: EmployeeRow): EmployeeRecord['leaving'] {
  const { leaving_date: date, leaving_reason: reason } = row
  if (date === null || reason === null) return null
  const successor = named(row.successor_id, joined(row.successor_first_name, row.successor_last_name))
  return { date, reason, successor }
}

export const joined = (firstName: string | null, lastName: string | null): string =>
  fullName({ firstName: firstName ?? '', lastName: lastName ?? '' })

export const named = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

function accountOf(row: Pick<EmployeeRow, 'account_id' | keyof AccountColumns>): EmployeeRecord['account'] {
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

type AccountColumns = Pick<
  EmployeeRow,
  'username' | 'role' | 'disabled_at' | 'last_sign_in_at' | 'must_choose_password'
>
