/** What people are told while their session goes on: of locks, limits that come near, and what they did to it. */
import type { Notice } from '../contract/notice.ts'
import { titles } from './titles.ts'
import { durationInWords, instantInWords } from './words.ts'

/** Why a session locked: the person asked, nothing was done in it for so long, or the computer locked or slept. */
export type LockCause = 'asked' | 'system' | { readonly idleMs: number }

export function sessionLocked(cause: LockCause): Notice {
  const why =
    cause === 'asked'
      ? 'You locked this session.'
      : cause === 'system'
        ? 'This computer was locked or went to sleep.'
        : `There was no activity for ${durationInWords(cause.idleMs)}.`
  return { tone: 'status', title: titles.locked, detail: `${why} Your work is kept as you left it.` }
}

/** @param lockedMs how long the session was locked */
export function sessionUnlocked(lockedMs: number): Notice {
  const detail = `It was locked for ${durationInWords(lockedMs)}. Everything is as you left it.`
  return { tone: 'status', title: titles.unlocked, detail }
}

/** @param startedAt milliseconds since 1970 */
export function sessionRestored(startedAt: number, timeZone?: string): Notice {
  const detail = `Staffdesk was started again. You have been signed in since ${instantInWords(startedAt, timeZone)}.`
  return { tone: 'status', title: titles.restored, detail }
}

export function sessionLocking(remainingMs: number): Notice {
  const detail = 'Nothing was done here for a while. Move the mouse or press a key to keep the session open.'
  return { tone: 'status', title: titles.locking, detail, remainingMs: Math.max(0, Math.round(remainingMs)) }
}

export function sessionExpiring(remainingMs: number): Notice {
  const detail = 'This session reaches its limit. Sign in again to go on with everything as it is.'
  return { tone: 'alert', title: titles.expiring, detail, remainingMs: Math.max(0, Math.round(remainingMs)) }
}

/** Good news when a person signs in again over what they are doing. */
export function workGoesOn(absoluteMs: number): Notice {
  const detail = `The work goes on in a new session, which lasts up to ${durationInWords(absoluteMs)}.`
  return { tone: 'status', title: titles.created, detail }
}

export function propertyDeleted(name: string): Notice {
  return { tone: 'status', title: titles.property_deleted, detail: `The property \`${name}\` was deleted.` }
}

/** @param count how many properties were deleted */
export function sessionCleared(count: number): Notice {
  const properties = count === 1 ? '1 property was' : `${count} properties were`
  return { tone: 'status', title: titles.cleared, detail: `${properties} deleted. You stay signed in.` }
}
