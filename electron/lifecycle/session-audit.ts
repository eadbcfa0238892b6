import type { Audit } from '../audit/audit.ts'
import type { Transaction } from '../database/port.ts'
import type { ActingPerson } from './signed-in.ts'

/** Audits what the owner of a session did to it, or what happened to it for them. */
export async function noteByOwner(
  transaction: Transaction,
  audit: Audit,
  action: 'session.created' | 'session.locked' | 'session.unlocked' | 'session.restored',
  { accountId, username, historyId }: ActingPerson,
): Promise<void> {
  await audit.append(transaction, {
    action,
    actor: { accountId, username },
    subject: { kind: 'session', id: historyId, name: username },
  })
}
