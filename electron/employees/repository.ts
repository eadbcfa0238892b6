import { sql } from 'kysely'
import { jsonObject } from '../database/json.ts'
import type { Transaction } from '../database/port.ts'
import { parametersFor, prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { DepartmentTable, EmployeeTable, Schema } from '../database/schema.ts'
import { unusedId } from '../database/unused-id.ts'
import { textColumns } from './fields.ts'

/** What comes from the tables that an employee points to; null where there is nothing to point to. */
export const joinedColumns = [
  'account.username',
  'account.role',
  'account.disabled_at',
  'account.last_sign_in_at',
  'account.must_choose_password',
  'department.name as department_name',
  'position.title as position_title',
  'manager.first_name as manager_first_name',
  'manager.last_name as manager_last_name',
] as const

export interface JoinedRow {
  readonly id: number
  readonly username: string | null
  readonly role: Schema['account']['role'] | null
  readonly disabled_at: number | null
  readonly last_sign_in_at: number | null
  readonly must_choose_password: number | null
  readonly department_name: string | null
  readonly position_title: string | null
  readonly manager_first_name: string | null
  readonly manager_last_name: string | null
}

/** What an employee has in custom fields, as `custom`: a JSON object of their ids and values. */
export const customColumn = queries
  .selectFrom('custom_value')
  .select(jsonObject('custom_value.field_id', 'custom_value.value').as('values'))
  .where('custom_value.employee_id', '=', sql.ref<number>('employee.id'))
  .as('custom')

export interface EmployeeRow extends JoinedRow, Omit<EmployeeTable, 'id'> {
  readonly successor_first_name: string | null
  readonly successor_last_name: string | null
  readonly reports: number | null
  readonly custom: string | null
}

export const selectEmployee = prepared<{ id: number }, EmployeeRow>((parameter) =>
  queries
    .selectFrom('employee')
    .leftJoin('account', 'account.id', 'employee.account_id')
    .leftJoin('department', 'department.id', 'employee.department_id')
    .leftJoin('position', 'position.id', 'employee.position_id')
    .leftJoin('employee as manager', 'manager.id', 'employee.manager_id')
    .selectAll('employee')
    .select(joinedColumns)
    .leftJoin('employee as successor', 'successor.id', 'employee.successor_id')
    .select(['successor.first_name as successor_first_name', 'successor.last_name as successor_last_name'])
    .select((select) =>
      select
        .selectFrom('employee as report')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('report.manager_id', '=', 'employee.id')
        .where('report.archived_at', 'is', null)
        .as('reports'),
    )
    .select(customColumn)
    .where('employee.id', '=', parameter('id')),
)

/** All without the archived, who are few: all rows of a table are counted without a look at each of them. */
const countAll = prepared<object, { count: number }>(() =>
  queries.selectNoFrom(
    sql<number>`(select count(*) from employee) - (select count(*) from employee where archived_at is not null)`.as(
      'count',
    ),
  ),
)

/** How many there are, but for the archived. */
export const countEmployees = () => countAll({})

/** Somebody other than `exceptId` (0 for all) who has the e-mail address. */
export const selectByWorkEmail = prepared<
  { work_email_key: string | null; exceptId: number },
  Pick<EmployeeTable, 'work_email' | 'first_name' | 'last_name'>
>((parameter) =>
  queries
    .selectFrom('employee')
    .select(['work_email', 'first_name', 'last_name'])
    .where('work_email_key', '=', parameter('work_email_key'))
    .where('id', '!=', parameter('exceptId')),
)

/** Somebody other than `exceptId` (0 for all) who has the number or had it once; the names are null for the purged. */
export const selectByNumberEver = prepared<
  { employee_number_key: string; exceptId: number },
  { [Column in 'employee_number' | 'employee_number_key' | 'first_name' | 'last_name']: string | null }
>((parameter) =>
  queries
    .selectFrom('used_employee_number')
    .leftJoin('employee', 'employee.id', 'used_employee_number.employee_id')
    .select(['employee_number', 'employee_number_key', 'first_name', 'last_name'])
    .where('number_key', '=', parameter('employee_number_key'))
    .where('employee_id', '!=', parameter('exceptId')),
)

/** Remembers a number for good; silent where it is remembered already. */
export const rememberNumber = prepared<{ employee_number_key: string; id: number }, never>((parameter) =>
  queries
    .insertInto('used_employee_number')
    .values({ number_key: parameter('employee_number_key'), employee_id: parameter('id') })
    .onConflict((conflict) => conflict.column('number_key').doNothing()),
)

const fieldColumns = [
  ...Object.values(textColumns),
  'employee_number_key',
  'work_email_key',
  'department_id',
  'position_id',
  'manager_id',
  'employment_type',
  'search_key',
  'sort_key',
  'directory_key',
  'updated_at',
  'version',
] as const

const newColumns = [...fieldColumns, 'status', 'account_id', 'created_at'] as const

type NewEmployee = Pick<EmployeeTable, (typeof newColumns)[number]>

const selectNextId = prepared<object, { id: number }>(() =>
  queries.selectNoFrom(unusedId('employee', 'employee').as('id')),
)

/**
 * The id of whoever is added next. That of somebody who was purged is not given again: their history, which stays, would
 * be taken for that of whoever got it. Everybody who was ever added stands in the audit.
 */
export async function nextIdWithin(transaction: Transaction): Promise<number> {
  const { rows } = await transaction.execute(selectNextId({}))
  if (!rows[0]) throw new Error('there is no next id')
  return rows[0].id
}

/**
 * The id is handed in: for an insert that returns one SQLite keeps a copy of every page that it changes, in case it has
 * to take the statement back, and takes four times as long.
 */
export const insertEmployee = prepared<NewEmployee & { id: number }, never>((parameter) =>
  queries.insertInto('employee').values({
    id: parameter('id'),
    ...parametersFor<NewEmployee & { id: number }, keyof NewEmployee>(parameter, newColumns),
  }),
)

/** Writes these columns of one employee. */
const updateOf = <Column extends Exclude<keyof EmployeeTable, 'id'>>(columns: readonly Column[]) =>
  prepared<Pick<EmployeeTable, Column> & { id: number }, unknown>((parameter) =>
    queries
      .updateTable('employee')
      .set(parametersFor<Pick<EmployeeTable, Column> & { id: number }, Column>(parameter, columns))
      .where('id', '=', parameter('id')),
  )

/**
 * Writes those of an employee's columns that differ from the row as it is: SQLite writes every index anew that holds a
 * column which an update names, changed or not.
 */
export function updateEmployee(row: EmployeeRow, columns: Pick<EmployeeTable, (typeof fieldColumns)[number]>) {
  const differing = fieldColumns.filter((column) => row[column] !== columns[column])
  return queries
    .updateTable('employee')
    .set(Object.fromEntries(differing.map((column) => [column, columns[column]])))
    .where('id', '=', row.id)
}

export const updateAccount = updateOf(['account_id', 'search_key', 'updated_at', 'version'])

/** The name of a department. */
export const selectDepartmentName = prepared<{ id: number }, { readonly name: string }>((parameter) =>
  queries.selectFrom('department').select('name').where('id', '=', parameter('id')),
)

/** The title of a position. */
export const selectPositionTitle = prepared<{ id: number }, { readonly title: string }>((parameter) =>
  queries.selectFrom('position').select('title').where('id', '=', parameter('id')),
)

/** Who somebody is and to whom they report. */
export interface ReportingRow extends Pick<EmployeeTable, Exclude<(typeof reportingColumns)[number], 'id'>> {
  readonly id: number
}

const reportingColumns = [
  'id',
  'first_name',
  'last_name',
  'manager_id',
  'status',
  'hire_date',
  'leaving_date',
  'version',
  'archived_at',
] as const

export const selectReporting = prepared<{ id: number }, ReportingRow>((parameter) =>
  queries.selectFrom('employee').select(reportingColumns).where('id', '=', parameter('id')),
)

/** Those who report to somebody. */
export const selectReports = prepared<{ id: number }, ReportingRow>((parameter) =>
  queries.selectFrom('employee').select(reportingColumns).where('manager_id', '=', parameter('id')).orderBy('id'),
)

/** What a search looks through, where it changes without the employee. */
export const updateSearchKey = updateOf(['search_key'])

/** A change that stands in none of the employee's own columns. */
export const updateStamp = updateOf(['updated_at', 'version'])

export const updateManager = updateOf(['manager_id', 'updated_at', 'version'])

export const updateSuccessor = updateOf(['successor_id', 'updated_at', 'version'])

/** The departments that somebody leads. */
export const selectHeadedBy = prepared<{ id: number }, { id: number; name: string; version: number }>((parameter) =>
  queries.selectFrom('department').select(['id', 'name', 'version']).where('head_id', '=', parameter('id')),
)

const headColumns = ['head_id', 'updated_at', 'version'] as const

type ChangedHead = Pick<DepartmentTable, (typeof headColumns)[number]>

export const updateHead = prepared<ChangedHead & { id: number }, unknown>((parameter) =>
  queries
    .updateTable('department')
    .set(parametersFor<ChangedHead, keyof ChangedHead>(parameter, headColumns))
    .where('id', '=', parameter('id')),
)

export const updateStatus = updateOf(['status', 'updated_at', 'version'])

export const updateLeaving = updateOf([
  'status',
  'leaving_date',
  'leaving_reason',
  'successor_id',
  'updated_at',
  'version',
])

const hiredColumns = ['hire_date', 'updated_at', 'version'] as const

type ChangedHire = Pick<EmployeeTable, (typeof hiredColumns)[number]>

/** Takes somebody on again: what was agreed for the time before no longer holds. */
export const updateHired = prepared<ChangedHire & { id: number }, unknown>((parameter) =>
  queries
    .updateTable('employee')
    .set({
      ...parametersFor<ChangedHire, keyof ChangedHire>(parameter, hiredColumns),
      status: 'active',
      leaving_date: null,
      leaving_reason: null,
      successor_id: null,
      probation_end_date: null,
      contract_end_date: null,
    })
    .where('id', '=', parameter('id')),
)

/** Those whose last day is over and who have not left yet. */
export const selectDueLeavings = prepared<{ today: string }, { id: number }>((parameter) =>
  queries
    .selectFrom('employee')
    .select('id')
    .where('leaving_date', '<', parameter('today'))
    .where('leaving_date', 'is not', null)
    .where('status', '!=', 'left')
    .orderBy('id'),
)

/** The newest `limit` updates of an employee, the newest first: by whom, and which fields (a JSON array). */
export const selectLatestUpdates = prepared<
  { id: number; limit: number },
  { readonly actor_name: string | null; readonly fields: string }
>((parameter) =>
  queries
    .selectFrom('audit_entry')
    .select(['actor_name', 'fields'])
    .where('subject_kind', '=', 'employee')
    .where('subject_id', '=', parameter('id'))
    .where('action', '=', 'employee.updated')
    .orderBy('id', 'desc')
    .limit(parameter('limit')),
)
