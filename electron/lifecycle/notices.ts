/**
 * What people are told about the life of their session. The titles are fixed words that people, tests and the
 * documentation share; the details are sentences with the particulars.
 */
import type { Notice } from '../contract/notice.ts'
import { type EndReason, endReasonWords } from '../contract/session-view.ts'
import type { SessionLimits } from './policy.ts'
import { titleOfEnd, titles } from './titles.ts'
import { durationInWords, instantInWords, waitInWords } from './words.ts'

/** What is known of a session that ended. Instants are milliseconds since 1970. */
export interface EndedSession {
  readonly username: string
  readonly reason: EndReason
  readonly startedAt: number
  readonly endedAt: number
  /** The person who ended it, where somebody else did. */
  readonly endedByName: string | null
}

/** Good news after a sign-in. `lastEnd` is the sentence of `lastEndDetail` about a session that nobody was told of. */
export function sessionCreated(displayName: string, absoluteMs: number, lastEnd: string | null): Notice {
  const welcome = `Welcome, ${displayName}. This session lasts up to ${durationInWords(absoluteMs)}.`
  return { tone: 'status', title: titles.created, detail: lastEnd === null ? welcome : `${welcome} ${lastEnd}` }
}

/** Good news after a forced change of the password, when the person lands on the dashboard. */
export function passwordSaved(displayName: string, absoluteMs: number): Notice {
  const created = sessionCreated(displayName, absoluteMs, null)
  return { ...created, detail: `Password saved. ${created.detail}` }
}

/** One text for a wrong password, an unknown, a disabled and an expired account (OWASP ASVS 6.3.8). */
export function invalidCredentials(): Notice {
  return {
    tone: 'alert',
    title: 'Invalid Credentials',
    detail: 'This username and password do not open an account. Check both and try again.',
  }
}

/** @param remainingMs how long until the next try is heard */
export function tooManyAttempts(remainingMs: number): Notice {
  return {
    tone: 'alert',
    title: 'Too Many Attempts',
    detail: `Too many tries failed. Wait ${waitInWords(remainingMs)}, then try again.`,
    remainingMs,
  }
}

export function loginRequired(): Notice {
  return { tone: 'alert', title: 'Login Required', detail: 'Sign in to see that screen.' }
}

export function notAllowed(): Notice {
  return {
    tone: 'alert',
    title: 'Not Allowed',
    detail: 'Your role does not include this. An administrator can grant it.',
  }
}

/** Tells a person in whose window a session ended how that came. */
export function sessionEnded(ended: EndedSession, limits: SessionLimits, timeZone?: string): Notice {
  const tone = ended.reason === 'signed_out' ? 'status' : 'alert'
  return { tone, title: titleOfEnd(ended.reason), detail: endDetail(ended, limits, timeZone) }
}

function endDetail(ended: EndedSession, limits: SessionLimits, timeZone?: string): string {
  const by = ended.endedByName
  switch (ended.reason) {
    case 'signed_out': {
      const lasted = durationInWords(ended.endedAt - ended.startedAt)
      return `You are signed out: property \`user\` (${ended.username}) deleted. The session lasted ${lasted}.`
    }
    case 'idle':
      return `Your session ended after ${durationInWords(limits.idleEndMs)} without activity. Sign in again to go on.`
    case 'expired':
      return `Your session reached its limit of ${durationInWords(limits.absoluteMs)}. Sign in again to go on.`
    case 'ended_by_admin':
      return by === null ? 'An administrator ended your session.' : `${by} ended your session.`
    case 'ended_elsewhere':
      return `${ended.username} signed in again in another window or on another computer, which ended this session.`
    case 'account_disabled':
      return 'Your account was disabled. Ask an administrator.'
    case 'password_changed':
      return by === null
        ? 'Your password was changed. Sign in with the new one.'
        : `${by} reset your password. Sign in with the temporary password that you were given.`
    case 'role_changed':
      return 'Your role was changed. Sign in again to go on with the new one.'
    case 'app_closed':
    case 'app_interrupted':
      return lastEndDetail({ reason: ended.reason, endedAt: ended.endedAt }, 'Your last session', timeZone)
    case 'clock_changed':
      return "This computer's clock was set back. Sign in again."
    case 'engine_changed':
      return 'An administrator changed where sessions are kept. Sign in again.'
    case 'secret_renewed':
      return 'The key that protects sessions was renewed. Sign in again.'
    case 'database_restored':
      return "The company's data was restored from a backup. Sign in again."
  }
}

/** The ends that can come about while nobody is at a window: they are told when somebody is again. */
export const unattendedEnds = [
  'app_closed',
  'app_interrupted',
  'clock_changed',
  'secret_renewed',
  'database_restored',
] as const satisfies readonly EndReason[]

/** A session that ended while nobody was at its window. `endedAt` is milliseconds since 1970. */
export interface UnattendedEnd {
  readonly reason: (typeof unattendedEnds)[number]
  readonly endedAt: number
}

/**
 * The sentence about a session that ended while nobody was at its window.
 * @param whose how the sentence begins: who reads it may be its owner or anybody at this computer
 */
export function lastEndDetail(
  ended: UnattendedEnd,
  whose: 'Your last session' | 'The last session on this computer',
  timeZone?: string,
): string {
  return `${whose} ended ${unattended(ended, timeZone)}.`
}

function unattended({ reason, endedAt }: UnattendedEnd, timeZone?: string): string {
  switch (reason) {
    case 'app_closed':
      return `when Staffdesk was closed, on ${instantInWords(endedAt, timeZone)}`
    case 'app_interrupted':
      return `when Staffdesk stopped unexpectedly, on ${instantInWords(endedAt, timeZone)}`
    case 'clock_changed':
      return "because this computer's clock was set back"
    case 'secret_renewed':
      return 'because the key that protects sessions was renewed'
    case 'database_restored':
      return "because the company's data was restored from a backup"
  }
}

/** For the login screen when the application starts again. Names nobody: anybody may read it there. */
export function lastSessionEnded(ended: UnattendedEnd, timeZone?: string): Notice {
  const detail = lastEndDetail(ended, 'The last session on this computer', timeZone)
  return { tone: 'alert', title: titleOfEnd(ended.reason), detail }
}

/** How a session ended, in the few words that fit a row of its history. */
export function reasonInWords(reason: EndReason): string {
  return endReasonWords[reason]
}
