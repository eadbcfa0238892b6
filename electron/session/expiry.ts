import { UnserializableValueError } from './errors.ts'
import type { Expiry } from './types.ts'

/**
 * The expiry as the data keeps it: a number of seconds after the last modification (0: at close), an instant in
 * milliseconds since 1970, or null for the default.
 */
export type StoredExpiry = number | { readonly at: number } | null

/**
 * @param now milliseconds since 1970, from which `{ seconds }` counts
 * @throws UnserializableValueError when it ends at no moment of the calendar
 */
export function toStoredExpiry(expiry: Expiry, now: number): StoredExpiry {
  if (expiry === null) return null
  const stored = typeof expiry === 'number' ? expiry : { at: instantOf(expiry, now) }
  const end = new Date(endOf(stored, now, 0))
  if (Number.isNaN(end.getTime())) throw new UnserializableValueError('expiry', 'no moment of the calendar')
  return stored
}

function instantOf(expiry: Date | { readonly seconds: number }, now: number): number {
  return expiry instanceof Date ? expiry.getTime() : Math.floor(now + expiry.seconds * 1000)
}

/**
 * Seconds from a modification to the end. As in Django, an expiry of 0 and none last the default age: the record of
 * a session that ends at close has to live as long as the application may.
 * @param modification milliseconds since 1970
 * @param cookieAge the default age in seconds
 */
export function ageInSeconds(expiry: StoredExpiry, modification: number, cookieAge: number): number {
  if (expiry === null || expiry === 0) return cookieAge
  return typeof expiry === 'number' ? expiry : Math.floor((expiry.at - modification) / 1000)
}

/** The end in whole milliseconds since 1970; parameters as for `ageInSeconds`. */
export function endOf(expiry: StoredExpiry, modification: number, cookieAge: number): number {
  if (expiry !== null && typeof expiry === 'object') return expiry.at
  return Math.floor(modification + ageInSeconds(expiry, modification, cookieAge) * 1000)
}

/** Whether something parsed has the shape of a stored expiry. */
export function isStoredExpiry(value: unknown): value is StoredExpiry {
  if (value === null || Number.isFinite(value)) return true
  return typeof value === 'object' && 'at' in value && Number.isFinite(value.at)
}
