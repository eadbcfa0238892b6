import type { EmployeeFilter } from '../../../electron/contract/employee-filter.ts'

export const listPath = '/employees'
export const registerPath = '/employees/register'
export const employeePath = (id: number): string => `/employees/${id}`

/** The list, narrowed to whom a filter means. */
export const listPathFor = (filter: Partial<EmployeeFilter>): string =>
  `${listPath}?filter=${encodeURIComponent(JSON.stringify(filter))}`
