import { type EmployeeRecord, employeeFields } from '../../../electron/contract/employees.ts'
import type { z } from '../../../electron/contract/zod.ts'

/** An employee's details as the form holds them. */
export type Details = z.input<typeof employeeFields>
export type DetailField = keyof Details

/** The fields in the order in which they stand on the screen. */
export const detailFields = Object.keys(employeeFields.shape) as readonly DetailField[]

export const detailsOf = ({ employeeNumber, firstName, lastName, workEmail, hireDate }: EmployeeRecord): Details => ({
  employeeNumber,
  firstName,
  lastName,
  workEmail,
  hireDate,
})

/** The fields in which the two differ. */
export const differences = (one: Details, other: Details): readonly DetailField[] =>
  detailFields.filter((field) => one[field] !== other[field])
