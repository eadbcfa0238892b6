import { Refusal } from '../contract/errors.ts'
import type { Notice } from '../contract/notice.ts'
import { type Core, lockedSessionOf, standingOf } from './core.ts'
import { writeLocked } from './history.ts'
import { dueOf } from './limits.ts'
import { type LockCause, sessionLocked, sessionUnlocked } from './lock-notices.ts'
import { markNow } from './marks.ts'
import { renewKey } from './renewing.ts'
import { noteByOwner } from './session-audit.ts'
import type { SignedIn } from './signed-in.ts'
import type { WindowLogin } from './windows.ts'

/**
 * Locks the session of a window: at once for every call that follows, and the window hides what it shows. The history
 * and the audit learn of it after that, for nothing may delay it.
 */
export function lock(core: Core, windowId: number, cause: LockCause): void {
  const held = core.windows.get(windowId)
  if (!held || held.lock) return
  held.lock = { notice: sessionLocked(cause), at: markNow(core.clock) }
  held.warned.clear()
  core.tell.locked(windowId, lockedSessionOf(core, held, held.lock.notice))
  void noteLock(core, held)
}

/** Locks the session of a window when it has been idle for long enough; answers whether it is locked. */
export function lockIfDue(core: Core, windowId: number, held: WindowLogin): boolean {
  const limits = core.limits()
  if (dueOf(standingOf(core, held), limits)?.kind === 'lock') lock(core, windowId, { idleMs: limits.lockMs })
  return held.lock !== null
}

async function noteLock(core: Core, held: WindowLogin): Promise<void> {
  try {
    await writeLock(core, held, 'locked')
  } catch (error) {
    core.log.error('the lock of a session could not be noted', error)
  }
  core.tell.changed()
}

/**
 * Opens a locked session after its password was given: under a new key, with everything in it.
 * @throws Refusal `UNAUTHENTICATED` when it ended while the password was checked
 */
export async function unlock(core: Core, windowId: number, signedIn: SignedIn): Promise<Notice> {
  const held = core.windows.get(windowId)
  if (!held || held.historyId !== signedIn.historyId) {
    throw new Refusal('UNAUTHENTICATED', 'The session ended meanwhile. Sign in again.')
  }
  const lockedMs = held.lock ? core.clock.now() - held.lock.at.wall : 0
  await renewKey(core, windowId, signedIn)
  const now = markNow(core.clock)
  held.lock = null
  held.activity = now
  held.writtenActivityAt = now.wall
  held.password = now
  await writeLock(core, held, 'unlocked')
  core.tell.changed()
  return sessionUnlocked(lockedMs)
}

async function writeLock(core: Core, held: WindowLogin, told: 'locked' | 'unlocked'): Promise<void> {
  const { historyId, lock: locked, writtenActivityAt } = held
  await core.database.write(async (transaction) => {
    const isOpen = await writeLocked(transaction, historyId, locked?.at.wall ?? null, writtenActivityAt)
    if (isOpen) await noteByOwner(transaction, core.audit, told, held)
  })
}
