import type { AuditActor } from '../audit/audit.ts'
import type { EndReason } from '../contract/session-view.ts'
import type { Transaction } from '../database/port.ts'
import { announceEnded, type Core } from './core.ts'
import { endLogins } from './ending.ts'
import { openLogins } from './history.ts'

export interface EndRequest {
  readonly accountId?: number
  readonly reason: EndReason
  /** The person who ends them; null for the application itself. */
  readonly endedBy: AuditActor | null
  /** Only this login. */
  readonly historyId?: number
  /** A login that goes on. */
  readonly except?: number
}

/** Ends sessions within the caller's transaction. Hand the answer to `announceEnded` once that is committed. */
export async function endWithin(core: Core, transaction: Transaction, request: EndRequest): Promise<number[]> {
  const { accountId, historyId, except } = request
  const which = {
    ...(accountId === undefined ? {} : { accountId }),
    ...(historyId === undefined ? {} : { historyIds: [historyId] }),
  }
  const logins = (await openLogins(transaction, which)).filter((login) => login.historyId !== except)
  return endLogins(transaction, core.audit, logins, {
    reason: request.reason,
    actor: request.endedBy,
    endedAt: core.clock.now(),
  })
}

/** Ends sessions in a transaction of its own, and tells their windows. Answers how many there were. */
export async function endSessions(core: Core, request: EndRequest): Promise<number> {
  const ended = await core.database.write((transaction) => endWithin(core, transaction, request))
  await announceEnded(core, ended)
  return ended.length
}
