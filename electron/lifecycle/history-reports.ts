/** What screens ask of `session_history`. */
import type { EndReason, SessionHistoryRow, SessionMessage } from '../contract/session-view.ts'
import type { Database, Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import { toInstant } from '../environment/clock.ts'
import { type ToldOf, toldActions, wordsOf } from './messages.ts'
import { reasonInWords, type UnattendedEnd, unattendedEnds } from './notices.ts'
import type { SessionLimits } from './policy.ts'

/** How many people's sessions last at this instant; one that nobody has asked after since its limit does not count. */
export async function countSignedIn(database: Database, now: number, limits: SessionLimits): Promise<number> {
  const [row] = await database.read(
    queries
      .selectFrom('session_history')
      .select((expression) => expression.fn.countAll<number>().as('count'))
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .where('last_activity_at', '>', now - limits.idleEndMs),
  )
  return row?.count ?? 0
}

interface RecentLogin {
  readonly id: number
  readonly computer: string
  readonly started_at: number
  readonly ended_at: number | null
  readonly reason: EndReason | null
}

const recent = prepared<{ accountId: number; limit: number }, RecentLogin>((parameter) =>
  queries
    .selectFrom('session_history')
    .select((expression) => [
      'id',
      'computer',
      'started_at',
      'ended_at',
      expression.ref('reason').$castTo<EndReason | null>().as('reason'),
    ])
    .where('account_id', '=', parameter('accountId'))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(parameter('limit')),
)

/** The account's newest logins. */
export async function readRecentLogins(
  database: Database,
  accountId: number,
  currentHistoryId: number,
  limit: number,
): Promise<SessionHistoryRow[]> {
  const rows = await database.read(recent({ accountId, limit }))
  return rows.map((row) => ({
    id: row.id,
    computer: row.computer,
    startedAt: toInstant(row.started_at),
    endedAt: row.ended_at === null ? null : toInstant(row.ended_at),
    reason: row.reason,
    reasonText: row.reason === null ? null : reasonInWords(row.reason),
    isCurrent: row.id === currentHistoryId,
  }))
}

/**
 * What the owner of these logins was told of them, the newest first: the audit notes each message in the transaction of
 * what it tells.
 * @param limit of messages
 */
export async function readMessages(
  database: Database,
  historyIds: readonly number[],
  limit: number,
): Promise<SessionMessage[]> {
  const rows = await database.read(
    queries
      .selectFrom('audit_entry as entry')
      .innerJoin('session_history as history', 'history.id', 'entry.subject_id')
      // The number of a login that left the history can be given anew, and the audit forgets nothing.
      .innerJoin(
        queries
          .selectFrom('audit_entry')
          .select((expression) => ['subject_id as historyId', expression.fn.max('id').as('firstId')])
          .where('subject_kind', '=', 'session')
          .where('subject_id', 'in', historyIds)
          .where('action', '=', 'session.created')
          .groupBy('subject_id')
          .as('created'),
        (join) => join.onRef('created.historyId', '=', 'history.id').onRef('entry.id', '>=', 'created.firstId'),
      )
      .leftJoin('account as ender', 'ender.id', 'history.ended_by')
      .select((expression) => [
        'entry.id as id',
        'entry.at as at',
        expression.ref('entry.action').$castTo<ToldOf['action']>().as('action'),
        'entry.fields as fields',
        'history.ended_at as endedAt',
        expression.ref('history.reason').$castTo<EndReason | null>().as('reason'),
        'ender.full_name as endedByName',
      ])
      .where('entry.subject_kind', '=', 'session')
      .where('entry.subject_id', 'in', historyIds)
      .where('entry.action', 'in', toldActions)
      .orderBy('entry.id', 'desc')
      .limit(limit),
  )
  return rows.map((row) => {
    const isEnd = row.action === 'session.ended'
    return { id: row.id, at: toInstant(isEnd ? (row.endedAt ?? row.at) : row.at), ...wordsOf(row) }
  })
}

/** A session that ended while nobody was at its window, so that its owner is still to be told. */
export interface UntoldEnd extends UnattendedEnd {
  readonly historyId: number
  readonly accountId: number
}

/** The ends that are told to the account that signs in next on the computer, and to nobody after that. */
const toldToNextOnly = ['app_closed', 'app_interrupted'] as const satisfies readonly UnattendedEnd['reason'][]

const untold = prepared<{ computer: string }, UntoldEnd>((parameter) =>
  queries
    .selectFrom('session_history')
    .select((expression) => [
      'id as historyId',
      'account_id as accountId',
      expression.ref('reason').$castTo<UntoldEnd['reason']>().as('reason'),
      expression.ref('ended_at').$notNull().as('endedAt'),
    ])
    .where('computer', '=', parameter('computer'))
    .where('reason', 'in', unattendedEnds)
    .where('told_at', 'is', null)
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc'),
)

/** The untold end of this computer's last session; null when somebody has signed in since. */
export async function readUntoldEnd(database: Database, computer: string): Promise<UntoldEnd | null> {
  const [end] = await database.read(untold({ computer }))
  if (!end) return null
  const [last] = await database.read(
    queries
      .selectFrom('session_history')
      .select(['id', 'started_at'])
      .where('computer', '=', computer)
      .orderBy('id', 'desc')
      .limit(1),
  )
  const isFollowed =
    last !== undefined &&
    (last.started_at > end.endedAt || (last.started_at === end.endedAt && last.id > end.historyId))
  return isFollowed ? null : end
}

/**
 * The account's own untold end, for its sign-in. From then on nobody is told that the application was closed or
 * stopped: that stands in the history.
 */
export async function takeUntoldEnd(
  transaction: Transaction,
  accountId: number,
  computer: string,
  now: number,
): Promise<UntoldEnd | null> {
  const { rows } = await transaction.execute(untold({ computer }))
  if (rows.length === 0) return null
  await transaction.execute(
    queries
      .updateTable('session_history')
      .set({ told_at: now })
      .where('computer', '=', computer)
      .where('reason', 'in', unattendedEnds)
      .where('told_at', 'is', null)
      .where((expression) =>
        expression.or([expression('account_id', '=', accountId), expression('reason', 'in', toldToNextOnly)]),
      ),
  )
  return rows.find((row) => row.accountId === accountId) ?? null
}
