import { type SelectQueryBuilder, sql } from 'kysely'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable, Schema } from '../database/schema.ts'

const ownColumns = [
  'employee.id',
  'employee.version',
  'employee.employee_number',
  'employee.first_name',
  'employee.last_name',
  'employee.work_email',
  'employee.hire_date',
  'employee.status',
  'employee.account_id',
  'employee.created_at',
  'employee.updated_at',
] as const

const accountColumns = [
  'account.username',
  'account.role',
  'account.disabled_at',
  'account.last_sign_in_at',
  'account.must_choose_password',
] as const

/** An employee with the account that belongs to it, whose columns are null where there is none. */
export interface EmployeeRow
  extends Pick<
    EmployeeTable,
    | 'version'
    | 'employee_number'
    | 'first_name'
    | 'last_name'
    | 'work_email'
    | 'hire_date'
    | 'status'
    | 'account_id'
    | 'created_at'
    | 'updated_at'
  > {
  readonly id: number
  readonly username: string | null
  readonly role: Schema['account']['role'] | null
  readonly disabled_at: number | null
  readonly last_sign_in_at: number | null
  readonly must_choose_password: number | null
}

/** What an update writes besides the version. */
type ChangeableColumns = Omit<EmployeeTable, 'id' | 'status' | 'account_id' | 'created_at' | 'version'>

export const selectEmployee = prepared<{ id: number }, EmployeeRow>((parameter) =>
  queries
    .selectFrom('employee')
    .leftJoin('account', 'account.id', 'employee.account_id')
    .select(ownColumns)
    .select(accountColumns)
    .where('employee.id', '=', parameter('id')),
)

const countAll = prepared<object, { count: number }>(() =>
  queries.selectFrom('employee').select((select) => select.fn.countAll<number>().as('count')),
)

export const countEmployees = () => countAll({})

/** @param words folded; every one must stand in the search key */
export function countMatching(words: readonly string[]) {
  return matching(queries.selectFrom('employee'), words).select((select) => select.fn.countAll<number>().as('count'))
}

/** One page of the list, in its order. */
export function selectPage(words: readonly string[], offset: number, limit: number) {
  const page = matching(queries.selectFrom('employee'), words)
    .select([...ownColumns, 'employee.sort_key'])
    .orderBy('employee.sort_key')
    .orderBy('employee.id')
    .limit(limit)
    .offset(offset)
  // Joined afterwards, so that the accounts of the rows skipped are not looked up.
  return queries
    .selectFrom(page.as('employee'))
    .leftJoin('account', 'account.id', 'employee.account_id')
    .select(ownColumns)
    .select(accountColumns)
    .orderBy('employee.sort_key')
    .orderBy('employee.id')
}

function matching<Output>(query: SelectQueryBuilder<Schema, 'employee', Output>, words: readonly string[]) {
  return words.reduce(
    (narrowed, word) => narrowed.where(sql<boolean>`employee.search_key like ${infix(word)} escape '\\'`),
    query,
  )
}

/** A LIKE pattern for the text anywhere; the text's own wildcards stand for themselves. */
const infix = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

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

export const insertEmployee = prepared<Omit<EmployeeTable, 'id'>, { id: number }>((parameter) =>
  queries
    .insertInto('employee')
    .values({
      employee_number: parameter('employee_number'),
      employee_number_key: parameter('employee_number_key'),
      first_name: parameter('first_name'),
      last_name: parameter('last_name'),
      work_email: parameter('work_email'),
      work_email_key: parameter('work_email_key'),
      hire_date: parameter('hire_date'),
      status: parameter('status'),
      account_id: parameter('account_id'),
      search_key: parameter('search_key'),
      sort_key: parameter('sort_key'),
      created_at: parameter('created_at'),
      updated_at: parameter('updated_at'),
      version: parameter('version'),
    })
    .returning('id'),
)

export const updateEmployee = prepared<ChangeableColumns & { id: number; version: number }, unknown>((parameter) =>
  queries
    .updateTable('employee')
    .set({
      employee_number: parameter('employee_number'),
      employee_number_key: parameter('employee_number_key'),
      first_name: parameter('first_name'),
      last_name: parameter('last_name'),
      work_email: parameter('work_email'),
      work_email_key: parameter('work_email_key'),
      hire_date: parameter('hire_date'),
      search_key: parameter('search_key'),
      sort_key: parameter('sort_key'),
      updated_at: parameter('updated_at'),
      version: parameter('version'),
    })
    .where('id', '=', parameter('id')),
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
