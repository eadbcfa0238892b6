import { Refusal } from '../contract/errors.ts'
import { endReasons } from '../contract/session-view.ts'
import type { EndedSession, LiveSession } from '../contract/sessions.ts'
import { foldForSearch } from '../database/fold.ts'
import { toInstant } from '../environment/clock.ts'
import type { EndRequest } from '../lifecycle/ending-sessions.ts'
import { reasonInWords } from '../lifecycle/notices.ts'
import { limitsOf } from '../lifecycle/policy.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import type { SessionsParts } from './parts.ts'
import { readEnded, readOpen } from './repository.ts'

/** The sessions that last at this moment, the newest first. */
export async function liveSessions(parts: SessionsParts, ownHistoryId: number): Promise<LiveSession[]> {
  const now = parts.clock.now()
  const { idleEndMs } = limitsOf(parts.policyInUse.policy)
  const open = (await readOpen(parts.database, now)).map((row) => ({
    ...row,
    endsAt: Math.min(row.expiresAt, row.lastActivityAt + idleEndMs),
  }))
  return open
    .filter(({ endsAt }) => endsAt > now)
    .map((row) => ({
      historyId: row.historyId,
      accountId: row.accountId,
      username: row.username,
      displayName: row.displayName,
      computer: row.computer,
      startedAt: toInstant(row.startedAt),
      lastActivityAt: toInstant(row.lastActivityAt),
      endsAt: toInstant(row.endsAt),
      state: row.lockedAt === null ? 'active' : 'locked',
      isCurrent: row.historyId === ownHistoryId,
    }))
}

/** A page of the sessions that ended, the last ended first. */
export async function endedSessions(
  { database }: Pick<SessionsParts, 'database'>,
  { search, offset, limit }: { readonly search: string | null; readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: EndedSession[] }> {
  const text = foldForSearch(search ?? '')
  const reasons = endReasons.filter((reason) => foldForSearch(reasonInWords(reason)).includes(text))
  const { total, rows } = await readEnded(database, { text, reasons, offset, limit })
  return {
    total,
    rows: rows.map((row) => ({
      id: row.historyId,
      accountId: row.accountId,
      username: row.username,
      displayName: row.displayName,
      computer: row.computer,
      startedAt: toInstant(row.startedAt),
      endedAt: toInstant(row.endedAt),
      reason: row.reason,
      reasonText: reasonInWords(row.reason),
      endedBy: row.endedBy,
    })),
  }
}

/**
 * Ends sessions for an administrator, whose own goes on. Answers how many there were.
 * @throws Refusal `REFUSED` for the administrator's own, `UNAUTHENTICATED` when it ended meanwhile
 */
export async function endSessions(
  { database, lifecycle }: Pick<SessionsParts, 'database' | 'lifecycle'>,
  which: Pick<EndRequest, 'historyId' | 'accountId'>,
  actor: ActingPerson,
): Promise<number> {
  if (which.historyId === actor.historyId) {
    throw new Refusal('REFUSED', 'This is your own session. Log out to end it.')
  }
  const ended = await database.write(async (transaction) => {
    await lifecycle.requireOpenWithin(transaction, actor)
    return lifecycle.endSessionsWithin(transaction, {
      ...which,
      reason: 'ended_by_admin',
      endedBy: actor,
      except: actor.historyId,
    })
  })
  await lifecycle.announceEnded(ended)
  return ended.length
}
