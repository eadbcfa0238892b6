import { type EmployeeInput, type EmployeeRecord, unknownEmployee } from '../../../electron/contract/employees.ts'

/** An employee's details as the form holds them. */
export type Details = EmployeeInput
export type DetailField = keyof Details

/** The fields in the order of the contract. */
export const detailFields = Object.keys(unknownEmployee) as readonly DetailField[]

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

/** The fields in which the two differ. */
export const differences = (one: Details, other: Details): readonly DetailField[] =>
  detailFields.filter((field) => one[field] !== other[field])

/** One's own details, but for the fields that are taken from the others. */
export function merged(mine: Details, theirs: Details, taken: readonly DetailField[]): Details {
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) }
}
