import { call } from './call.ts'
import { givenSecret, id, instant, newPassword, nothing } from './fields.ts'
import { notice } from './notice.ts'
import { role } from './roles.ts'
import { sessionView } from './session-view.ts'
import { z } from './zod.ts'

export const signInInput = z.strictObject({
  username: givenSecret('Enter your username.'),
  password: givenSecret('Enter your password.'),
})

export const recoverInput = z.strictObject({
  recoveryCode: givenSecret('Enter the recovery code.'),
  newPassword,
})

export const choosePasswordInput = z.strictObject({ newPassword })

export const changePasswordInput = z.strictObject({
  currentPassword: givenSecret('Enter your current password.'),
  newPassword,
})

/** The password of the person whose session it is, or was. */
export const passwordInput = z.strictObject({ password: givenSecret('Enter your password.') })

/** An account as administrators see it. */
export const accountView = z.strictObject({
  id,
  username: z.string(),
  role,
  disabledAt: instant.nullable(),
  lastSignInAt: instant.nullable(),
  mustChoosePassword: z.boolean(),
})

export type AccountView = z.infer<typeof accountView>

/** What an administrator hands to a person so that they can sign in for the first time. Shown once. */
export const signInSlip = z.strictObject({
  company: z.string(),
  name: z.string(),
  username: z.string(),
  temporaryPassword: z.string(),
  expiresAt: instant,
})

export type SignInSlip = z.infer<typeof signInSlip>

const accountId = z.strictObject({ accountId: id })
const password = z.strictObject({ password: z.string() })

export const accountCalls = {
  /** While a temporary password has to be replaced, `notice` is null and only `choosing-password` calls are answered. */
  signIn: call({
    access: 'public',
    input: signInInput,
    output: z.strictObject({ session: sessionView, notice: notice.nullable() }),
  }),
  signOut: call({ access: 'locked', input: nothing, output: z.strictObject({ notice }) }),
  /** Locks the session of this window. The event `sessions.locked` tells the window, as with every other lock. */
  lock: call({ access: 'choosing-password', input: nothing, output: nothing }),
  /** Opens a locked session again; the notice is Session Unlocked. */
  unlock: call({
    access: 'locked',
    input: passwordInput,
    output: z.strictObject({ session: sessionView, notice }),
  }),
  /** Another person's turn at this computer: opens a window with a login of its own; this one stays locked. */
  switchUser: call({ access: 'locked', input: nothing, output: nothing }),
  /**
   * The person whose session this window has, or had last, goes on in a new one (Session Created) with everything that
   * is on the screen. Refused with `UNAUTHENTICATED` where the window had none.
   */
  signInAgain: call({
    access: 'public',
    input: passwordInput,
    output: z.strictObject({ session: sessionView, notice }),
  }),
  /** Gives the password again, for a sensitive act within the next five minutes. */
  confirmPassword: call({ access: 'signed-in', input: passwordInput, output: nothing }),
  /** Ends the account's other sessions; this one goes on under a new key. */
  changePassword: call({
    access: 'signed-in',
    input: changePasswordInput,
    output: z.strictObject({ session: sessionView }),
  }),
  /** Names of the people who can reset a password. */
  administrators: call({ access: 'public', input: nothing, output: z.strictObject({ names: z.array(z.string()) }) }),
  /** Resets the first administrator's password by the recovery code, ends that account's sessions, answers a new code. */
  recover: call({ access: 'public', input: recoverInput, output: z.strictObject({ recoveryCode: z.string() }) }),
  /** Replaces a temporary password. The session goes on under a new key. */
  choosePassword: call({
    access: 'choosing-password',
    input: choosePasswordInput,
    output: z.strictObject({ session: sessionView, notice }),
  }),
  suggestPassphrase: call({ access: 'public', input: nothing, output: password }),
  generatePassword: call({ access: 'admin', input: nothing, output: password }),
  disable: call({
    access: 'admin',
    recentPassword: true,
    input: accountId,
    output: z.strictObject({ account: accountView }),
  }),
  enable: call({ access: 'admin', input: accountId, output: z.strictObject({ account: accountView }) }),
  /** Ends the account's sessions: the new role holds from its next one. */
  changeRole: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({ accountId: id, role }),
    output: z.strictObject({ account: accountView }),
  }),
  resetPassword: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({ accountId: id, temporaryPassword: newPassword }),
    output: z.strictObject({ slip: signInSlip }),
  }),
} as const
