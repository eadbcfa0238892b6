import type { Audit, AuditActor } from '../audit/audit.ts'
import type { EndReason } from '../contract/session-view.ts'
import type { Transaction } from '../database/port.ts'
import { markEnded, type OpenLogin } from './history.ts'

export interface Ending {
  readonly reason: EndReason
  /** Who did it; null for the application itself. */
  readonly actor: AuditActor | null
  /** When it ended, or null for the last activity that is known of each. */
  readonly endedAt: number | null
  /** When its owner was told, if they were. */
  readonly toldAt?: number
}

/** Ends open logins and audits it, within the transaction that ends them. Answers the ids of their history rows. */
export async function endLogins(
  transaction: Transaction,
  audit: Audit,
  logins: readonly OpenLogin[],
  ending: Ending,
): Promise<number[]> {
  const { reason, actor } = ending
  for (const login of logins) {
    await markEnded(transaction, login.historyId, {
      reason,
      endedAt: ending.endedAt ?? login.lastActivityAt,
      endedBy: actor === null || actor.accountId === login.accountId ? null : actor.accountId,
      toldAt: ending.toldAt ?? null,
    })
    await audit.append(transaction, {
      action: 'session.ended',
      actor,
      subject: { kind: 'session', id: login.historyId, name: login.username },
      changes: { reason: { old: null, new: reason } },
    })
  }
  return logins.map((login) => login.historyId)
}
