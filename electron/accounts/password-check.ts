import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import { type Account, findById, isLastAdministrator, replaceHash, updateDisabled } from './account-rows.ts'
import type { AccountsParts } from './parts.ts'
import type { Counted, Throttle } from './throttle.ts'
import { failuresUntilDisabled } from './throttle-rules.ts'

/** Checks the password of a person who wants to come in, or to go on. */
export interface PasswordCheck {
  /**
   * Whether the password opens the account. Unknown, wrong, disabled and expired take the same time: each is counted,
   * verified against some hash and only then judged (OWASP ASVS 6.3.8).
   * @param name under which the try is counted
   * @throws Refusal `TOO_MANY_ATTEMPTS`, `BUSY`
   */
  opens(account: Account | null, name: string, password: string): Promise<boolean>
  /**
   * The account of a person who is, or was, signed in, once they gave its password.
   * @param field of the password, in the input
   * @throws Refusal `INVALID_INPUT` beside the field for a wrong one, and as `opens`
   */
  confirm(accountId: number, password: string, field: string): Promise<Account>
}

export function createPasswordCheck(parts: AccountsParts, throttle: Throttle): PasswordCheck {
  const { database, audit, lifecycle, clock, hasher, log } = parts

  async function verified(name: string, account: Account | null, password: string): Promise<boolean> {
    try {
      return await hasher.verify(account?.passwordHash ?? null, password)
    } catch (error) {
      await throttle.takeBack(name)
      throw error
    }
  }

  function maySignIn(account: Account): boolean {
    const expires = account.temporaryPasswordExpiresAt
    return account.disabledAt === null && (expires === null || clock.now() < expires)
  }

  async function noteFailure(account: Account | null, counted: Counted): Promise<void> {
    const subject = { kind: 'account', id: account?.id ?? null, name: account?.username ?? null }
    const ended = await database.write(async (transaction) => {
      await audit.append(transaction, { action: 'sign_in.failed', actor: null, subject, outcome: 'failure' })
      if (counted.wait > 0) {
        await audit.append(transaction, { action: 'sign_in.throttled', actor: null, subject, outcome: 'refused' })
      }
      if (counted.pausesAll) {
        const everybody = { kind: 'application', id: null, name: null }
        await audit.append(transaction, {
          action: 'sign_in.throttled',
          actor: null,
          subject: everybody,
          outcome: 'refused',
        })
      }
      return account && counted.failures >= failuresUntilDisabled ? disable(transaction, account) : []
    })
    await lifecycle.announceEnded(ended)
  }

  /** After too many failures; but locking out the last administrator would lock out the company. */
  async function disable(transaction: Transaction, account: Account): Promise<number[]> {
    if (account.disabledAt !== null || (await isLastAdministrator(transaction, account.id))) return []
    await updateDisabled(transaction, account.id, clock.now())
    await audit.append(transaction, {
      action: 'account.disabled',
      actor: null,
      subject: { kind: 'account', id: account.id, name: account.username },
      changes: { failures: { old: null, new: failuresUntilDisabled } },
    })
    return lifecycle.endSessionsWithin(transaction, {
      accountId: account.id,
      reason: 'account_disabled',
      endedBy: null,
    })
  }

  async function strengthen(account: Account, password: string): Promise<void> {
    if (!hasher.isWeak(account.passwordHash)) return
    try {
      const stronger = await hasher.hash(password)
      await database.write((transaction) => replaceHash(transaction, account, stronger))
    } catch (error) {
      log.warn('a password hash could not be made stronger; the next sign-in tries again', {
        reason: error instanceof Error ? error.name : 'unknown',
      })
    }
  }

  async function opens(account: Account | null, name: string, password: string): Promise<boolean> {
    const counted = await throttle.count(name)
    if (!(await verified(name, account, password)) || account === null || !maySignIn(account)) {
      await noteFailure(account, counted)
      return false
    }
    await throttle.succeeded(name)
    await strengthen(account, password)
    return true
  }

  return {
    opens,
    async confirm(accountId, password, field) {
      const account = await findById(database, accountId)
      if (account !== null && (await opens(account, account.usernameKey, password))) return account
      const problem = 'This is not your password. Try again.'
      throw new Refusal('INVALID_INPUT', problem, { fields: { [field]: problem } })
    },
  }
}
