import type { EmployeeFilter } from '../../electron/contract/employee-filter.ts'

export const listPath = '/employees'
export const registerPath = '/employees/register'
export const archivedPath = '/employees/archived'
export const employeePath = (id: number): string => `/employees/${id}`

/** What the list's address calls the filter that it opens with. */
export const filterParameter = 'filter'

/** The list with a filter: a number that is shown elsewhere leads to exactly those it counts. */
export const listPathFor = (filter: Partial<EmployeeFilter>): string =>
  `${listPath}?${new URLSearchParams({ [filterParameter]: JSON.stringify(filter) })}`
