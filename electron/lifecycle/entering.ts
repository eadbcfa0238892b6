import { Refusal } from '../contract/errors.ts'
import type { Notice } from '../contract/notice.ts'
import type { Transaction } from '../database/port.ts'
import { hashSessionKey, type Session } from '../session/index.ts'
import { announceEnded, type Core, deleteData, signedInOf } from './core.ts'
import { endLogins } from './ending.ts'
import { insertLogin, type Login, openLogins, openLoginsOn, readAccountToSignIn } from './history.ts'
import { takeUntoldEnd, type UntoldEnd } from './history-reports.ts'
import { loadKeptProperties } from './kept-properties.ts'
import { markNow } from './marks.ts'
import { invalidCredentials, lastEndDetail, sessionCreated } from './notices.ts'
import { keyOf, storing } from './renewing.ts'
import { noteByOwner } from './session-audit.ts'
import { watchClock } from './set-back.ts'
import type { SignedIn } from './signed-in.ts'
import { snapshotOf } from './snapshot.ts'
import { newWindowLogin, type WindowLogin } from './windows.ts'

/** The account whose password was found right. */
export interface AccountToSignIn {
  readonly id: number
  readonly username: string
  /** As it was when the password was checked: an account that changed since is not let in. */
  readonly version: number
}

/** Lets an account into a window: a new session under a new key, whatever the window held before. */
export async function enter(
  core: Core,
  windowId: number,
  account: AccountToSignIn,
): Promise<{ signedIn: SignedIn; notice: Notice }> {
  if (core.windows.isClosed(windowId)) throw new Refusal('FORBIDDEN', 'This window is closed.')
  await watchClock(core)
  const started = markNow(core.clock)
  const startedAt = started.wall
  const lifetime = core.limits().absoluteMs
  const expiresAt = startedAt + lifetime
  const occupant = core.windows.get(windowId)
  const session = await startSession(core, account, occupant, expiresAt)
  const key = keyOf(session)
  const { login, ended, lastEnd } = await recordOrForget(core, { account, occupant, key, startedAt, expiresAt })
  const held = newWindowLogin({
    key,
    historyId: login.historyId,
    accountId: account.id,
    username: login.username,
    displayName: login.displayName,
    started,
    lifetime,
    activity: started,
    password: started,
    screen: occupant?.accountId === account.id ? occupant.screen : null,
    untold: null,
  })
  core.windows.bind(windowId, held)
  if (occupant) await deleteData(core, occupant.key)
  await announceEnded(core, ended)
  core.snapshots.set(session, snapshotOf(session))
  const sentence = lastEnd && lastEndDetail(lastEnd, 'Your last session', core.timeZone)
  core.tell.changed()
  return {
    signedIn: signedInOf(core, held, login, session),
    notice: sessionCreated(login.displayName, lifetime, sentence),
  }
}

/** A saved session with the property `user` and the account's kept properties. */
async function startSession(
  core: Core,
  account: AccountToSignIn,
  occupant: WindowLogin | undefined,
  expiresAt: number,
): Promise<Session> {
  const session = core.engine.start()
  // Who signs in again in their own window goes on with what the session held; another account never sees it.
  if (occupant?.accountId === account.id) {
    session.update(Object.fromEntries((await core.engine.open(occupant.key)).entries()))
  }
  session.set('user', account.username)
  session.setExpiry(new Date(expiresAt))
  await loadKeptProperties(core.database, account.id, session)
  await storing(core, account.id, session, () => session.save({ mustCreate: true }))
  return session
}

interface Entry {
  readonly account: AccountToSignIn
  readonly occupant: WindowLogin | undefined
  readonly key: string
  readonly startedAt: number
  readonly expiresAt: number
}

interface Recorded {
  readonly login: Login
  readonly ended: readonly number[]
  readonly lastEnd: UntoldEnd | null
}

async function recordOrForget(core: Core, entry: Entry): Promise<Recorded> {
  try {
    return await core.database.write((transaction) => record(core, transaction, entry))
  } catch (error) {
    await deleteData(core, entry.key)
    throw error
  }
}

async function record(core: Core, transaction: Transaction, entry: Entry): Promise<Recorded> {
  const { account, occupant, startedAt, expiresAt } = entry
  const { audit, computer } = core
  const found = await readAccountToSignIn(transaction, account.id)
  if (!found || found.disabledAt !== null || found.version !== account.version) {
    const notice = invalidCredentials()
    throw new Refusal('INVALID_CREDENTIALS', notice.detail, { notice })
  }
  const actor = { accountId: account.id, username: account.username }
  const lastEnd = await takeUntoldEnd(transaction, account.id, computer, startedAt)
  const left = occupant ? await openLogins(transaction, { historyIds: [occupant.historyId] }) : []
  await endLogins(transaction, audit, left, { reason: 'signed_out', actor, endedAt: startedAt, toldAt: startedAt })
  const older = await openLoginsOn(transaction, account.id, computer)
  const ended = await endLogins(transaction, audit, older, { reason: 'ended_elsewhere', actor, endedAt: startedAt })
  const keyHash = hashSessionKey(entry.key)
  const historyId = await insertLogin(transaction, { accountId: account.id, keyHash, computer, startedAt, expiresAt })
  await noteByOwner(transaction, audit, 'created', { ...actor, historyId })
  const login: Login = {
    historyId,
    startedAt,
    expiresAt,
    lastActivityAt: startedAt,
    endedAt: null,
    reason: null,
    endedByName: null,
    accountId: account.id,
    username: account.username,
    displayName: found.displayName,
    role: found.role,
    mustChoosePassword: found.mustChoosePassword,
    disabledAt: null,
  }
  return { login, ended, lastEnd }
}
