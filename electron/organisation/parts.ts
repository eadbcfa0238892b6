import type { Audit } from '../audit/audit.ts'
import type { Database, Transaction } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'

export interface OrganisationParts {
  readonly database: Database
  readonly audit: Audit
  readonly clock: Clock
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  /** Told after every change that was committed. */
  readonly onChanged: () => void
}

/**
 * One change of the organisation: in one transaction, by a person whose session is still open, told once committed.
 * @throws Refusal `UNAUTHENTICATED`, and whatever `work` refuses
 */
export async function change<Value>(
  parts: OrganisationParts,
  actor: ActingPerson,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const value = await parts.database.write(async (transaction) => {
    await parts.lifecycle.requireOpenWithin(transaction, actor)
    return work(transaction)
  })
  parts.onChanged()
  return value
}
