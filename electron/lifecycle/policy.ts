import type { SessionPolicyValues } from '../contract/session-policy.ts'

const minute = 60_000
const hour = 60 * minute

/** The limits of a session, in milliseconds. */
export interface SessionLimits {
  /** Without activity for so long, a session locks. */
  readonly lockMs: number
  /** Without activity for so long, a session ends. */
  readonly idleEndMs: number
  /** So long after its start a session ends, whatever happens in it. */
  readonly absoluteMs: number
}

/** What holds until an administrator says otherwise. */
export const defaultSessionPolicy: SessionPolicyValues = {
  lockMinutes: 15,
  idleEndMinutes: 60,
  absoluteHours: 12,
  whenClosed: 'end',
  engine: 'database',
}

export function limitsOf(policy: SessionPolicyValues): SessionLimits {
  return {
    lockMs: policy.lockMinutes * minute,
    idleEndMs: policy.idleEndMinutes * minute,
    absoluteMs: policy.absoluteHours * hour,
  }
}

/** Activity is written to the history at most this often, in milliseconds. */
export const activityWriteInterval = 15_000

/** A sensitive act wants a password that was given at most so many milliseconds ago (OWASP ASVS 7.5.1). */
export const passwordIsRecentFor = 5 * minute
