/** The SQL by which administrators see and search everybody's logins. */
import type { ExpressionBuilder } from 'kysely'
import type { EndReason } from '../contract/session-view.ts'
import { holds } from '../database/holds.ts'
import type { Database, Transaction } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import type { Schema } from '../database/schema.ts'
import { displayNameSql } from '../lifecycle/history.ts'

const logins = () =>
  queries
    .selectFrom('session_history')
    .innerJoin('account', 'account.id', 'session_history.account_id')
    .leftJoin('employee', 'employee.account_id', 'account.id')
    .leftJoin('account as ender', 'ender.id', 'session_history.ended_by')

type Columns = ExpressionBuilder<Schema & { ender: Schema['account'] }, 'session_history' | 'account' | 'ender'>

const who = (expression: Columns) =>
  [
    'session_history.id as historyId',
    'session_history.computer as computer',
    'session_history.started_at as startedAt',
    'account.id as accountId',
    'account.username as username',
    displayNameSql.as('displayName'),
    expression.ref('session_history.last_activity_at').as('lastActivityAt'),
  ] as const

/** The logins that are open and within their absolute limit, the newest first. */
export function readOpen(database: Database, now: number) {
  return database.read(
    logins()
      .select(who)
      .select(['session_history.expires_at as expiresAt', 'session_history.locked_at as lockedAt'])
      .where('session_history.ended_at', 'is', null)
      .where('session_history.expires_at', '>', now)
      .orderBy('session_history.started_at', 'desc')
      .orderBy('session_history.id', 'desc'),
  )
}

export interface EndedSearch {
  /** Folded; matches a part of the name, username or computer. */
  readonly text: string
  /** Reasons whose words match. */
  readonly reasons: readonly EndReason[]
  readonly offset: number
  readonly limit: number
}

const ended = ({ text, reasons }: EndedSearch) => {
  const query = logins().where('session_history.ended_at', 'is not', null)
  if (text === '') return query
  return query.where((expression) => {
    // SQLite's `like` minds no case of ASCII; the keys are folded already.
    return expression.or([
      // The key parts its words otherwise than the text does.
      expression.and(text.split(' ').map((word) => holds('employee.search_key', word))),
      holds('account.username_key', text),
      holds('account.full_name', text),
      holds('session_history.computer', text),
      ...(reasons.length === 0 ? [] : [expression('session_history.reason', 'in', reasons)]),
    ])
  })
}

/** A page of the logins that ended and match, the last ended first, and how many there are in all. */
export async function readEnded(database: Database, search: EndedSearch) {
  const [count] = await database.read(
    ended(search).select((expression) => expression.fn.countAll<number>().as('total')),
  )
  const rows = await database.read(
    ended(search)
      .select(who)
      .select((expression) => [
        expression.ref('session_history.ended_at').$notNull().as('endedAt'),
        expression.ref('session_history.reason').$castTo<EndReason>().as('reason'),
        'ender.full_name as endedBy',
      ])
      .orderBy('session_history.ended_at', 'desc')
      .orderBy('session_history.id', 'desc')
      .limit(search.limit)
      .offset(search.offset),
  )
  return { total: count?.total ?? 0, rows }
}

/** When the logins that were open at some moment since then began and ended; null for one that lasts. */
export function readSpansSince(database: Database, since: number) {
  return database.read(
    queries
      .selectFrom('session_history')
      .select(['started_at as startedAt', 'ended_at as endedAt'])
      .where((expression) => expression.or([expression('ended_at', 'is', null), expression('ended_at', '>=', since)])),
  )
}

/** Deletes at most so many logins that ended before then; answers how many. */
export async function deleteEndedBefore(transaction: Transaction, before: number, most: number): Promise<number> {
  const { changed } = await transaction.execute(
    queries
      .deleteFrom('session_history')
      .where('id', 'in', queries.selectFrom('session_history').select('id').where('ended_at', '<', before).limit(most)),
  )
  return changed
}
