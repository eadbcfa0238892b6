/** The company's rules for sessions, as the table of policies keeps them. */
import { type SessionPolicyValues, sessionPolicy } from '../contract/session-policy.ts'
import type { Database, Transaction } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import { defaultSessionPolicy } from './policy.ts'

const policyName = 'session'

export interface StoredPolicy {
  readonly policy: SessionPolicyValues
  /** Whether something was stored that cannot be used, so that a default stands in. */
  readonly isBroken: boolean
}

/** Reads the rules; what is missing or cannot be used is the default, an unknown engine the database. */
export async function readSessionPolicy(database: Database): Promise<StoredPolicy> {
  const [row] = await database.read(queries.selectFrom('policy').select('value').where('name', '=', policyName))
  if (!row) return { policy: defaultSessionPolicy, isBroken: false }
  const stored: unknown = JSON.parse(row.value)
  const parsed = sessionPolicy.safeParse(stored)
  if (parsed.success) return { policy: parsed.data, isBroken: false }
  const withDefaultEngine = sessionPolicy.safeParse({ ...Object(stored), engine: defaultSessionPolicy.engine })
  return { policy: withDefaultEngine.success ? withDefaultEngine.data : defaultSessionPolicy, isBroken: true }
}

export async function writeSessionPolicy(transaction: Transaction, policy: SessionPolicyValues): Promise<void> {
  const value = JSON.stringify(policy)
  await transaction.execute(
    queries
      .insertInto('policy')
      .values({ name: policyName, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
  )
}
