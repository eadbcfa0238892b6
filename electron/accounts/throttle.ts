import { createHash } from 'node:crypto'
import { Refusal } from '../contract/errors.ts'
import type { Database, Transaction } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import { tooManyAttempts } from '../lifecycle/notices.ts'
import { type Count, deleteCount, deleteCountsBefore, readCount, writeCount } from './throttle-rows.ts'
import {
  remainingWait,
  waitAfter,
  wholeApplicationFailures,
  wholeApplicationWait,
  wholeApplicationWindow,
} from './throttle-rules.ts'

const wholeApplication = '*'
const unknownPrefix = 'unknown:'
/** Tries of unknown names are forgotten after 30 days. */
const unknownKeptFor = 30 * 24 * 60 * 60_000

/** What counting a try brought about. */
export interface Counted {
  /** Consecutive failures of the name, this try included. */
  readonly failures: number
  /** How long the next try waits, in milliseconds. */
  readonly wait: number
  /** Whether this try makes everybody wait. */
  readonly pausesAll: boolean
}

export interface Throttle {
  /**
   * Counts a try as failed, durably, before its secret is looked at; so stopping the application between two tries
   * wins nobody a free one.
   * @throws Refusal `TOO_MANY_ATTEMPTS` while the name, or everybody, has to wait; then nothing is counted
   */
  count(name: string): Promise<Counted>
  /** The secret was right: the name starts afresh. */
  succeeded(name: string): Promise<void>
  /** The try was never looked at: it does not count. */
  takeBack(name: string): Promise<void>
}

/** The name under which tries of a username are counted that no account has. */
export function unknownName(usernameKey: string): string {
  // People type passwords into the wrong field, so what was typed is not stored.
  return unknownPrefix + createHash('sha256').update(usernameKey).digest('hex')
}

/** The name under which tries of the recovery code are counted; no username holds a colon. */
export const recoveryName = ':recovery-code'

/** Clears the wait of a name within the caller's transaction. */
export const forgetFailures = (transaction: Transaction, name: string): Promise<void> => deleteCount(transaction, name)

export function createThrottle({ database, clock }: { database: Database; clock: Clock }): Throttle {
  /** How long a try has to wait. A wait that a clock set back would prolong is begun anew. */
  async function wait(transaction: Transaction, count: Count | null, longest: number, now: number): Promise<number> {
    if (count === null || count.blocked_until === null) return 0
    const remaining = remainingWait(count.blocked_until, longest, now)
    if (now + remaining < count.blocked_until) {
      await writeCount(transaction, { ...count, blocked_until: now + remaining })
    }
    return remaining
  }

  async function countFailure(transaction: Transaction, name: string): Promise<Counted | { remaining: number }> {
    const now = clock.now()
    const own = await readCount(transaction, name)
    const all = await readCount(transaction, wholeApplication)
    const remaining = Math.max(
      await wait(transaction, own, waitAfter(own?.failures ?? 0), now),
      await wait(transaction, all, wholeApplicationWait, now),
    )
    if (remaining > 0) return { remaining }
    if (own === null) await deleteCountsBefore(transaction, unknownPrefix, now - unknownKeptFor)
    const counted = oneMore(name, own, now)
    const pause = waitAfter(counted.failures)
    await writeCount(transaction, { ...counted, blocked_until: pause === 0 ? null : now + pause })
    const pausesAll = await countForAll(transaction, all, now)
    return { failures: counted.failures, wait: pause, pausesAll }
  }

  async function countForAll(transaction: Transaction, all: Count | null, now: number): Promise<boolean> {
    const age = all === null ? 0 : now - all.first_failure_at
    const over = age < 0 || age >= wholeApplicationWindow || (all?.failures ?? 0) >= wholeApplicationFailures
    const counted = oneMore(wholeApplication, over ? null : all, now)
    const pausesAll = counted.failures >= wholeApplicationFailures
    await writeCount(transaction, { ...counted, blocked_until: pausesAll ? now + wholeApplicationWait : null })
    return pausesAll
  }

  async function oneLess(transaction: Transaction, name: string): Promise<void> {
    const count = await readCount(transaction, name)
    if (count === null) return
    if (count.failures <= 1) await deleteCount(transaction, name)
    else await writeCount(transaction, { ...count, failures: count.failures - 1, blocked_until: null })
  }

  return {
    async count(name) {
      const outcome = await database.write((transaction) => countFailure(transaction, name))
      if (!('remaining' in outcome)) return outcome
      const notice = tooManyAttempts(outcome.remaining)
      throw new Refusal('TOO_MANY_ATTEMPTS', notice.detail, { notice })
    },
    async succeeded(name) {
      await database.write(async (transaction) => {
        await deleteCount(transaction, name)
        await oneLess(transaction, wholeApplication)
      })
    },
    async takeBack(name) {
      await database.write(async (transaction) => {
        await oneLess(transaction, name)
        await oneLess(transaction, wholeApplication)
      })
    },
  }
}

const oneMore = (name: string, count: Count | null, now: number): Count => ({
  name_key: name,
  failures: (count?.failures ?? 0) + 1,
  first_failure_at: count?.first_failure_at ?? now,
  last_failure_at: now,
  blocked_until: null,
})
