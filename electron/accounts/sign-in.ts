import { Refusal } from '../contract/errors.ts'
import type { Notice } from '../contract/notice.ts'
import { invalidCredentials } from '../lifecycle/notices.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import { findByUsername } from './account-rows.ts'
import type { AccountsParts } from './parts.ts'
import type { PasswordCheck } from './password-check.ts'
import { unknownName } from './throttle.ts'
import { usernameKey } from './username-key.ts'

/** Only these can be the key of an account; anything else that is typed belongs to nobody. */
const possibleKey = /^[\p{L}\p{M}\p{N}._\-@]{1,256}$/u

export type SignIn = (
  windowId: number,
  username: string,
  password: string,
) => Promise<{ signedIn: SignedIn; notice: Notice }>

/**
 * Makes the act of signing in. Unknown, wrong, disabled and expired are answered alike. Whatever fails, a session that
 * the window has goes on.
 */
export function createSignIn({ database, lifecycle }: AccountsParts, check: PasswordCheck): SignIn {
  return async (windowId, username, password) => {
    const key = usernameKey(username)
    const account = possibleKey.test(key) ? await findByUsername(database, key) : null
    const name = account?.usernameKey ?? unknownName(key)
    if (!(await check.opens(account, name, password)) || account === null) {
      const notice = invalidCredentials()
      throw new Refusal('INVALID_CREDENTIALS', notice.detail, { notice })
    }
    return lifecycle.signIn(windowId, account)
  }
}
