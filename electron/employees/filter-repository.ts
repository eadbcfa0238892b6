import { type ExpressionBuilder, sql } from 'kysely'
import type { EmployeeFilter } from '../contract/employee-filter.ts'
import { queries } from '../database/queries.ts'
import type { Schema } from '../database/schema.ts'
import { searchWords } from '../database/search-key.ts'
import { customConditions } from './custom-filter-repository.ts'
import { among, type Employees, type Found, idsByWord } from './search-repository.ts'

type Condition = (expression: ExpressionBuilder<Schema, 'employee'>) => ReturnType<typeof sql<boolean>>

/** Narrows a query on `employee` to those that a filter means. */
export function matching<Output>(query: Employees<Output>, filter: EmployeeFilter): Employees<Output> {
  const found = { all: searchWords(filter.search).map(idsByWord), none: [] }
  return among(narrowed(query, filter, besides(found)), found)
}

/** How a condition reads a column that must hold one of so many values, or lie within bounds. */
export type ReadColumn = (name: FilteredColumn, values?: number) => ReturnType<typeof sql>

type FilteredColumn = `employee.${
  | 'status'
  | 'department_id'
  | 'position_id'
  | 'manager_id'
  | 'employment_type'
  | 'account_id'
  | 'hire_date'
  | 'leaving_date'
  | 'probation_end_date'
  | 'contract_end_date'}`

/** By the index of the column where SQLite finds that best, which it does without knowing how many there are. */
const looked: ReadColumn = (name) => sql.ref(name)

/**
 * By going through everybody in another index: where a filter leaves many, to look each of them up takes ten times as
 * long. Behind a plus SQLite looks up no index.
 */
export const passed: ReadColumn = (name) => sql`+${sql.ref(name)}`

/** Beside those found, who are looked up: with a second index SQLite would look up each of the one for each of the other. */
export const besides = (found: Found, otherwise: ReadColumn = looked): ReadColumn =>
  found.all.length > 0 ? passed : otherwise

/** As `matching`, but for what is searched. */
export function narrowed<Output>(
  query: Employees<Output>,
  filter: EmployeeFilter,
  read: ReadColumn = looked,
): Employees<Output> {
  return conditionsOf(filter, read).reduce(
    (narrower, condition) => narrower.where(condition),
    query.where('employee.archived_at', filter.archived ? 'is not' : 'is', null),
  )
}

/** Whether a filter leaves out anybody who is not archived, by more than what is searched. */
export function isNarrowing(filter: EmployeeFilter): boolean {
  return filter.archived || conditionsOf(filter, looked).length > 0
}

function conditionsOf(filter: EmployeeFilter, read: ReadColumn): readonly Condition[] {
  const { statuses, departmentIds, positionIds, managerIds, employmentTypes, accounts } = filter
  const some = <Value extends string | number>(name: FilteredColumn, values: readonly (Value | null)[]) =>
    anyOf(read(name, values.length), values)
  const department = read('employee.department_id', departmentIds.length)
  return [
    ...some('employee.status', statuses),
    ...anyOf(department, departmentIds, (ids) => inDepartments(ids, department)),
    ...some('employee.position_id', positionIds),
    ...some('employee.manager_id', managerIds),
    ...some('employee.employment_type', employmentTypes),
    ...accounts.map((state) => () => accountConditions[state](read('employee.account_id'))),
    ...(filter.employedOn === '' ? [] : [() => employedOn(filter.employedOn, read)]),
    ...within(read('employee.hire_date'), filter.hired),
    ...within(read('employee.leaving_date'), filter.leaving),
    ...within(read('employee.probation_end_date'), filter.probationEnds),
    ...within(read('employee.contract_end_date'), filter.contractEnds),
    ...filter.custom.flatMap(customConditions).map((condition) => () => condition),
  ]
}

/** Those whose column holds one of the values, or all where none is given. Null among them means those who have none. */
export function anyOf<Value extends string | number>(
  column: ReturnType<typeof sql>,
  values: readonly (Value | null)[],
  among = (given: readonly Value[]) => sql<boolean>`${column} in (${sql.join(given)})`,
): readonly Condition[] {
  const given = values.filter((value) => value !== null)
  const none = sql<boolean>`${column} is null`
  if (values.length === 0) return []
  if (given.length === 0) return [() => none]
  return [() => (given.length === values.length ? among(given) : sql<boolean>`(${among(given)} or ${none})`)]
}

/** Dates are compared as text, which `YYYY-MM-DD` allows. */
const within = (column: ReturnType<typeof sql>, { from, to }: EmployeeFilter['hired']): readonly Condition[] => [
  ...(from === '' ? [] : [() => sql<boolean>`${column} >= ${from}`]),
  ...(to === '' ? [] : [() => sql<boolean>`${column} <= ${to}`]),
]

/** At the end of that day. A leaving that is still ahead ends nothing yet. */
const employedOn = (day: string, read: ReadColumn) =>
  // Not all but one: the index begins with the status.
  sql<boolean>`${read('employee.status')} in ('active', 'inactive', 'suspended', 'left')
    and ${read('employee.hire_date')} <= ${day}
    and not (employee.status = 'left' and employee.leaving_date <= ${day})`

/** Of these departments or of any below them. */
export const inDepartments = (
  ids: readonly number[],
  column: ReturnType<typeof sql> = looked('employee.department_id'),
) =>
  sql<boolean>`${column} in (${queries
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

type AccountCondition = (accountId: ReturnType<typeof sql>) => ReturnType<typeof sql<boolean>>

const accountWhich =
  (condition: ReturnType<typeof sql>): AccountCondition =>
  (accountId) =>
    sql<boolean>`${accountId} in (select account.id from account where ${condition})`

const accountConditions = {
  with: (accountId) => sql<boolean>`${accountId} is not null`,
  without: (accountId) => sql<boolean>`${accountId} is null`,
  disabled: accountWhich(sql`account.disabled_at is not null`),
  'never-used': accountWhich(sql`account.last_sign_in_at is null`),
  'signed-in': (accountId) =>
    sql<boolean>`${accountId} in (select session_history.account_id from session_history where session_history.ended_at is null)`,
} as const satisfies Record<EmployeeFilter['accounts'][number], AccountCondition>
