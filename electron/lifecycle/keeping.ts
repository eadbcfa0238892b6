/** Sessions that this computer keeps while the application is closed. */
import type { Screen } from '../contract/screens.ts'
import { type Core, standingOf } from './core.ts'
import { readLogin, writeActivity } from './history.ts'
import { dueOf } from './limits.ts'
import { sessionRestored } from './lock-notices.ts'
import { markNow, markOf } from './marks.ts'
import { noteByOwner } from './session-audit.ts'
import { newWindowLogin } from './windows.ts'

/** What the next start needs to go on with a session. The key is a secret: it is stored sealed or not at all. */
export interface KeptSession {
  readonly key: string
  readonly historyId: number
  /** Milliseconds since 1970. */
  readonly lastActivityAt: number
  readonly isLocked: boolean
  readonly screen: Screen | null
}

/** Takes the sessions from their windows and leaves them open in the history. */
export async function keepAll(core: Core): Promise<readonly KeptSession[]> {
  const logins = core.windows.all()
  for (const [windowId] of logins) core.windows.release(windowId)
  await core.database.write(async (transaction) => {
    for (const [, held] of logins) await writeActivity(transaction, held.historyId, held.activity.wall)
  })
  return logins.map(([, held]) => ({
    key: held.key,
    historyId: held.historyId,
    lastActivityAt: held.activity.wall,
    isLocked: held.lock !== null,
    screen: held.screen,
  }))
}

/**
 * Goes on with a kept session in a window, unless it ended meanwhile. Its limits have run on: it comes back locked
 * when the time for that has passed, and what is overdue by more ends at the window's first call.
 */
export async function restore(core: Core, windowId: number, kept: KeptSession): Promise<void> {
  const login = await readLogin(core.database, kept.historyId)
  if (!login || login.endedAt !== null) return
  const notice = sessionRestored(login.startedAt, core.timeZone)
  const held = newWindowLogin({
    key: kept.key,
    historyId: kept.historyId,
    accountId: login.accountId,
    username: login.username,
    displayName: login.displayName,
    started: markOf(core.clock, login.startedAt),
    lifetime: login.expiresAt - login.startedAt,
    activity: markOf(core.clock, kept.lastActivityAt),
    password: null,
    screen: kept.screen,
    untold: notice,
  })
  const isLocked = kept.isLocked || dueOf(standingOf(core, held), core.limits())?.kind === 'lock'
  if (isLocked) held.lock = { notice, at: markNow(core.clock) }
  core.windows.bind(windowId, held)
  await core.database.write((transaction) => noteByOwner(transaction, core.audit, 'restored', held))
}
