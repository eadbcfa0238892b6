import type { Audit } from '../audit/audit.ts'
import type { Notice } from '../contract/notice.ts'
import type { LockedSession } from '../contract/session-view.ts'
import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import type { Session, SessionEngine } from '../session/index.ts'
import { type ClockGuard, createClockGuard } from './clock-guard.ts'
import { type Login, markTold, readLogin } from './history.ts'
import { type Standing, untilEnd, type Warning } from './limits.ts'
import { since } from './marks.ts'
import { sessionEnded } from './notices.ts'
import { passwordIsRecentFor, type SessionLimits } from './policy.ts'
import type { SignedIn } from './signed-in.ts'
import type { Snapshot } from './snapshot.ts'
import { createWindows, type WindowLogin, type Windows } from './windows.ts'

export interface LifecycleParts {
  readonly database: Database
  readonly audit: Audit
  readonly engine: SessionEngine
  /** Whether the engine has no room for kept properties: then sessions leave them with the account. */
  readonly keepsByReference: () => boolean
  readonly clock: Clock
  readonly log: Log
  /** This computer's name, as the history keeps it. */
  readonly computer: string
  /** The limits of this moment. */
  readonly limits: () => SessionLimits
  /** The latest moment that the data knows of, milliseconds since 1970: a clock before it was set back. */
  readonly seenUntil?: number
  /** An IANA name for the instants in messages; the computer's own where it is absent. */
  readonly timeZone?: string
  readonly tell: Telling
}

/** What a lifecycle tells of its own accord. */
export interface Telling {
  /** A session ended without its window asking for it. */
  readonly ended: (windowId: number, notice: Notice) => void
  readonly locked: (windowId: number, lock: LockedSession) => void
  readonly warned: (windowId: number, kind: Warning['kind'], notice: Notice) => void
  /** The lock that the window was warned of will not come about for now. */
  readonly warningOver: (windowId: number) => void
  /** Somebody signed in, or a session was locked, unlocked or ended. */
  readonly changed: () => void
}

/** What the acts of the lifecycle share. */
export interface Core extends LifecycleParts {
  readonly windows: Windows
  readonly clockGuard: ClockGuard
  /** What each call received, so that its save knows what it changed. */
  readonly snapshots: WeakMap<Session, Snapshot>
  /** What the call at hand did to its session and tells its owner: it is noted when the session is saved. */
  readonly notes: WeakMap<Session, SessionNote>
}

/** What a person did to their session, and the properties that it took away. */
export interface SessionNote {
  readonly told: 'property_deleted' | 'cleared'
  readonly properties: readonly string[]
}

export function createCore(parts: LifecycleParts): Core {
  return {
    ...parts,
    windows: createWindows(),
    clockGuard: createClockGuard(parts.clock, parts.seenUntil),
    snapshots: new WeakMap(),
    notes: new WeakMap(),
  }
}

/** How the session of a window stands at this moment. */
export function standingOf({ clock }: Pick<Core, 'clock'>, held: WindowLogin): Standing {
  return {
    idle: since(clock, held.activity),
    age: since(clock, held.started),
    lifetime: held.lifetime,
    isLocked: held.lock !== null,
  }
}

/** What the lock screen of a window shows. */
export function lockedSessionOf(core: Core, held: WindowLogin, lock: Notice): LockedSession {
  const endsInMs = Math.round(untilEnd(standingOf(core, held), core.limits()))
  return { username: held.username, displayName: held.displayName, notice: lock, endsInMs }
}

/** The words for a login that ended. */
export function noticeOfEnd(core: Core, login: Login): Notice {
  const { username, startedAt, endedByName } = login
  const reason = login.reason ?? 'app_interrupted'
  const endedAt = login.endedAt ?? login.lastActivityAt
  const limits = { ...core.limits(), absoluteMs: login.expiresAt - startedAt }
  return sessionEnded({ username, reason, startedAt, endedAt, endedByName }, limits, core.timeZone)
}

/**
 * After logins were ended and that was committed: takes them from their windows, which are told, and deletes their
 * data. What fails here is logged only. The history has the last word, so an ended session stays ended.
 */
export async function announceEnded(core: Core, historyIds: readonly number[]): Promise<void> {
  for (const [windowId, { historyId, key }] of core.windows.holding(historyIds)) {
    core.windows.release(windowId, historyId)
    try {
      const login = await readLogin(core.database, historyId)
      if (login) {
        core.tell.ended(windowId, noticeOfEnd(core, login))
        await noteToldEnd(core, historyId)
      }
    } catch (error) {
      core.log.error('a window could not be told that its session ended', error)
    }
    await deleteData(core, key)
  }
  if (historyIds.length > 0) core.tell.changed()
}

/** Notes that the owner of a session was told of its end. */
export async function noteToldEnd(core: Core, historyId: number): Promise<void> {
  try {
    await core.database.write((transaction) => markTold(transaction, historyId, core.clock.now()))
  } catch (error) {
    core.log.error('that the end of a session was told could not be noted', error)
  }
}

/** Deletes a session's data. A record that stays behind opens nothing, and `clearExpired` finds it later. */
export async function deleteData(core: Core, key: string): Promise<void> {
  try {
    await core.engine.delete(key)
  } catch (error) {
    core.log.error('the data of an ended session could not be deleted', error)
  }
}

export function signedInOf(core: Core, held: WindowLogin, login: Login, session: Session): SignedIn {
  return {
    accountId: login.accountId,
    username: login.username,
    displayName: login.displayName,
    role: login.role,
    mustChoosePassword: login.mustChoosePassword === 1,
    historyId: login.historyId,
    startedAt: login.startedAt,
    expiresAt: login.expiresAt,
    hasRecentPassword: held.password !== null && since(core.clock, held.password) <= passwordIsRecentFor,
    session,
  }
}
