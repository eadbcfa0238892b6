import { type EmployeeFields, type TextField, textColumns, textFields } from './fields.ts'
import { directoryKey, employeeNumberKey, searchKey, sortKey, workEmailKey } from './keys.ts'

/** Text columns that are never null. */
const required = new Set<TextField>(['employeeNumber', 'firstName', 'lastName', 'hireDate'])

type Required = 'employee_number' | 'first_name' | 'last_name' | 'hire_date'
type TextColumn = (typeof textColumns)[TextField]
type TextValues = Record<Required, string> & Record<Exclude<TextColumn, Required>, string | null>

/**
 * The columns that follow from what was typed.
 * @param username of the employee's account, null without one; a search finds people by it
 * @param more what else a search finds the employee by
 */
export function columnsOf(employee: EmployeeFields, username: string | null, more: readonly string[]) {
  const texts = Object.fromEntries(
    textFields.map((field) => [textColumns[field], required.has(field) ? employee[field] : employee[field] || null]),
  ) as TextValues
  return {
    ...texts,
    employee_number_key: employeeNumberKey(employee.employeeNumber),
    work_email_key: workEmailKey(employee.workEmail),
    department_id: employee.departmentId,
    position_id: employee.positionId,
    manager_id: employee.managerId,
    employment_type: employee.employmentType,
    search_key: searchKey({ ...employee, username, more }),
    sort_key: sortKey(employee),
    directory_key: directoryKey(employee),
  }
}
