import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { pathOf } from '../../frame/paths.ts'
import { employeePath } from '../../registry/employee-paths.ts'
import { fullName } from '../../registry/names.ts'

/** Somebody to go to. */
export interface FoundPerson {
  readonly id: number
  readonly name: string
  /** What tells them from others of that name. */
  readonly detail: string
  /** The address of their screen, which stays the same for good. */
  readonly address: string
}

/** How many people are shown at once. */
const most = 8

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')

/** Everybody who is registered, as their list finds them: for administrators. */
async function findEmployees(search: string): Promise<readonly FoundPerson[]> {
  const { rows } = await answerOf(staffdesk.employees.list({ filter: { search }, offset: 0, limit: most }))
  return rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    detail: joined([row.employeeNumber, row.position?.name, row.department?.name]),
    address: employeePath(row.id),
  }))
}

/** Whoever stands in the organisation chart, by what everybody may know of them. */
async function findColleagues(search: string): Promise<readonly FoundPerson[]> {
  const { people } = await answerOf(staffdesk.chart.find({ search, limit: most }))
  return people.map(({ id, name, position, department }) => ({
    id,
    name,
    detail: joined([position, department]),
    address: `${pathOf('organisation-chart')}/${id}`,
  }))
}

export const peopleQuery = (search: string, isAdministrator: boolean) =>
  queryOptions({
    queryKey: [isAdministrator ? 'employees' : 'chart', 'palette', search],
    queryFn: () => (isAdministrator ? findEmployees(search) : findColleagues(search)),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
