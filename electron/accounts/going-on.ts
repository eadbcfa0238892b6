/** The acts by which a person goes on at a window that had their session before: unlock, sign in again, confirm. */
import { Refusal } from '../contract/errors.ts'
import type { Notice } from '../contract/notice.ts'
import { loginRequired } from '../lifecycle/notices.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import type { AccountsParts } from './parts.ts'
import type { PasswordCheck } from './password-check.ts'

/** All throw Refusal `INVALID_INPUT` for a wrong password, `TOO_MANY_ATTEMPTS`, `BUSY`. */
export interface GoingOn {
  /** Throws Refusal `UNAUTHENTICATED` when the session ended while the password was checked. */
  unlock(windowId: number, signedIn: SignedIn, password: string): Promise<Notice>
  /** Throws Refusal `UNAUTHENTICATED` where the window had no session, `LOCKED` where it has a locked one. */
  signInAgain(windowId: number, password: string): Promise<{ signedIn: SignedIn; notice: Notice }>
  confirmPassword(windowId: number, signedIn: SignedIn, password: string): Promise<void>
}

const field = 'password'

export function createGoingOn({ lifecycle }: AccountsParts, check: PasswordCheck): GoingOn {
  return {
    async unlock(windowId, signedIn, password) {
      await check.confirm(signedIn.accountId, password, field)
      return lifecycle.unlock(windowId, signedIn)
    },
    async signInAgain(windowId, password) {
      if ((await lifecycle.find(windowId)).kind === 'locked') {
        throw new Refusal('LOCKED', 'This session is locked. Unlock it first.')
      }
      const person = lifecycle.person(windowId)
      if (person === null) {
        const notice = loginRequired()
        throw new Refusal('UNAUTHENTICATED', notice.detail, { notice })
      }
      return lifecycle.goOn(windowId, await check.confirm(person.accountId, password, field))
    },
    async confirmPassword(windowId, signedIn, password) {
      await check.confirm(signedIn.accountId, password, field)
      await lifecycle.passwordGiven(windowId, signedIn)
    },
  }
}
