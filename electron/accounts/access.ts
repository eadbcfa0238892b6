import type { AccountAccess } from '../contract/account-access.ts'
import { Refusal } from '../contract/errors.ts'
import { toInstant } from '../environment/clock.ts'
import { readRecentLogins } from '../lifecycle/history-reports.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { type Account, findById, findByIdWithin } from './account-rows.ts'
import type { AccountsParts } from './parts.ts'
import { forgetFailures } from './throttle.ts'
import { findCount, readCount } from './throttle-rows.ts'
import { failuresUntilDisabled, remainingWait, waitAfter } from './throttle-rules.ts'

/** Logins of an account that its page shows; all of them stand among the sessions. */
const shownLogins = 10

/** How accounts are signed in to. Both throw Refusal `NOT_FOUND` for an account that does not exist. */
export interface Access {
  read(accountId: number, actor: ActingPerson): Promise<AccountAccess>
  /** Forgets the failed tries. Throws Refusal `UNAUTHENTICATED` where the actor's own session ended meanwhile. */
  forgetFailures(accountId: number, actor: ActingPerson): Promise<void>
}

export function createAccess(parts: Pick<AccountsParts, 'database' | 'audit' | 'lifecycle' | 'clock'>): Access {
  const { database, audit, lifecycle, clock } = parts
  return {
    async read(accountId, actor) {
      const account = found(await findById(database, accountId))
      const count = await findCount(database, account.usernameKey)
      const failures = count?.failures ?? 0
      const now = clock.now()
      const wait = remainingWait(count?.blocked_until ?? null, waitAfter(failures), now)
      return {
        failures,
        waitsUntil: wait > 0 ? toInstant(now + wait) : null,
        isDisabledByFailures: account.disabledAt !== null && failures >= failuresUntilDisabled,
        signIns: await readRecentLogins(database, accountId, actor.historyId, shownLogins),
      }
    },

    async forgetFailures(accountId, actor) {
      await database.write(async (transaction) => {
        await lifecycle.requireOpenWithin(transaction, actor)
        const account = found(await findByIdWithin(transaction, accountId))
        const count = await readCount(transaction, account.usernameKey)
        if (count === null) return
        await forgetFailures(transaction, account.usernameKey)
        await audit.append(transaction, {
          action: 'account.unlocked',
          actor,
          subject: { kind: 'account', id: account.id, name: account.username },
          changes: { failures: { old: count.failures, new: 0 } },
        })
      })
    },
  }
}

function found(account: Account | null): Account {
  if (account) return account
  throw new Refusal('NOT_FOUND', 'This account does not exist any more.')
}
