import type { Notice } from '../contract/notice.ts'
import type { EndReason, LockedSession } from '../contract/session-view.ts'
import type { Session } from '../session/index.ts'
import { type Core, deleteData, lockedSessionOf, noteToldEnd, noticeOfEnd, signedInOf, standingOf } from './core.ts'
import { endLogins } from './ending.ts'
import { type Login, openLogins, readLogin, writeActivity } from './history.ts'
import { loadKeptProperties } from './kept-properties.ts'
import { dueOf } from './limits.ts'
import { lockIfDue } from './locking.ts'
import { markNow } from './marks.ts'
import { activityWriteInterval } from './policy.ts'
import { watchClock } from './set-back.ts'
import type { SignedIn } from './signed-in.ts'
import { snapshotOf } from './snapshot.ts'
import type { WindowLogin } from './windows.ts'

/** What the lifecycle answers when asked who is signed in at a window. */
export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'ended'; readonly notice: Notice }
  | { readonly kind: 'locked'; readonly signedIn: SignedIn; readonly lock: LockedSession }
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn }

/** Asks the history first and loads the data after it, so that an end holds from the next call on, on every engine. */
export async function findSession(core: Core, windowId: number): Promise<Found> {
  await watchClock(core)
  const held = core.windows.get(windowId)
  if (!held) return untoldEnd(core, windowId)
  const login = await readLogin(core.database, held.historyId)
  if (!login) throw new Error('the history of a session is missing')
  if (login.endedAt !== null) return leave(core, windowId, held)
  const due = dueEndOf(core, held, login)
  if (due) return end(core, windowId, held, due)
  // A renewal takes the data from under the old key; who comes in between waits for its turn and asks again.
  const session =
    (await openData(core, held, login)) ??
    (await core.windows.inTurn(windowId, async () => openData(core, held, login)))
  // The record is gone or its signature is not ours any more: the secret was renewed, or somebody changed the data.
  if (!session) return end(core, windowId, held, { reason: 'secret_renewed', endedAt: core.clock.now() })
  const signedIn = signedInOf(core, held, login, session)
  lockIfDue(core, windowId, held)
  return held.lock
    ? { kind: 'locked', signedIn, lock: lockedSessionOf(core, held, held.lock.notice) }
    : { kind: 'signed-in', signedIn }
}

async function openData(core: Core, held: WindowLogin, login: Login): Promise<Session | null> {
  const session = await core.engine.open(held.key)
  if (session.get('user') !== login.username) return null
  if (core.keepsByReference()) await loadKeptProperties(core.database, login.accountId, session)
  core.snapshots.set(session, snapshotOf(session))
  return session
}

/** Notes activity. It opens no lock, and after the idle end it revives nothing. */
export async function noteActivity(core: Core, windowId: number): Promise<void> {
  const held = core.windows.get(windowId)
  if (!held || limitReached(core, held) || lockIfDue(core, windowId, held)) return
  held.activity = markNow(core.clock)
  if (held.warned.delete('locking')) core.tell.warningOver(windowId)
  const { wall } = held.activity
  if (wall - held.writtenActivityAt < activityWriteInterval) return
  held.writtenActivityAt = wall
  try {
    await core.database.write((transaction) => writeActivity(transaction, held.historyId, wall))
  } catch (error) {
    core.log.error('the activity in a session could not be noted', error)
  }
}

export interface DueEnd {
  readonly reason: EndReason
  readonly endedAt: number
}

/** The end that the limits bring; null while the session goes on, locked or not. */
export function limitReached(core: Core, held: WindowLogin): DueEnd | null {
  const due = dueOf(standingOf(core, held), core.limits())
  return due === null || due.kind === 'lock'
    ? null
    : { reason: due.kind, endedAt: Math.floor(core.clock.now() - due.overdueMs) }
}

function dueEndOf(core: Core, held: WindowLogin, login: Login): DueEnd | null {
  if (login.disabledAt !== null) return { reason: 'account_disabled', endedAt: core.clock.now() }
  return limitReached(core, held)
}

/** Ends a session that outlived itself. */
export async function endDue(core: Core, held: WindowLogin, due: DueEnd): Promise<number[]> {
  return core.database.write(async (transaction) => {
    const logins = await openLogins(transaction, { historyIds: [held.historyId] })
    return endLogins(transaction, core.audit, logins, { ...due, actor: null })
  })
}

async function end(core: Core, windowId: number, held: WindowLogin, due: DueEnd): Promise<Found> {
  await endDue(core, held, due)
  return leave(core, windowId, held)
}

async function leave(core: Core, windowId: number, held: WindowLogin): Promise<Found> {
  // Another call of the window got here first, or somebody signed in there meanwhile.
  if (core.windows.get(windowId) !== held) return findSession(core, windowId)
  core.windows.release(windowId, held.historyId)
  await deleteData(core, held.key)
  core.tell.changed()
  return untoldEnd(core, windowId)
}

async function untoldEnd(core: Core, windowId: number): Promise<Found> {
  const historyId = core.windows.takeUntoldEnd(windowId)
  if (historyId === null) return { kind: 'none' }
  const login = await readLogin(core.database, historyId)
  if (!login) return { kind: 'none' }
  await noteToldEnd(core, historyId)
  return { kind: 'ended', notice: noticeOfEnd(core, login) }
}
