import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { createAccess } from './access.ts'
import { readAdministratorNames } from './account-rows.ts'
import { type Administration, createAdministration } from './administration.ts'
import { createChangePassword } from './change-password.ts'
import { createChoosePassword } from './choose-password.ts'
import { readMinimumLength } from './company-rows.ts'
import { generatePassword, suggestPassphrase } from './generated-secrets.ts'
import { createGoingOn } from './going-on.ts'
import type { AccountsParts } from './parts.ts'
import { createPasswordCheck } from './password-check.ts'
import { createRecover } from './recovery.ts'
import { createSignIn } from './sign-in.ts'
import { createThrottle } from './throttle.ts'

export interface Accounts {
  readonly handlers: FeatureHandlers<'accounts'>
  readonly administration: Administration
  /** The shortest password that the company's policy allows, in code points. */
  minimumPasswordLength(): Promise<number>
}

/** Sign-in and sign-out, passwords, throttling and recovery. */
export function createAccounts(parts: AccountsParts): Accounts {
  const { database, lifecycle, random } = parts
  const throttle = createThrottle(parts)
  const check = createPasswordCheck(parts, throttle)
  const signIn = createSignIn(parts, check)
  const goingOn = createGoingOn(parts, check)
  const changePassword = createChangePassword(parts, check)
  const recover = createRecover(parts, throttle)
  const choosePassword = createChoosePassword(parts)
  const administration = createAdministration(parts)
  const access = createAccess(parts)

  return {
    administration,
    minimumPasswordLength: () => readMinimumLength(database),
    handlers: {
      async signIn({ username, password }, { windowId }) {
        const { signedIn, notice } = await signIn(windowId, username, password)
        return { session: lifecycle.toView(signedIn), notice: signedIn.mustChoosePassword ? null : notice }
      },
      signOut: async (_, { windowId }) => ({ notice: await lifecycle.signOut(windowId) }),
      async lock(_, { windowId }) {
        lifecycle.lock('asked', windowId)
        return {}
      },
      async unlock({ password }, { windowId, signedIn }) {
        const notice = await goingOn.unlock(windowId, signedIn, password)
        return { session: lifecycle.toView(signedIn), notice }
      },
      async switchUser() {
        parts.openWindow()
        return {}
      },
      async signInAgain({ password }, { windowId }) {
        const { signedIn, notice } = await goingOn.signInAgain(windowId, password)
        return { session: lifecycle.toView(signedIn), notice }
      },
      async confirmPassword({ password }, { windowId, signedIn }) {
        await goingOn.confirmPassword(windowId, signedIn, password)
        return {}
      },
      async changePassword({ currentPassword, newPassword }, { windowId, signedIn }) {
        await changePassword(windowId, signedIn, currentPassword, newPassword)
        return { session: lifecycle.toView(signedIn) }
      },
      administrators: async () => ({ names: await readAdministratorNames(database) }),
      recover: async ({ recoveryCode, newPassword }) => ({ recoveryCode: await recover(recoveryCode, newPassword) }),
      async choosePassword({ newPassword }, { windowId, signedIn }) {
        const chosen = await choosePassword(windowId, signedIn, newPassword)
        return { session: lifecycle.toView(chosen.signedIn), notice: chosen.notice }
      },
      suggestPassphrase: async () => ({ password: suggestPassphrase(random) }),
      generatePassword: async () => ({ password: generatePassword(random) }),
      disable: async ({ accountId }, { signedIn }) => ({
        account: await administration.disable(accountId, signedIn),
      }),
      enable: async ({ accountId }, { signedIn }) => ({
        account: await administration.enable(accountId, signedIn),
      }),
      changeRole: async ({ accountId, role }, { signedIn }) => ({
        account: await administration.changeRole(accountId, role, signedIn),
      }),
      readAccess: ({ accountId }, { signedIn }) => access.read(accountId, signedIn),
      async forgetFailures({ accountId }, { signedIn }) {
        await access.forgetFailures(accountId, signedIn)
        return {}
      },
      resetPassword: async ({ accountId, temporaryPassword }, { signedIn }) => ({
        slip: await administration.resetPassword(accountId, temporaryPassword, signedIn),
      }),
    },
  }
}
