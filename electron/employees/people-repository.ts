import { type SelectQueryBuilder, sql } from 'kysely'
import { holds } from '../database/holds.ts'
import { anyId } from '../database/json.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable, Schema } from '../database/schema.ts'
import type { JoinedRow } from './repository.ts'

/** Queries on `employee` for people other than administrators. */

type People<Output> = SelectQueryBuilder<Schema, 'employee', Output>

/**
 * Whether somebody works here: neither half-registered nor gone nor archived.
 * @param table the name by which a query knows the employee
 */
export const isHere = (table = 'employee') =>
  sql<boolean>`(${sql.ref(`${table}.status`)} not in ('draft', 'left') and ${sql.ref(`${table}.archived_at`)} is null)`

/** How many report to the employee of a query, of those who work here. */
export const reportsHere = () =>
  sql<number>`(select count(*) from employee as report where report.manager_id = employee.id and ${isHere('report')})`.as(
    'reports',
  )

/** Everybody who works here. */
export const peopleHere = () => queries.selectFrom('employee').where(isHere())

/** A word of a search, with the departments and positions whose names hold it. */
export interface SearchedWord {
  readonly word: string
  readonly departmentIds: readonly number[]
  readonly positionIds: readonly number[]
}

const oneOf = (column: string, ids: readonly number[]) =>
  sql<boolean>`${sql.ref(column)} in (${sql.join(ids.map((id) => sql.lit(id)))})`

/**
 * Narrows to those in whom every word stands somewhere.
 * @param columns what is looked through beside the names of departments and positions; by default what everybody sees
 */
export function foundBy<Output>(
  people: People<Output>,
  words: readonly SearchedWord[],
  columns: readonly ('directory_key' | 'employee_number_key')[] = ['directory_key'],
): People<Output> {
  return words.reduce(
    (found, { word, departmentIds, positionIds }) =>
      found.where(({ or }) =>
        or([
          ...columns.map((column) => holds(`employee.${column}`, word)),
          oneOf('employee.department_id', departmentIds),
          oneOf('employee.position_id', positionIds),
        ]),
      ),
    people,
  )
}

const personColumns = [
  'employee.id',
  'employee.employee_number',
  'employee.first_name',
  'employee.last_name',
  'employee.preferred_name',
  'employee.work_email',
  'employee.work_phone',
  'employee.status',
  'employee.department_id',
  'employee.position_id',
] as const

type PersonColumn = (typeof personColumns)[number] extends `employee.${infer Column}` ? Column : never

type Places = 'department_name' | 'position_title' | 'manager_first_name' | 'manager_last_name'

/** What lists of people are made of; each tells of it what its readers may see. */
export interface PersonRow extends Pick<JoinedRow, Places>, Omit<Pick<EmployeeTable, PersonColumn>, 'id'> {
  readonly id: number
  /** Null also where the manager is nobody whom everybody may know of. */
  readonly manager_id: number | null
}

/** One page of people by name. Names are looked up for the page alone. */
export function selectPeople(people: People<object>, offset: number, limit: number) {
  const page = people
    .select('employee.id')
    .orderBy('employee.sort_key')
    .orderBy('employee.id')
    .limit(limit)
    .offset(offset)
  return queries
    .selectFrom('employee')
    .where('employee.id', 'in', page)
    .leftJoin('department', 'department.id', 'employee.department_id')
    .leftJoin('position', 'position.id', 'employee.position_id')
    .leftJoin('employee as manager', (join) =>
      join.onRef('manager.id', '=', 'employee.manager_id').on(isHere('manager')),
    )
    .select(personColumns)
    .select([
      'manager.id as manager_id',
      'department.name as department_name',
      'position.title as position_title',
      'manager.first_name as manager_first_name',
      'manager.last_name as manager_last_name',
    ])
    .orderBy('employee.sort_key')
    .orderBy('employee.id')
}

/** To whom somebody reports, and how many report to them: of those alone whom everybody may know of. */
export const selectLine = prepared<{ id: number }, Line>((parameter) =>
  queries
    .selectFrom('employee')
    .where('employee.id', '=', parameter('id'))
    .leftJoin('employee as manager', (join) =>
      join.onRef('manager.id', '=', 'employee.manager_id').on(isHere('manager')),
    )
    .select(['manager.id as manager_id', 'manager.first_name', 'manager.last_name'])
    .select(reportsHere()),
)

interface Line {
  readonly manager_id: number | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly reports: number
}

export const countPeople = (people: People<object>) =>
  people.select((select) => select.fn.countAll<number>().as('count'))

/** The employee to whom an account belongs. */
export const selectOwnId = prepared<{ accountId: number }, { id: number }>((parameter) =>
  queries.selectFrom('employee').select('id').where('account_id', '=', parameter('accountId')),
)

/**
 * The employee to whom an account belongs and, of those below at any depth, the ones to whom others report: whoever
 * reports to one of these stands below. They are a tenth of all, and found by an index alone.
 */
export const selectLeads = prepared<{ accountId: number }, { readonly id: number }>((parameter) =>
  queries
    .withRecursive('lead', (lead) =>
      lead
        .selectFrom('employee')
        .select('employee.id')
        .where('employee.account_id', '=', parameter('accountId'))
        .union(
          lead
            .selectFrom('employee')
            .innerJoin('lead', 'lead.id', 'employee.manager_id')
            .select('employee.id')
            .where(({ exists, selectFrom }) =>
              exists(
                selectFrom('employee as report').select('report.id').whereRef('report.manager_id', '=', 'employee.id'),
              ),
            ),
        ),
    )
    .selectFrom('lead')
    .select('lead.id'),
)

/** The reports of more than these are met sooner by going through everybody than by looking up those of each. */
const mostLookedUp = 500

/** Whether an employee reports to one of these. */
export const reportsToAny = (leads: readonly number[]) =>
  sql<boolean>`${leads.length > mostLookedUp ? sql`+employee.manager_id` : sql`employee.manager_id`} in (${anyId(leads)})`

/** Whether an employee stands below the one to whom the account belongs; quick for one, whatever number stands below. */
export const hasAbove = (accountId: number) =>
  sql<boolean>`(${queries.selectFrom('employee as own').select('own.id').where('own.account_id', '=', accountId)}) in (
    with recursive above (id) as (
      select employee.manager_id
      union
      select manager.manager_id from employee as manager join above on above.id = manager.id
    )
    select above.id from above
  )`

/** The names that a search finds people by, beside their own. */
export const selectDepartmentNames = prepared<
  object,
  { readonly id: number; readonly name: string; readonly parent_id: number | null }
>(() => queries.selectFrom('department').select(['id', 'name', 'parent_id']))

export const selectPositionTitles = prepared<object, { readonly id: number; readonly title: string }>(() =>
  queries.selectFrom('position').select(['id', 'title']),
)
