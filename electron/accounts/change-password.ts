import { Refusal } from '../contract/errors.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import { type Account, updatePassword } from './account-rows.ts'
import { hashChosen, refusedPassword } from './choosing.ts'
import type { AccountsParts } from './parts.ts'
import type { PasswordCheck } from './password-check.ts'

/**
 * Replaces the password of a signed-in person. Their other sessions end, and this one goes on under a new key, for
 * whoever knew the old password must be out (OWASP ASVS 7.4.3).
 * @throws Refusal `UNAUTHENTICATED` when the session ended meanwhile, `CONFLICT` when the account was changed
 */
export async function replacePassword(
  { database, audit, lifecycle }: AccountsParts,
  windowId: number,
  signedIn: SignedIn,
  account: Account,
  passwordHash: string,
): Promise<void> {
  const actor = { accountId: account.id, username: account.username }
  const ended = await database.write(async (transaction) => {
    await lifecycle.requireOpenWithin(transaction, signedIn)
    if (!(await updatePassword(transaction, account, { passwordHash, temporaryPasswordExpiresAt: null }))) {
      throw new Refusal('CONFLICT', 'Your account was changed meanwhile. Sign in again.')
    }
    await audit.append(transaction, {
      action: 'password.changed',
      actor,
      subject: { kind: 'account', id: account.id, name: account.username },
      secretFields: ['password'],
    })
    return lifecycle.endSessionsWithin(transaction, {
      accountId: account.id,
      reason: 'password_changed',
      endedBy: actor,
      except: signedIn.historyId,
    })
  })
  await lifecycle.announceEnded(ended)
  await lifecycle.passwordGiven(windowId, signedIn)
}

export type ChangePassword = (
  windowId: number,
  signedIn: SignedIn,
  currentPassword: string,
  newPassword: string,
) => Promise<void>

/** Makes the act by which a person changes a password of their own. */
export function createChangePassword(parts: AccountsParts, check: PasswordCheck): ChangePassword {
  return async (windowId, signedIn, currentPassword, newPassword) => {
    const account = await check.confirm(signedIn.accountId, currentPassword, 'currentPassword')
    if (await parts.hasher.verify(account.passwordHash, newPassword)) {
      throw refusedPassword('newPassword', 'This is your present password. Choose another one.')
    }
    const passwordHash = await hashChosen(parts, account, newPassword, 'newPassword')
    await replacePassword(parts, windowId, signedIn, account, passwordHash)
  }
}
