import type { CustomValues } from '../contract/custom-fields.ts'
import { unknownEmployee } from '../contract/employees.ts'
import { type EmployeeFields, textColumns, textFields } from '../employees/fields.ts'
import type { EmployeeRow } from '../employees/repository.ts'

/** What an import keeps of somebody whom it changes. */
export interface Previous extends EmployeeFields {
  /** Of the custom fields that it writes. */
  readonly custom: CustomValues
}

/** The fields of an employee as they are now. */
export function fieldsOf(row: EmployeeRow): EmployeeFields {
  const texts = Object.fromEntries(textFields.map((field) => [field, row[textColumns[field]] ?? '']))
  return {
    ...(texts as Pick<EmployeeFields, (typeof textFields)[number]>),
    departmentId: row.department_id,
    positionId: row.position_id,
    managerId: row.manager_id,
    employmentType: row.employment_type,
  }
}

const fields = Object.keys(unknownEmployee) as (keyof EmployeeFields)[]

/** Whether every field but the manager says the same. */
export const isSame = (one: EmployeeFields, other: EmployeeFields): boolean =>
  fields.every((field) => field === 'managerId' || one[field] === other[field])
