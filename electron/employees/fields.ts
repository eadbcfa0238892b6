import type { EmployeeRecord, employeeFields } from '../contract/employees.ts'
import type { z } from '../contract/zod.ts'

/** What a person types about an employee, as the contract's schema has read it. */
export type EmployeeFields = z.output<typeof employeeFields>

type FieldName = keyof EmployeeFields

/** The fields that hold text, each with its column. */
export const textColumns = {
  employeeNumber: 'employee_number',
  firstName: 'first_name',
  middleName: 'middle_name',
  lastName: 'last_name',
  preferredName: 'preferred_name',
  dateOfBirth: 'date_of_birth',
  workEmail: 'work_email',
  workPhone: 'work_phone',
  mobilePhone: 'mobile_phone',
  personalEmail: 'personal_email',
  address: 'address',
  emergencyContactName: 'emergency_contact_name',
  emergencyContactPhone: 'emergency_contact_phone',
  emergencyContactRelation: 'emergency_contact_relation',
  hireDate: 'hire_date',
  probationEndDate: 'probation_end_date',
  contractEndDate: 'contract_end_date',
  notes: 'notes',
} as const satisfies Partial<Record<FieldName, string>>

export type TextField = keyof typeof textColumns

export const textFields = Object.keys(textColumns) as readonly TextField[]

/** The fields, with the words by which messages call them. */
const labels: Readonly<Record<FieldName | 'successorId' | 'effectiveFrom', string>> = {
  employeeNumber: 'employee number',
  firstName: 'first name',
  middleName: 'middle name',
  lastName: 'last name',
  preferredName: 'preferred name',
  dateOfBirth: 'date of birth',
  workEmail: 'work email',
  workPhone: 'work phone',
  mobilePhone: 'mobile phone',
  personalEmail: 'personal email',
  address: 'address',
  emergencyContactName: 'name of the emergency contact',
  emergencyContactPhone: 'phone of the emergency contact',
  emergencyContactRelation: 'relation of the emergency contact',
  departmentId: 'department',
  positionId: 'position',
  managerId: 'manager',
  employmentType: 'employment type',
  hireDate: 'hire date',
  probationEndDate: 'end of the probation',
  contractEndDate: 'end of the contract',
  notes: 'notes',
  successorId: 'successor',
  effectiveFrom: 'date from which it holds',
}

/** The fields that point to something, with the name under which a record holds it. */
const placeFields = [
  ['departmentId', 'department'],
  ['positionId', 'position'],
  ['managerId', 'manager'],
] as const

/** The names of what an employee's fields point to: the audit keeps names, for a number says nothing later. */
export type Places = Readonly<Record<(typeof placeFields)[number][1], string | null>>

type Changes = Readonly<Record<string, { readonly old: string | null; readonly new: string | null }>>

/** The fields that differ, with what stood there and what stands there now; nothing typed or chosen is null. */
export function changedFields(old: EmployeeRecord | null, now: EmployeeFields, places: Places): Changes {
  const typed = [...textFields, 'employmentType' as const]
    .map((name) => [name, old?.[name] || null, now[name] || null] as const)
    .filter(([, before, after]) => before !== after)
  const chosen = placeFields
    .filter(([field, place]) => (old?.[place]?.id ?? null) !== now[field])
    .map(([field, place]) => [field, old?.[place]?.name ?? null, places[place]] as const)
  return Object.fromEntries(
    [...typed, ...chosen].map(([name, before, after]) => [name, { old: before, new: after }] as const),
  )
}

/** A field's name in words, such as `last name`; a name that is no field's stands as it is. */
export function fieldInWords(field: string): string {
  return labels[field as keyof typeof labels] ?? field.replace(/^custom\./, '')
}

export function fullName({ firstName, lastName }: Pick<EmployeeRecord, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim()
}

/** The name of somebody as the database has it. */
export function nameOf({ first_name, last_name }: { first_name: string; last_name: string }): string {
  return fullName({ firstName: first_name, lastName: last_name })
}
