import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import { invalidCredentials } from '../lifecycle/notices.ts'
import { type Account, findRecoverable, hasOtherAdministrator, updateDisabled, updatePassword } from './account-rows.ts'
import { hashChosen } from './choosing.ts'
import { generateRecoveryCode, hashRecoveryCode, sameHash } from './generated-secrets.ts'
import type { AccountsParts } from './parts.ts'
import { forgetFailures, recoveryName, type Throttle } from './throttle.ts'

/** Answers the new recovery code. */
export type Recover = (recoveryCode: string, newPassword: string) => Promise<string>

/**
 * Makes the act that resets the first administrator's password by the recovery code. It is throttled like a name of
 * its own. A code is used up by the transaction that uses it; a new password that the policy refuses does not cost it.
 */
export function createRecover(parts: AccountsParts, throttle: Throttle): Recover {
  const { database, audit, lifecycle, random } = parts

  async function noteFailure(): Promise<never> {
    await database.write((transaction) =>
      audit.append(transaction, {
        action: 'recovery_code.failed',
        actor: null,
        subject: { kind: 'account', id: null, name: null },
        outcome: 'failure',
      }),
    )
    const message = 'This recovery code does not open an account. Check it and try again.'
    const notice = { ...invalidCredentials(), detail: message }
    throw new Refusal('INVALID_CREDENTIALS', message, { notice, fields: { recoveryCode: message } })
  }

  /** Somebody disabled it on purpose, so it stays disabled while anybody else can help. */
  async function enable(transaction: Transaction, account: Account): Promise<void> {
    if (await hasOtherAdministrator(transaction, account.id)) {
      throw new Refusal('REFUSED', 'This account is disabled. Ask an administrator to enable it.')
    }
    await updateDisabled(transaction, account.id, null)
    await audit.append(transaction, {
      action: 'account.enabled',
      actor: { accountId: account.id, username: account.username },
      subject: { kind: 'account', id: account.id, name: account.username },
    })
  }

  async function reset(account: Account, passwordHash: string, recoveryCodeHash: string): Promise<number[]> {
    const subject = { kind: 'account', id: account.id, name: account.username }
    const actor = { accountId: account.id, username: account.username }
    return database.write(async (transaction) => {
      const password = { passwordHash, temporaryPasswordExpiresAt: null, recoveryCodeHash }
      if (!(await updatePassword(transaction, account, password))) {
        throw new Refusal('CONFLICT', 'This account was changed meanwhile. Try again.')
      }
      if (account.disabledAt !== null) await enable(transaction, account)
      await forgetFailures(transaction, account.usernameKey)
      await audit.append(transaction, {
        action: 'recovery_code.used',
        actor,
        subject,
        secretFields: ['password', 'recovery_code'],
      })
      await audit.append(transaction, { action: 'password.changed', actor, subject, secretFields: ['password'] })
      return lifecycle.endSessionsWithin(transaction, {
        accountId: account.id,
        reason: 'password_changed',
        endedBy: null,
      })
    })
  }

  return async (recoveryCode, newPassword) => {
    await throttle.count(recoveryName)
    const given = hashRecoveryCode(recoveryCode)
    const account = (await findRecoverable(database)).find((one) => sameHash(one.recoveryCodeHash ?? '', given))
    if (!account) return noteFailure()
    await throttle.succeeded(recoveryName)
    const passwordHash = await hashChosen(parts, account, newPassword, 'newPassword')
    const newCode = generateRecoveryCode(random)
    await lifecycle.announceEnded(await reset(account, passwordHash, hashRecoveryCode(newCode)))
    return newCode
  }
}
