import { type ExpressionBuilder, sql } from 'kysely'
import type { EmployeeFilter } from '../contract/employee-filter.ts'
import { queries } from '../database/queries.ts'
import type { Schema } from '../database/schema.ts'
import { searchWords } from '../database/search-key.ts'
import { customConditions } from './custom-filter-repository.ts'
import { among, type Employees, idsByWord } from './search-repository.ts'

type Condition = (expression: ExpressionBuilder<Schema, 'employee'>) => ReturnType<typeof sql<boolean>>

/** Narrows a query on `employee` to those that a filter means. */
export function matching<Output>(query: Employees<Output>, filter: EmployeeFilter): Employees<Output> {
  return among(narrowed(query, filter), { all: searchWords(filter.search).map(idsByWord), none: [] })
}

/** As `matching`, but for what is searched. */
export function narrowed<Output>(query: Employees<Output>, filter: EmployeeFilter): Employees<Output> {
  return conditionsOf(filter).reduce(
    (narrower, condition) => narrower.where(condition),
    query.where('employee.archived_at', filter.archived ? 'is not' : 'is', null),
  )
}

/** Whether a filter leaves out anybody who is not archived, by more than what is searched. */
export function isNarrowing(filter: EmployeeFilter): boolean {
  return filter.archived || conditionsOf(filter).length > 0
}

function conditionsOf(filter: EmployeeFilter): readonly Condition[] {
  const { statuses, departmentIds, positionIds, managerIds, employmentTypes, accounts } = filter
  return [
    ...anyOf('employee.status', statuses),
    ...anyOf('employee.department_id', departmentIds, inDepartments),
    ...anyOf('employee.position_id', positionIds),
    ...anyOf('employee.manager_id', managerIds),
    ...anyOf('employee.employment_type', employmentTypes),
    ...accounts.map((state) => () => accountConditions[state]),
    ...(filter.employedOn === '' ? [] : [() => employedOn(filter.employedOn)]),
    ...within('employee.hire_date', filter.hired),
    ...within('employee.leaving_date', filter.leaving),
    ...within('employee.probation_end_date', filter.probationEnds),
    ...within('employee.contract_end_date', filter.contractEnds),
    ...filter.custom.flatMap(customConditions).map((condition) => () => condition),
  ]
}

/** Those whose column holds one of the values, or all where none is given. Null among them means those who have none. */
export function anyOf<Value extends string | number>(
  column: string,
  values: readonly (Value | null)[],
  among = (given: readonly Value[]) => sql<boolean>`${sql.ref(column)} in (${sql.join(given)})`,
): readonly Condition[] {
  const given = values.filter((value) => value !== null)
  const none = sql<boolean>`${sql.ref(column)} is null`
  if (values.length === 0) return []
  if (given.length === 0) return [() => none]
  return [() => (given.length === values.length ? among(given) : sql<boolean>`(${among(given)} or ${none})`)]
}

/** Dates are compared as text, which `YYYY-MM-DD` allows. */
const within = (column: string, { from, to }: EmployeeFilter['hired']): readonly Condition[] => [
  ...(from === '' ? [] : [() => sql<boolean>`${sql.ref(column)} >= ${from}`]),
  ...(to === '' ? [] : [() => sql<boolean>`${sql.ref(column)} <= ${to}`]),
]

/** At the end of that day. A leaving that is still ahead ends nothing yet. */
const employedOn = (day: string) =>
  // Not all but one: the index begins with the status.
  sql<boolean>`employee.status in ('active', 'inactive', 'suspended', 'left') and employee.hire_date <= ${day}
    and not (employee.status = 'left' and employee.leaving_date <= ${day})`

/** Of these departments or of any below them. */
export const inDepartments = (ids: readonly number[]) =>
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
