/** The arithmetic of the sign-in throttle (OWASP ASVS 6.1.1 and 6.3.1, NIST SP 800-63B-4 §3.2.2). Times in ms. */

const second = 1000
const minute = 60 * second

/** Failures of one name that cost no wait. */
const freeFailures = 5
const firstWait = 30 * second
const longestWait = 15 * minute
/** The wait once an account would be disabled: for the last administrator, who never is, and for unknown names alike. */
const waitAtTheEnd = 60 * minute

/** Consecutive failures after which an account is disabled. */
export const failuresUntilDisabled = 100

/** So many failures of any names within `wholeApplicationWindow` make everybody wait. */
export const wholeApplicationFailures = 20
export const wholeApplicationWindow = 5 * minute
export const wholeApplicationWait = 30 * second

/**
 * How long the next try of a name waits: nothing for the first failures, then 30 s, 1, 2, 4 and 8 min, then 15 min.
 * @param failures consecutive failures so far
 */
export function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0
  if (failures >= failuresUntilDisabled) return waitAtTheEnd
  return Math.min(firstWait * 2 ** (failures - freeFailures), longestWait)
}

/**
 * How much of a wait is left. A clock that was set back would prolong it without end; then the wait begins anew.
 * @param blockedUntil the instant that was stored when the wait began, null for none
 * @param longest how long the whole wait is
 */
export function remainingWait(blockedUntil: number | null, longest: number, now: number): number {
  return blockedUntil === null ? 0 : Math.min(Math.max(blockedUntil - now, 0), longest)
}
