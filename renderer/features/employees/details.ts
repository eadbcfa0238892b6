import { type EmployeeInput, type EmployeeRecord, unknownEmployee } from '../../../electron/contract/employees.ts'

/** An employee's details as the form holds them. */
export type Details = EmployeeInput
export type DetailField = keyof Details

export function detailsOf({ department, position, manager, ...record }: EmployeeRecord): Details {
  const known = Object.entries(record).filter(([name]) => name in unknownEmployee)
  return {
    ...unknownEmployee,
    ...(Object.fromEntries(known) as Omit<Details, 'departmentId' | 'positionId' | 'managerId'>),
    departmentId: department?.id ?? null,
    positionId: position?.id ?? null,
    managerId: manager?.id ?? null,
  }
}
