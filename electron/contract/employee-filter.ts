import { customKey, mostCustomColumns } from './custom-fields.ts'
import { customCondition } from './custom-filter.ts'
import { id, optionalDate, optionalLine } from './fields.ts'
import { z } from './zod.ts'

export const employeeStatuses = ['draft', 'active', 'inactive', 'suspended', 'left'] as const

export const employeeStatus = z.enum(employeeStatuses)

/** What an administrator sets by itself; `left` comes of a leaving, with its date and reason. */
export const settableStatuses = ['draft', 'active', 'inactive', 'suspended'] as const

export type SettableStatus = (typeof settableStatuses)[number]

export const employmentTypes = ['full-time', 'part-time', 'contractor', 'intern', 'temporary'] as const

export const employmentType = z.enum(employmentTypes)

export const accountStates = ['with', 'without', 'disabled', 'never-used', 'signed-in'] as const

/** Days from one to another, both included; the empty string leaves an end open. */
const period = z.strictObject({ from: optionalDate('first day'), to: optionalDate('last day') })

const anyTime = { from: '', to: '' }

const chosen = <Value extends z.ZodType>(value: Value) => z.array(value).max(100).default([])

/**
 * Which employees are meant: what a list shows, what a bulk change is made to, what is exported. What narrows nothing is
 * empty or left out; everything given must hold, and of several values of one kind any.
 */
export const employeeFilter = z.strictObject({
  /** Every word must stand somewhere in what is searched, accents and case folded. */
  search: optionalLine('search', 100).prefault(''),
  statuses: chosen(employeeStatus),
  /** Each with the departments below it; null, here and below, for those who have none. */
  departmentIds: chosen(id.nullable()),
  positionIds: chosen(id.nullable()),
  managerIds: chosen(id.nullable()),
  employmentTypes: chosen(employmentType.nullable()),
  /** What their accounts must be, all of it. */
  accounts: chosen(z.enum(accountStates)),
  /** Employed at the end of that day; drafts never are. */
  employedOn: optionalDate('day').default(''),
  hired: period.default(anyTime),
  leaving: period.default(anyTime),
  probationEnds: period.default(anyTime),
  contractEnds: period.default(anyTime),
  /** What custom fields must hold, all of it. */
  custom: z.array(customCondition).max(mostCustomColumns).default([]),
  /** The archived, who else are left out. */
  archived: z.boolean().default(false),
})

/** Which employees are meant, every part of it said. */
export type EmployeeFilter = z.output<typeof employeeFilter>

/** Everybody who is not archived. */
export const everybody: EmployeeFilter = employeeFilter.parse({})

/** What the list can be ordered by, besides custom fields; `name` is its order where nothing else is asked for. */
export const employeeSortColumns = [
  'name',
  'employeeNumber',
  'username',
  'role',
  'workEmail',
  'department',
  'position',
  'manager',
  'employmentType',
  'hireDate',
  'status',
] as const

export type EmployeeSortColumn = (typeof employeeSortColumns)[number]

/** A column of the list, by which it can be ordered as well. */
export const employeeColumn = z.union([z.enum(employeeSortColumns), customKey])

/** Most columns that the list shows or is ordered by. */
export const mostColumns = employeeSortColumns.length + mostCustomColumns

/** The first column counts most; rows that all of them find equal stand by name. A field that is gone orders nothing. */
export const employeeSort = z
  .array(z.strictObject({ column: employeeColumn, descending: z.boolean() }))
  .max(mostColumns)

export type EmployeeSort = z.input<typeof employeeSort>
