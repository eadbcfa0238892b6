/** The SQL of accounts. */
import { type Selectable, sql } from 'kysely'
import type { AccountView } from '../contract/accounts.ts'
import type { Role } from '../contract/roles.ts'
import type { Database, Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { AccountTable } from '../database/schema.ts'
import { toInstant } from '../environment/clock.ts'
import { displayNameSql } from '../lifecycle/history.ts'

/** An account with the names that belong to the person. */
export interface Account {
  readonly id: number
  readonly username: string
  readonly usernameKey: string
  /** From the employee record where there is one. */
  readonly displayName: string
  readonly workEmail: string | null
  readonly role: Role
  readonly passwordHash: string
  readonly mustChoosePassword: number
  readonly temporaryPasswordExpiresAt: number | null
  readonly recoveryCodeHash: string | null
  readonly disabledAt: number | null
  /** Of the employee record; null without one. */
  readonly employeeStatus: string | null
  /** Since when the employee is archived; null for everybody else. */
  readonly employeeArchivedAt: number | null
  readonly lastSignInAt: number | null
  readonly version: number
}

const accounts = () =>
  queries
    .selectFrom('account')
    .leftJoin('employee', 'employee.account_id', 'account.id')
    .select([
      'account.id as id',
      'account.username as username',
      'account.username_key as usernameKey',
      displayNameSql.as('displayName'),
      'employee.work_email as workEmail',
      'employee.status as employeeStatus',
      'employee.archived_at as employeeArchivedAt',
      'account.role as role',
      'account.password_hash as passwordHash',
      'account.must_choose_password as mustChoosePassword',
      'account.temporary_password_expires_at as temporaryPasswordExpiresAt',
      'account.recovery_code_hash as recoveryCodeHash',
      'account.disabled_at as disabledAt',
      'account.last_sign_in_at as lastSignInAt',
      'account.version as version',
    ])

const byKey = prepared<{ key: string }, Account>((parameter) =>
  accounts().where('account.username_key', '=', parameter('key')),
)

const byId = prepared<{ id: number }, Account>((parameter) => accounts().where('account.id', '=', parameter('id')))

export async function findByUsername(database: Database, key: string): Promise<Account | null> {
  return (await database.read(byKey({ key })))[0] ?? null
}

export async function findById(database: Database, id: number): Promise<Account | null> {
  return (await database.read(byId({ id })))[0] ?? null
}

export async function findByIdWithin(transaction: Transaction, id: number): Promise<Account | null> {
  return (await transaction.execute(byId({ id }))).rows[0] ?? null
}

export async function findByKeyWithin(transaction: Transaction, key: string): Promise<Account | null> {
  return (await transaction.execute(byKey({ key }))).rows[0] ?? null
}

/** The accounts that have a recovery code: the administrator made at set-up. */
export function findRecoverable(database: Database): Promise<readonly Account[]> {
  return database.read(accounts().where('account.recovery_code_hash', 'is not', null))
}

/** Names of the administrators whom people can ask, in order. */
export async function readAdministratorNames(database: Database): Promise<string[]> {
  const rows = await database.read(
    accounts().where('account.role', '=', 'admin').where('account.disabled_at', 'is', null).orderBy('displayName'),
  )
  return rows.map((row) => row.displayName)
}

/** Administrators who can act for certain: active, with a password of their own. */
const certainAdministrators = (rows: readonly ActiveAdministrator[]) =>
  rows.filter((row) => row.must_choose_password === 0)

type ActiveAdministrator = Pick<Selectable<AccountTable>, 'id' | 'must_choose_password'>

async function readActiveAdministrators(transaction: Transaction): Promise<readonly ActiveAdministrator[]> {
  const { rows } = await transaction.execute(
    queries
      .selectFrom('account')
      .select(['id', 'must_choose_password'])
      .where('role', '=', 'admin')
      .where('disabled_at', 'is', null),
  )
  return rows
}

/** Whether somebody else can administer the company for certain. */
export async function hasOtherAdministrator(transaction: Transaction, accountId: number): Promise<boolean> {
  return certainAdministrators(await readActiveAdministrators(transaction)).some(({ id }) => id !== accountId)
}

/**
 * Whether nobody but this account could administer the company for certain: an active administrator with a password
 * of their own, and the only one. One who has still to use a temporary password does not count, for it may expire;
 * where nobody has one of their own, every active administrator is taken for the last.
 */
export async function isLastAdministrator(transaction: Transaction, accountId: number): Promise<boolean> {
  const rows = await readActiveAdministrators(transaction)
  const certain = certainAdministrators(rows)
  const isActive = rows.some((row) => row.id === accountId)
  return certain.length === 0 ? isActive : certain.length === 1 && certain[0]?.id === accountId
}

export interface NewAccountRow {
  readonly username: string
  readonly usernameKey: string
  readonly fullName: string
  readonly role: Role
  readonly passwordHash: string
  /** Null for a password that the person chose. */
  readonly temporaryPasswordExpiresAt: number | null
  readonly recoveryCodeHash: string | null
  readonly createdAt: number
}

/**
 * The id of an account that was purged is not given again: what it did stays in the audit, where every account that was
 * ever created stands.
 */
const nextId = sql<number>`1 + max(
  (select coalesce(max(id), 0) from account),
  (select coalesce(max(subject_id), 0) from audit_entry where subject_kind = 'account')
)`

/** @throws DatabaseError for a taken username (`account.username_key`) */
export async function insertAccount(transaction: Transaction, account: NewAccountRow): Promise<number> {
  const { rows } = await transaction.execute(
    queries
      .insertInto('account')
      .values({
        id: nextId,
        username: account.username,
        username_key: account.usernameKey,
        full_name: account.fullName,
        role: account.role,
        password_hash: account.passwordHash,
        must_choose_password: account.temporaryPasswordExpiresAt === null ? 0 : 1,
        temporary_password_expires_at: account.temporaryPasswordExpiresAt,
        recovery_code_hash: account.recoveryCodeHash,
        disabled_at: null,
        last_sign_in_at: null,
        created_at: account.createdAt,
        version: 1,
      })
      .returning('id'),
  )
  const [row] = rows
  if (!row) throw new Error('the account was not inserted')
  return row.id
}

export interface NewPassword {
  readonly passwordHash: string
  /** Null for a password that the person chose. */
  readonly temporaryPasswordExpiresAt: number | null
  /** Where the recovery code changes with it. */
  readonly recoveryCodeHash?: string
}

/** Sets a password, if nobody changed the account meanwhile. Answers whether it did. */
export async function updatePassword(
  transaction: Transaction,
  account: Pick<Account, 'id' | 'version'>,
  password: NewPassword,
): Promise<boolean> {
  const { changed } = await transaction.execute(
    queries
      .updateTable('account')
      .set((expression) => ({
        password_hash: password.passwordHash,
        must_choose_password: password.temporaryPasswordExpiresAt === null ? 0 : 1,
        temporary_password_expires_at: password.temporaryPasswordExpiresAt,
        ...(password.recoveryCodeHash === undefined ? {} : { recovery_code_hash: password.recoveryCodeHash }),
        version: expression('version', '+', 1),
      }))
      .where('id', '=', account.id)
      .where('version', '=', account.version),
  )
  return changed === 1
}

/** Replaces a hash by a stronger one of the same password; the account's version stays. */
export async function replaceHash(
  transaction: Transaction,
  account: Pick<Account, 'id' | 'passwordHash'>,
  passwordHash: string,
): Promise<void> {
  await transaction.execute(
    queries
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('id', '=', account.id)
      .where('password_hash', '=', account.passwordHash),
  )
}

/** @param disabledAt null to enable */
export async function updateDisabled(
  transaction: Transaction,
  accountId: number,
  disabledAt: number | null,
): Promise<void> {
  await transaction.execute(
    queries
      .updateTable('account')
      .set((expression) => ({ disabled_at: disabledAt, version: expression('version', '+', 1) }))
      .where('id', '=', accountId),
  )
}

export async function updateRole(transaction: Transaction, accountId: number, role: Role): Promise<void> {
  await transaction.execute(
    queries
      .updateTable('account')
      .set((expression) => ({ role, version: expression('version', '+', 1) }))
      .where('id', '=', accountId),
  )
}

export function toAccountView(account: Account): AccountView {
  return {
    id: account.id,
    username: account.username,
    role: account.role,
    disabledAt: account.disabledAt === null ? null : toInstant(account.disabledAt),
    lastSignInAt: account.lastSignInAt === null ? null : toInstant(account.lastSignInAt),
    mustChoosePassword: account.mustChoosePassword === 1,
  }
}
