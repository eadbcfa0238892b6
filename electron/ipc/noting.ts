import type { Audit } from '../audit/audit.ts'
import type { Call } from '../contract/call.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'

/** How a call went that was not done: for want of rights, for a rule, or by a fault. */
type Outcome = 'denied' | 'refused' | 'failure'

/**
 * Notes in the audit that somebody's call was not done. At most one entry a minute for each account, call and outcome:
 * a page that calls in a loop must not fill the disk.
 */
export type Noting = (person: ActingPerson, channel: string, outcome: Outcome) => Promise<void>

/** For so long nothing more is noted of the same, in milliseconds. */
const quietFor = 60_000

export function createNoting({
  database,
  audit,
  clock,
}: {
  readonly database: Pick<Database, 'write'>
  readonly audit: Audit
  readonly clock: Pick<Clock, 'monotonic'>
}): Noting {
  const noted = new Map<string, number>()

  return async ({ accountId, username }, channel, outcome) => {
    const key = `${accountId} ${channel} ${outcome}`
    const now = clock.monotonic()
    const last = noted.get(key)
    if (last !== undefined && now - last < quietFor) return
    noted.set(key, now)
    await database.write((transaction) =>
      audit.append(transaction, {
        action: outcome === 'denied' ? 'access.denied' : 'act.failed',
        actor: { accountId, username },
        subject: { kind: 'call', id: null, name: channel },
        outcome: outcome === 'failure' ? 'failure' : 'refused',
      }),
    )
  }
}

/**
 * What is to be noted of a call that threw; null for nothing. Of rights all calls, of rules and faults the sensitive ones:
 * what was typed wrong, or is out of date, is corrected and tells nothing.
 */
export function outcomeOf(thrown: unknown, { recentPassword }: Pick<Call, 'recentPassword'>): Outcome | null {
  const code = thrown instanceof Refusal ? thrown.error.code : null
  if (code === 'FORBIDDEN') return 'denied'
  if (!recentPassword) return null
  if (code === 'REFUSED') return 'refused'
  return code === null ? 'failure' : null
}
