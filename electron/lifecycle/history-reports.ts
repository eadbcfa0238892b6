/** What screens ask of `session_history`. */
import type { EndReason, SessionHistoryRow } from '../contract/session-view.ts'
import type { Database, Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import { toInstant } from '../environment/clock.ts'
import { reasonInWords } from './notices.ts'
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

/** A session that ended together with the application, so that nobody could be told. */
export interface UntoldEnd {
  readonly accountId: number
  readonly reason: 'app_closed' | 'app_interrupted'
  readonly endedAt: number
}

const untold = prepared<{ computer: string }, UntoldEnd>((parameter) =>
  queries
    .selectFrom('session_history')
    .select((expression) => [
      'account_id as accountId',
      expression.ref('reason').$castTo<UntoldEnd['reason']>().as('reason'),
      expression.ref('ended_at').$notNull().as('endedAt'),
    ])
    .where('computer', '=', parameter('computer'))
    .where('reason', 'in', ['app_closed', 'app_interrupted'])
    .where('told_at', 'is', null)
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc'),
)

/** The untold end of this computer's last session; null when somebody has signed in since. */
export async function readUntoldEnd(database: Database, computer: string): Promise<UntoldEnd | null> {
  const [row] = await database.read(untold({ computer }))
  return row ?? null
}

/** The account's own untold end, for its sign-in. From then on nobody is told of any: they stand in the history. */
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
      .where('reason', 'in', ['app_closed', 'app_interrupted'])
      .where('told_at', 'is', null),
  )
  return rows.find((row) => row.accountId === accountId) ?? null
}
