import type { EmployeeFields } from './fields.ts'
import { textFields } from './fields.ts'
import { toEmployeeRecord } from './record.ts'
import type { EmployeeRow } from './repository.ts'

/** What is kept of an employee, as a person would type it. */
export function presentFields(row: EmployeeRow): EmployeeFields {
  const record = toEmployeeRecord(row)
  return {
    ...(Object.fromEntries(textFields.map((field) => [field, record[field]])) as Pick<
      EmployeeFields,
      (typeof textFields)[number]
    >),
    departmentId: row.department_id,
    positionId: row.position_id,
    managerId: row.manager_id,
    employmentType: row.employment_type,
  }
}
