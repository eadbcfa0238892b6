import { sql } from 'kysely'
import type { EmployeeFilter } from '../contract/employee-filter.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable } from '../database/schema.ts'
import { matching } from '../employees/filter-repository.ts'
import { isBelow, peopleHere } from '../employees/people-repository.ts'

/**
 * Those whom a filter means, for a count over most of the company: gone through as they lie, because to look each up by
 * way of an index takes several times as long.
 */
const scanned = (filter: EmployeeFilter) =>
  matching(queries.selectFrom(sql<EmployeeTable>`(select * from employee not indexed)`.as('employee')), filter)

export const countScanned = (filter: EmployeeFilter) =>
  scanned(filter).select((select) => select.fn.countAll<number>().as('count'))

/** How many of those whom a filter means stand in each department itself; null for none. */
export const countByDepartment = (filter: EmployeeFilter) =>
  scanned(filter)
    .select((select) => ['department_id as departmentId', select.fn.countAll<number>().as('count')])
    .groupBy('department_id')

export const countByType = (filter: EmployeeFilter) =>
  scanned(filter)
    .select((select) => ['employment_type as type', select.fn.countAll<number>().as('count')])
    .groupBy('employment_type')

export interface MonthCount {
  /** `YYYY-MM`. */
  readonly month: string
  readonly count: number
}

/** How many of those whom a filter means began, or left, in each month of the calendar. */
export const countByMonth = (filter: EmployeeFilter, column: 'hire_date' | 'leaving_date') =>
  scanned(filter)
    .select((select) => [
      sql<string>`substr(${sql.ref(column)}, 1, 7)`.as('month'),
      select.fn.countAll<number>().as('count'),
    ])
    .where(column, 'is not', null)
    .groupBy(sql`substr(${sql.ref(column)}, 1, 7)`)

export const selectDepartments = prepared<object, { id: number; name: string; parentId: number | null }>(() =>
  queries.selectFrom('department').select(['id', 'name', 'parent_id as parentId']).orderBy('name_key'),
)

/** When each session began that did so since an instant. */
export const selectSignIns = prepared<{ since: number }, { readonly startedAt: number }>((parameter) =>
  queries.selectFrom('session_history').select('started_at as startedAt').where('started_at', '>=', parameter('since')),
)

export const selectNewest = prepared<
  { limit: number },
  { id: number; first_name: string; last_name: string; created_at: number }
>((parameter) =>
  queries
    .selectFrom('employee')
    .select(['id', 'first_name', 'last_name', 'created_at'])
    .where('archived_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(parameter('limit')),
)

const teamOf = (accountId: number) => peopleHere().where(isBelow(accountId))

/** How many of each employment type stand below somebody in the reporting line. */
export const countTeamByType = (accountId: number) =>
  teamOf(accountId)
    .select((select) => ['employment_type as type', select.fn.countAll<number>().as('count')])
    .groupBy('employment_type')

/** Those below somebody of whom something ends on a day of these, the first ones first. */
export const selectTeamEnding = (
  accountId: number,
  column: 'probation_end_date' | 'contract_end_date',
  { from, to }: { readonly from: string; readonly to: string },
  limit: number,
) =>
  teamOf(accountId)
    .select(['employee.id', 'first_name', 'last_name'])
    .select((select) => select.ref(column).$notNull().as('on'))
    .where(column, '>=', from)
    .where(column, '<=', to)
    .orderBy(column)
    .orderBy('sort_key')
    .limit(limit)
