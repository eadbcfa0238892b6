import type { Role } from '../contract/roles.ts'
import type { Session } from '../session/index.ts'

/** A person in a window, as the router found them for the call at hand. */
export interface SignedIn {
  readonly accountId: number
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly mustChoosePassword: boolean
  /** The `session_history` row of this login. */
  readonly historyId: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** The absolute limit, milliseconds since 1970. */
  readonly expiresAt: number
  /** Whether the password was given lately enough for a sensitive act. */
  readonly hasRecentPassword: boolean
  /** The framework's session, loaded for this call; the router saves it afterwards if it was modified. */
  readonly session: Session
}

/** Who does something, as the audit names them, and in which login: it must still be open when the change is made. */
export type ActingPerson = Pick<SignedIn, 'accountId' | 'username' | 'historyId'>
