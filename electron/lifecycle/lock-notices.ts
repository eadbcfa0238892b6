/** What people are told while their session goes on: of locks, of limits that come near, of a kept session. */
import type { Notice } from '../contract/notice.ts'
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
  return { tone: 'status', title: 'Session Locked', detail: `${why} Your work is kept as you left it.` }
}

/** @param lockedMs how long the session was locked */
export function sessionUnlocked(lockedMs: number): Notice {
  const detail = `It was locked for ${durationInWords(lockedMs)}. Everything is as you left it.`
  return { tone: 'status', title: 'Session Unlocked', detail }
}

/** @param startedAt milliseconds since 1970 */
export function sessionRestored(startedAt: number, timeZone?: string): Notice {
  const detail = `Staffdesk was started again. You have been signed in since ${instantInWords(startedAt, timeZone)}.`
  return { tone: 'status', title: 'Session Restored', detail }
}

export function sessionLocking(remainingMs: number): Notice {
  const detail = 'Nothing was done here for a while. Move the mouse or press a key to keep the session open.'
  return { tone: 'status', title: 'Session Locking', detail, remainingMs: Math.max(0, Math.round(remainingMs)) }
}

export function sessionExpiring(remainingMs: number): Notice {
  const detail = 'This session reaches its limit. Sign in again to go on with everything as it is.'
  return { tone: 'alert', title: 'Session Expiring', detail, remainingMs: Math.max(0, Math.round(remainingMs)) }
}

/** Good news when a person signs in again over what they are doing. */
export function workGoesOn(absoluteMs: number): Notice {
  const detail = `The work goes on in a new session, which lasts up to ${durationInWords(absoluteMs)}.`
  return { tone: 'status', title: 'Session Created', detail }
}
