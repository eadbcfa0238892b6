import { Refusal } from '../contract/errors.ts'
import type { Notice } from '../contract/notice.ts'
import { passwordSaved } from '../lifecycle/notices.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import { findById } from './account-rows.ts'
import { replacePassword } from './change-password.ts'
import { hashChosen, refusedPassword } from './choosing.ts'
import type { AccountsParts } from './parts.ts'

const field = 'newPassword'

export type ChoosePassword = (
  windowId: number,
  signedIn: SignedIn,
  newPassword: string,
) => Promise<{ signedIn: SignedIn; notice: Notice }>

/** Makes the act that replaces a temporary password, which is used up by it. */
export function createChoosePassword(parts: AccountsParts): ChoosePassword {
  const { database, hasher } = parts

  return async (windowId, signedIn, newPassword) => {
    const account = await findById(database, signedIn.accountId)
    // Whoever has a password of their own must give it first (OWASP ASVS 6.2.3), which this act does not ask for.
    if (!account || account.mustChoosePassword === 0) {
      throw new Refusal('REFUSED', 'You have chosen a password already.')
    }
    if (await hasher.verify(account.passwordHash, newPassword)) {
      throw refusedPassword(field, 'This is the temporary password. Choose another one.')
    }
    const passwordHash = await hashChosen(parts, account, newPassword, field)
    await replacePassword(parts, windowId, signedIn, account, passwordHash)
    const chosen: SignedIn = { ...signedIn, mustChoosePassword: false }
    return { signedIn: chosen, notice: passwordSaved(chosen.displayName, chosen.expiresAt - chosen.startedAt) }
  }
}
