import type { Audit } from '../audit/audit.ts'
import type { Transaction } from '../database/port.ts'
import type { ActingPerson } from './signed-in.ts'
import type { Told } from './titles.ts'

/**
 * Audits what the owner of a session did to it, or what happened to it for them; they are told of it, and find it again
 * in their history.
 * @param properties names of the properties that it took from the session; their values are nobody's business
 */
export async function noteByOwner(
  transaction: Transaction,
  audit: Audit,
  told: Told,
  { accountId, username, historyId }: ActingPerson,
  properties: readonly string[] = [],
): Promise<void> {
  await audit.append(transaction, {
    action: `session.${told}`,
    actor: { accountId, username },
    subject: { kind: 'session', id: historyId, name: username },
    secretFields: properties,
  })
}
