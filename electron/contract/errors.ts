import type { Notice } from './notice.ts'

/** The closed list of what can go wrong with a call, as the renderer learns it. */
export const errorCodes = [
  'FORBIDDEN',
  'UNAUTHENTICATED',
  /** The session is locked: `accounts.unlock` first. */
  'LOCKED',
  /** The act needs a password given lately: `accounts.confirmPassword`, then the call again. */
  'REAUTH_REQUIRED',
  'PASSWORD_CHANGE_REQUIRED',
  'INVALID_INPUT',
  'INVALID_CREDENTIALS',
  'TOO_MANY_ATTEMPTS',
  'NOT_FOUND',
  'DUPLICATE',
  'CONFLICT',
  'REFUSED',
  'BUSY',
  'DISK_FULL',
  'DATABASE_UNAVAILABLE',
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What crosses to the renderer when a call fails. Never holds a stack, SQL or a path. */
export interface CallError {
  readonly code: ErrorCode
  /** A sentence for the person that says what to do. */
  readonly message: string
  /** A sentence for each field at fault, by the field's path in the input (`account.username`). */
  readonly fields?: Readonly<Record<string, string>>
  /** What to tell on the screen that the person lands on. */
  readonly notice?: Notice
}

/** The answer to every call. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CallError }

/**
 * A failure that the rules foresee. Services throw it, so that the open transaction rolls back; the router
 * turns it into the reply. Anything else that is thrown is a defect and crosses as `INTERNAL`.
 */
export class Refusal extends Error {
  readonly error: CallError
  /** What stands in the way, in sentences that name nobody: for whoever counts what many were refused for. */
  readonly obstacles: readonly string[]

  /** @param obstacles where `message` names somebody */
  constructor(
    code: ErrorCode,
    message: string,
    more: Omit<CallError, 'code' | 'message'> = {},
    obstacles: readonly string[] = [message],
  ) {
    super(message)
    this.name = 'Refusal'
    this.error = { code, message, ...more }
    this.obstacles = obstacles
  }
}
