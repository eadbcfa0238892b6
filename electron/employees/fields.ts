import type { EmployeeRecord, employeeFields } from '../contract/employees.ts'
import type { z } from '../contract/zod.ts'

/** What a person types about an employee, as the contract's schema has read it. */
export type EmployeeFields = z.output<typeof employeeFields>

type FieldName = keyof EmployeeFields

/** The fields, with the words by which messages call them. */
const labels: Readonly<Record<FieldName, string>> = {
  employeeNumber: 'employee number',
  firstName: 'first name',
  lastName: 'last name',
  workEmail: 'work email',
  hireDate: 'hire date',
}

const names = Object.keys(labels) as FieldName[]

type Changes = Readonly<Record<string, { readonly old: string | null; readonly new: string | null }>>

/** The fields that differ, with what stood there and what stands there now; nothing typed is null. */
export function changedFields(old: Readonly<Record<FieldName, string>> | null, now: EmployeeFields): Changes {
  const changes = names
    .map((name) => [name, { old: old?.[name] || null, new: now[name] || null }] as const)
    .filter(([, change]) => change.old !== change.new)
  return Object.fromEntries(changes)
}

/** A field's name in words, such as `last name`; a name that is no field's stands as it is. */
export function fieldInWords(field: string): string {
  return labels[field as FieldName] ?? field
}

export function fullName({ firstName, lastName }: Pick<EmployeeRecord, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim()
}
