import { type SelectQueryBuilder, sql } from 'kysely'
import { type CustomKey, isCustomKey } from '../contract/custom-fields.ts'
import type { EmployeeFilter, EmployeeSort, EmployeeSortColumn } from '../contract/employee-filter.ts'
import type { EmployeeColumn } from '../contract/employee-list.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable, Schema } from '../database/schema.ts'
import { customSort, customValues } from './custom-columns-repository.ts'
import { besides, isNarrowing, narrowed, passed, type ReadColumn } from './filter-repository.ts'
import { type JoinedRow, joinedColumns } from './repository.ts'
import { among, countFound, type Found, type Ids } from './search-repository.ts'

/** What the list shows. */
const summaryColumns = [
  'employee.id',
  'employee.employee_number',
  'employee.first_name',
  'employee.last_name',
  'employee.work_email',
  'employee.hire_date',
  'employee.employment_type',
  'employee.status',
  'employee.account_id',
  'employee.department_id',
  'employee.position_id',
  'employee.manager_id',
] as const

type SummaryColumn = (typeof summaryColumns)[number] extends `employee.${infer Column}` ? Column : never

export interface SummaryRow extends JoinedRow, Omit<Pick<EmployeeTable, SummaryColumn>, 'id'> {
  /** A JSON object; only where custom fields are asked for. */
  readonly custom?: string
}

/** What each column of the list is ordered by. A lookup costs nothing where the column is not asked for. */
const sortExpressions = {
  name: sql`employee.sort_key`,
  employeeNumber: sql`employee.employee_number_key`,
  username: sql`(select username_key from account where account.id = employee.account_id)`,
  role: sql`(select role from account where account.id = employee.account_id)`,
  workEmail: sql`employee.work_email_key`,
  department: sql`(select name_key from department where department.id = employee.department_id)`,
  position: sql`(select title_key from position where position.id = employee.position_id)`,
  manager: sql`(select manager.sort_key from employee as manager where manager.id = employee.manager_id)`,
  employmentType: sql`employee.employment_type`,
  hireDate: sql`employee.hire_date`,
  status: sql`employee.status`,
} as const satisfies Record<EmployeeSortColumn, unknown>

/** What everybody has. */
const always: ReadonlySet<EmployeeColumn> = new Set(['name', 'employeeNumber', 'hireDate', 'status'])

/**
 * Which way a column is ordered. Whoever has nothing in it stands last either way: SQLite holds nothing to be the
 * smallest, and still goes through an index of the column where it is told otherwise, in two passes.
 */
export const direction = ({ column, descending }: EmployeeSort[number]) =>
  descending ? sql`desc` : always.has(column) ? sql`asc` : sql`asc nulls last`

const sortExpression = (column: EmployeeColumn) => (isCustomKey(column) ? customSort(column) : sortExpressions[column])

/** What a search found, and which of that a filter leaves. */
export interface Listed {
  readonly filter: EmployeeFilter
  readonly found: Found
}

const archivedIds: Ids = sql`select id from employee where archived_at is not null`

/**
 * The index of figures holds all that a filter asks for, and begins with the status. What few have in common is looked
 * up.
 */
const throughFigures: ReadColumn = (name) =>
  name === 'employee.status' || name === 'employee.position_id' || name === 'employee.manager_id'
    ? sql.ref(name)
    : passed(name)

/** Without a narrowing filter the rows themselves need not be read: the archived are few, and an index holds them. */
export function countListed({ filter, found }: Listed) {
  const { all, none } = found
  const counted = isNarrowing(filter) ? null : countFound({ all, none: [...none, archivedIds] })
  if (counted) return counted
  return among(narrowed(queries.selectFrom('employee'), filter, besides(found, throughFigures)), found).select(
    (select) => select.fn.countAll<number>().as('count'),
  )
}

/** The rows that are wanted of all, in their order. */
export interface Page {
  readonly sort: EmployeeSort
  /** The custom fields whose values are told. */
  readonly custom: readonly CustomKey[]
  readonly offset: number
  readonly limit: number
}

/** In the order of names all of one status, or of one type, stand together in an index. */
const inNames: ReadColumn = (name, values) =>
  values === 1 && (name === 'employee.status' || name === 'employee.employment_type') ? sql.ref(name) : passed(name)

const walkedBy = ([first]: EmployeeSort): ReadColumn => (!first || first.column === 'name' ? inNames : passed)

/** One page of the list; `walks` as in `among`. */
export function selectPage({ filter, found }: Listed, { sort, custom, offset, limit }: Page, walks: boolean) {
  const filtered = narrowed(queries.selectFrom('employee'), filter, walks ? walkedBy(sort) : besides(found))
  const page = ordered(among(filtered, found, walks), sort)
    .select('employee.id')
    .limit(limit)
    .offset(offset)
  // Read afterwards, so that nothing is looked up for the rows skipped.
  const rows = ordered(queries.selectFrom('employee').where('employee.id', 'in', page), sort)
    .leftJoin('account', 'account.id', 'employee.account_id')
    .leftJoin('department', 'department.id', 'employee.department_id')
    .leftJoin('position', 'position.id', 'employee.position_id')
    .leftJoin('employee as manager', 'manager.id', 'employee.manager_id')
    .select(summaryColumns)
    .select(joinedColumns)
  return custom.length === 0 ? rows : rows.select(customValues(custom))
}

/** Puts employees in the order of the list. */
export function ordered<Output>(
  query: SelectQueryBuilder<Schema, 'employee', Output>,
  sort: EmployeeSort,
): SelectQueryBuilder<Schema, 'employee', Output> {
  const asked = sort.reduce(
    (sorted, part) => sorted.orderBy(sql`${sortExpression(part.column)} ${direction(part)}`),
    query,
  )
  // SQLite would sort anew by a column that it has in order already.
  const byName = sort.some(({ column }) => column === 'name') ? asked : asked.orderBy('employee.sort_key')
  return byName.orderBy('employee.id')
}
