import { sql } from 'kysely'
import type { EmployeeFilter } from '../contract/employee-filter.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import { matching } from '../employees/filter-repository.ts'
import { reportsToAny } from '../employees/people-repository.ts'

/** How many of those whom a filter means stand in each department itself; null for none. */
export const countByDepartment = (filter: EmployeeFilter) =>
  matching(queries.selectFrom('employee'), filter)
    .select((select) => ['department_id as departmentId', select.fn.countAll<number>().as('count')])
    .groupBy('department_id')

export const countByType = (filter: EmployeeFilter) =>
  matching(queries.selectFrom('employee'), filter)
    .select((select) => ['employment_type as type', select.fn.countAll<number>().as('count')])
    .groupBy('employment_type')

export interface MonthCount {
  /** `YYYY-MM`. */
  readonly month: string
  readonly count: number
}

/** How many of those whom a filter means began, or left, in each month of the calendar. */
export const countByMonth = (filter: EmployeeFilter, column: 'hire_date' | 'leaving_date') =>
  matching(queries.selectFrom('employee'), filter)
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

/** Those whom a filter means and who report to one of these. */
const teamOf = (filter: EmployeeFilter, leads: readonly number[]) =>
  matching(queries.selectFrom('employee'), filter).where(reportsToAny(leads))

/** How many of each employment type stand in a team. */
export const countTeamByType = (filter: EmployeeFilter, leads: readonly number[]) =>
  teamOf(filter, leads)
    .select((select) => ['employment_type as type', select.fn.countAll<number>().as('count')])
    // Behind a plus: an index of the column alone would have each row read.
    .groupBy(sql`+employment_type`)

/** Those of a team of whom something ends on a day of these, the first ones first. */
export const selectTeamEnding = (
  filter: EmployeeFilter,
  leads: readonly number[],
  column: 'probation_end_date' | 'contract_end_date',
  limit: number,
) =>
  queries
    .selectFrom('employee')
    // The rows themselves are read for those alone who are meant.
    .where('employee.id', 'in', teamOf(filter, leads).select('employee.id'))
    .select(['employee.id', 'first_name', 'last_name'])
    .select((select) => select.ref(column).$notNull().as('on'))
    .orderBy(column)
    .orderBy('sort_key')
    .limit(limit)
