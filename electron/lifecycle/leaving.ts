import type { Notice } from '../contract/notice.ts'
import { type Core, deleteData, noticeOfEnd } from './core.ts'
import { endLogins } from './ending.ts'
import { findSession } from './finding.ts'
import { openLogins, readLogin } from './history.ts'
import { loginRequired } from './notices.ts'
import { wasSetBack } from './set-back.ts'

/** Signs a window out: `user` is deleted, the login ends in the history, then the session's data goes. */
export async function leaveByChoice(core: Core, windowId: number): Promise<Notice> {
  const held = core.windows.get(windowId)
  if (!held) {
    const found = await findSession(core, windowId)
    return found.kind === 'ended' ? found.notice : loginRequired()
  }
  const session = await core.engine.open(held.key)
  session.pop('user', null)
  const now = core.clock.now()
  await core.database.write(async (transaction) => {
    const logins = await openLogins(transaction, { historyIds: [held.historyId] })
    const [login] = logins
    const actor = login ? { accountId: login.accountId, username: login.username } : null
    await endLogins(transaction, core.audit, logins, { reason: 'signed_out', actor, endedAt: now, toldAt: now })
  })
  core.windows.release(windowId)
  try {
    await session.flush()
  } catch (error) {
    core.log.error('the data of an ended session could not be deleted', error)
  }
  core.tell.changed()
  const login = await readLogin(core.database, held.historyId)
  return login ? noticeOfEnd(core, login) : loginRequired()
}

/** Ends the sessions of windows that are gone, so that there is nobody to tell until somebody signs in again. */
export async function leaveByClosing(core: Core, windowIds: readonly number[]): Promise<void> {
  const gone = core.windows.all().filter(([windowId]) => windowIds.includes(windowId))
  for (const [windowId] of gone) core.windows.release(windowId)
  if (gone.length === 0) return
  await core.database.write(async (transaction) => {
    const logins = await openLogins(transaction, { historyIds: gone.map(([, held]) => held.historyId) })
    await endLogins(transaction, core.audit, logins, { reason: 'app_closed', actor: null, endedAt: core.clock.now() })
  })
  for (const [, held] of gone) await deleteData(core, held.key)
  core.tell.changed()
}

/**
 * Ends what an earlier run left open, at the last moment that is known of it; where the clock was set back since, as
 * `clock_changed`. Answers how many there were.
 * @param kept logins that this run goes on with
 */
export async function endLeftBehind(core: Core, kept: readonly number[]): Promise<number> {
  const isSetBack = await wasSetBack(core)
  const reason = isSetBack ? 'clock_changed' : 'app_interrupted'
  const ended = await core.database.write(async (transaction) => {
    const leftBehind = { computer: core.computer, now: core.clock.now() }
    const open = await openLogins(transaction, { leftBehind })
    const logins = open.filter(({ historyId }) => isSetBack || !kept.includes(historyId))
    return endLogins(transaction, core.audit, logins, { reason, actor: null, endedAt: null })
  })
  return ended.length
}
