import { employmentTypes } from '../contract/employee-filter.ts'
import { type EmployeeInput, employeeFields, unknownEmployee } from '../contract/employees.ts'
import type { ImportField } from '../contract/imports.ts'
import type { EmployeeFields } from '../employees/fields.ts'
import { headingKey } from './mapping.ts'

const dates: ReadonlySet<ImportField> = new Set(['dateOfBirth', 'hireDate', 'probationEndDate', 'contractEndDate'])

/** The fields that point to something; their cells hold its name. */
export const placeFields = ['departmentId', 'positionId', 'managerId'] as const

const typesByKey = new Map(employmentTypes.map((type) => [headingKey(type), type]))

/** A mistake in a field, or in the row as a whole; with what stands in the cell, where the row is not at hand. */
export type FieldProblem = readonly [field: ImportField | null, message: string, value?: string]

/**
 * The fields of an employee as the cells of a row say them, the others as they were. An empty cell empties its field.
 * Where it points (department, position, manager) is left as it was.
 */
export function readFields(
  cells: ReadonlyMap<ImportField, string>,
  former: EmployeeInput,
): { readonly employee: EmployeeFields | null; readonly problems: readonly FieldProblem[] } {
  const input: Record<string, unknown> = { ...former }
  const problems: FieldProblem[] = []
  for (const [field, cell] of cells) {
    if (!(field in unknownEmployee) || placeFields.some((place) => place === field)) continue
    const text = cell.trim()
    if (field === 'employmentType') {
      const type = typesByKey.get(headingKey(text))
      if (text !== '' && type === undefined) {
        problems.push([field, `Enter the employment type as one of: ${employmentTypes.join(', ')}.`])
      }
      input[field] = type ?? null
    } else {
      input[field] = dates.has(field) ? plainDateOf(text) : text
    }
  }
  const parsed = employeeFields.safeParse(input)
  if (parsed.success) return { employee: parsed.data, problems }
  for (const { path, message } of parsed.error.issues) problems.push([(path[0] as ImportField) ?? null, message])
  return { employee: null, problems }
}

/** A date as `YYYY-MM-DD`: also from `31.01.2026`, and without the time that spreadsheets add. */
export function plainDateOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/.exec(text)?.[1] ?? text
}
