import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { EmployeeFilter } from '../contract/employee-filter.ts'
import { holds } from '../database/holds.ts'
import { queries } from '../database/queries.ts'
import type { Schema } from '../database/schema.ts'
import { searchWords } from './keys.ts'

type Employees<Output> = SelectQueryBuilder<Schema, 'employee', Output>
type Condition = (expression: ExpressionBuilder<Schema, 'employee'>) => ReturnType<typeof sql<boolean>>

/** Narrows a query on `employee` to those that a filter means. */
export function matching<Output>(query: Employees<Output>, filter: EmployeeFilter): Employees<Output> {
  const searched = searchWords(filter.search).reduce(
    (narrowed, word) => narrowed.where(holds('employee.search_key', word)),
    query,
  )
  return conditionsOf(filter).reduce(
    (narrowed, condition) => narrowed.where(condition),
    searched.where('employee.archived_at', filter.archived ? 'is not' : 'is', null),
  )
}

/** Whether a filter leaves out anybody who is not archived. */
export function isNarrowing(filter: EmployeeFilter): boolean {
  return filter.archived || searchWords(filter.search).length > 0 || conditionsOf(filter).length > 0
}

function conditionsOf(filter: EmployeeFilter): readonly Condition[] {
  const { statuses, departmentIds, positionIds, managerIds, employmentTypes, accounts } = filter
  return [
    ...anyOf('employee.status', statuses),
    ...(departmentIds.length === 0 ? [] : [() => inDepartments(departmentIds)]),
    ...anyOf('employee.position_id', positionIds),
    ...anyOf('employee.manager_id', managerIds),
    ...anyOf('employee.employment_type', employmentTypes),
    ...accounts.map((state) => () => accountConditions[state]),
    ...within('employee.hire_date', filter.hired),
    ...within('employee.leaving_date', filter.leaving),
    ...within('employee.probation_end_date', filter.probationEnds),
    ...within('employee.contract_end_date', filter.contractEnds),
  ]
}

const anyOf = (column: string, values: readonly (string | number)[]): readonly Condition[] =>
  values.length === 0 ? [] : [() => sql<boolean>`${sql.ref(column)} in (${sql.join(values)})`]

/** Dates are compared as text, which `YYYY-MM-DD` allows. */
const within = (column: string, { from, to }: EmployeeFilter['hired']): readonly Condition[] => [
  ...(from === '' ? [] : [() => sql<boolean>`${sql.ref(column)} >= ${from}`]),
  ...(to === '' ? [] : [() => sql<boolean>`${sql.ref(column)} <= ${to}`]),
]

/** Of these departments or of any below them. */
const inDepartments = (ids: readonly number[]) =>
  sql<boolean>`employee.department_id in (${queries
    .withRecursive('below', (below) =>
      below
        .selectFrom('department')
        .select('department.id')
        .where('department.id', 'in', ids)
        .union(
          below.selectFrom('department').innerJoin('below', 'below.id', 'department.parent_id').select('department.id'),
        ),
    )
    .selectFrom('below')
    .select('below.id')})`

const accountWhich = (condition: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select 1 from account where account.id = employee.account_id and ${condition})`

const accountConditions = {
  with: sql<boolean>`employee.account_id is not null`,
  without: sql<boolean>`employee.account_id is null`,
  disabled: accountWhich(sql`account.disabled_at is not null`),
  'never-used': accountWhich(sql`account.last_sign_in_at is null`),
  'signed-in': sql<boolean>`exists (
    select 1 from session_history where session_history.account_id = employee.account_id and session_history.ended_at is null
  )`,
} as const satisfies Record<EmployeeFilter['accounts'][number], unknown>
