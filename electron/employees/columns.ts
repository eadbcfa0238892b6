import type { EmployeeFields } from './fields.ts'
import { employeeNumberKey, searchKey, sortKey, workEmailKey } from './keys.ts'

/**
 * The columns that follow from what was typed.
 * @param username of the employee's account, null without one; a search finds people by it
 */
export function columnsOf(employee: EmployeeFields, username: string | null) {
  return {
    employee_number: employee.employeeNumber,
    employee_number_key: employeeNumberKey(employee.employeeNumber),
    first_name: employee.firstName,
    last_name: employee.lastName,
    work_email: employee.workEmail || null,
    work_email_key: workEmailKey(employee.workEmail),
    hire_date: employee.hireDate,
    search_key: searchKey({ ...employee, username }),
    sort_key: sortKey(employee),
  }
}
