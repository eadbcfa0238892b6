/** The SQL of `session_history`: one row for each login, whatever the session engine. */
import { sql } from 'kysely'
import type { Role } from '../contract/roles.ts'
import type { EndReason } from '../contract/session-view.ts'
import type { Database, Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'

/** A login and, as they are at this moment, the account it belongs to. */
export interface Login {
  readonly historyId: number
  readonly startedAt: number
  readonly lastActivityAt: number
  readonly expiresAt: number
  readonly endedAt: number | null
  readonly reason: EndReason | null
  readonly endedByName: string | null
  readonly accountId: number
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly mustChoosePassword: number
  readonly disabledAt: number | null
}

/** A login that has not ended. */
export interface OpenLogin {
  readonly historyId: number
  readonly accountId: number
  readonly username: string
  readonly lastActivityAt: number
}

/** What screens call a person: as the employee record says, else as the account does. */
export const displayNameSql = sql<string>`coalesce(trim(employee.first_name || ' ' || employee.last_name), account.full_name)`

const loginById = prepared<{ historyId: number }, Login>((parameter) =>
  queries
    .selectFrom('session_history as history')
    .innerJoin('account', 'account.id', 'history.account_id')
    .leftJoin('employee', 'employee.account_id', 'account.id')
    .leftJoin('account as ender', 'ender.id', 'history.ended_by')
    .select((expression) => [
      'history.id as historyId',
      'history.started_at as startedAt',
      'history.last_activity_at as lastActivityAt',
      'history.expires_at as expiresAt',
      'history.ended_at as endedAt',
      expression.ref('history.reason').$castTo<EndReason | null>().as('reason'),
      'ender.full_name as endedByName',
      'account.id as accountId',
      'account.username as username',
      displayNameSql.as('displayName'),
      'account.role as role',
      'account.must_choose_password as mustChoosePassword',
      'account.disabled_at as disabledAt',
    ])
    .where('history.id', '=', parameter('historyId')),
)

export async function readLogin(from: Database, historyId: number): Promise<Login | null> {
  const [row] = await from.read(loginById({ historyId }))
  return row ?? null
}

interface AccountAtSignIn extends Pick<Login, 'disabledAt' | 'role' | 'mustChoosePassword' | 'displayName'> {
  readonly version: number
}

const accountAtSignIn = prepared<{ accountId: number }, AccountAtSignIn>((parameter) =>
  queries
    .selectFrom('account')
    .leftJoin('employee', 'employee.account_id', 'account.id')
    .select([
      'account.version as version',
      'account.disabled_at as disabledAt',
      'account.role as role',
      'account.must_choose_password as mustChoosePassword',
      displayNameSql.as('displayName'),
    ])
    .where('account.id', '=', parameter('accountId')),
)

/** The account that signs in, read inside the transaction that lets it in. */
export async function readAccountToSignIn(
  transaction: Transaction,
  accountId: number,
): Promise<AccountAtSignIn | null> {
  const { rows } = await transaction.execute(accountAtSignIn({ accountId }))
  return rows[0] ?? null
}

export interface NewLogin {
  readonly accountId: number
  readonly keyHash: string
  readonly computer: string
  readonly startedAt: number
  readonly expiresAt: number
}

const insert = prepared<NewLogin, { id: number }>((parameter) =>
  queries
    .insertInto('session_history')
    .values({
      account_id: parameter('accountId'),
      key_hash: parameter('keyHash'),
      computer: parameter('computer'),
      started_at: parameter('startedAt'),
      last_activity_at: parameter('startedAt'),
      locked_at: null,
      expires_at: parameter('expiresAt'),
      ended_at: null,
      reason: null,
      ended_by: null,
      told_at: null,
    })
    .returning('id'),
)

const noteSignIn = prepared<Pick<NewLogin, 'accountId' | 'startedAt'>, never>((parameter) =>
  queries
    .updateTable('account')
    .set({ last_sign_in_at: parameter('startedAt') })
    .where('id', '=', parameter('accountId')),
)

/** Adds the row of a login and notes it as the account's last one. Answers the row's id. */
export async function insertLogin(transaction: Transaction, login: NewLogin): Promise<number> {
  const { rows } = await transaction.execute(insert(login))
  await transaction.execute(noteSignIn(login))
  const [row] = rows
  if (!row) throw new Error('the login was not inserted')
  return row.id
}

const openLogin = () =>
  queries
    .selectFrom('session_history as history')
    .innerJoin('account', 'account.id', 'history.account_id')
    .select([
      'history.id as historyId',
      'account.id as accountId',
      'account.username as username',
      'history.last_activity_at as lastActivityAt',
    ])
    .where('history.ended_at', 'is', null)
    .orderBy('history.id')

const openOn = prepared<{ accountId: number; computer: string }, OpenLogin>((parameter) =>
  openLogin()
    .where('history.account_id', '=', parameter('accountId'))
    .where('history.computer', '=', parameter('computer')),
)

/** The open logins of an account on one computer. */
export async function openLoginsOn(
  transaction: Transaction,
  accountId: number,
  computer: string,
): Promise<readonly OpenLogin[]> {
  return (await transaction.execute(openOn({ accountId, computer }))).rows
}

/** Which open logins are meant; all that is given must hold. */
export interface WhichLogins {
  readonly accountId?: number
  readonly computer?: string
  readonly historyIds?: readonly number[]
  /** This computer's, and any that has outlived its absolute limit by this instant. */
  readonly leftBehind?: { readonly computer: string; readonly now: number }
}

export async function openLogins(transaction: Transaction, which: WhichLogins): Promise<readonly OpenLogin[]> {
  const { accountId, computer, historyIds, leftBehind } = which
  let query = openLogin()
  if (accountId !== undefined) query = query.where('history.account_id', '=', accountId)
  if (computer !== undefined) query = query.where('history.computer', '=', computer)
  if (historyIds !== undefined) query = query.where('history.id', 'in', historyIds)
  if (leftBehind !== undefined) {
    query = query.where((expression) =>
      expression.or([
        expression('history.computer', '=', leftBehind.computer),
        expression('history.expires_at', '<=', leftBehind.now),
      ]),
    )
  }
  return (await transaction.execute(query)).rows
}

export interface LoginEnd {
  readonly reason: EndReason
  readonly endedAt: number
  /** The account of another person who ended it. */
  readonly endedBy: number | null
  /** When the owner was told; null while still to be told. */
  readonly toldAt: number | null
}

const end = prepared<LoginEnd & { historyId: number }, never>((parameter) =>
  queries
    .updateTable('session_history')
    .set({
      reason: parameter('reason'),
      ended_at: parameter('endedAt'),
      ended_by: parameter('endedBy'),
      told_at: parameter('toldAt'),
    })
    .where('id', '=', parameter('historyId')),
)

export async function markEnded(transaction: Transaction, historyId: number, how: LoginEnd): Promise<void> {
  await transaction.execute(end({ ...how, historyId }))
}

export async function markTold(transaction: Transaction, historyId: number, toldAt: number): Promise<void> {
  await transaction.execute(
    queries
      .updateTable('session_history')
      .set({ told_at: toldAt })
      .where('id', '=', historyId)
      .where('told_at', 'is', null),
  )
}

export async function updateKeyHash(transaction: Transaction, historyId: number, keyHash: string): Promise<void> {
  await transaction.execute(
    queries.updateTable('session_history').set({ key_hash: keyHash }).where('id', '=', historyId),
  )
}

const activity = prepared<{ historyId: number; at: number }, unknown>((parameter) =>
  queries
    .updateTable('session_history')
    .set({ last_activity_at: parameter('at') })
    .where('id', '=', parameter('historyId'))
    .where('ended_at', 'is', null),
)

export async function writeActivity(transaction: Transaction, historyId: number, at: number): Promise<void> {
  await transaction.execute(activity({ historyId, at }))
}

/**
 * Notes when an open login was locked, null when it was unlocked, and its last activity.
 * @returns whether it was open
 */
export async function writeLocked(
  transaction: Transaction,
  historyId: number,
  lockedAt: number | null,
  lastActivityAt: number,
): Promise<boolean> {
  const { changed } = await transaction.execute(
    queries
      .updateTable('session_history')
      .set({ locked_at: lockedAt, last_activity_at: lastActivityAt })
      .where('id', '=', historyId)
      .where('ended_at', 'is', null),
  )
  return changed === 1
}

/**
 * The latest moment that the data knows of this computer: its newest audit entry, or the last activity in a login that
 * is open, milliseconds since 1970. A clock that shows an earlier time was set back (threat-model.md A24).
 */
export async function readHighestMoment(database: Database, computer: string): Promise<number> {
  const [audited] = await database.read(
    queries.selectFrom('audit_entry').select('at').where('computer', '=', computer).orderBy('id', 'desc').limit(1),
  )
  const [active] = await database.read(
    queries
      .selectFrom('session_history')
      .select((expression) => expression.fn.max('last_activity_at').as('at'))
      .where('computer', '=', computer)
      .where('ended_at', 'is', null),
  )
  return Math.max(audited?.at ?? 0, active?.at ?? 0)
}
