import { Refusal } from '../contract/errors.ts'
import type { Notice } from '../contract/notice.ts'
import type { Screen } from '../contract/screens.ts'
import { type SessionHistoryRow, type SessionMessage, type SessionView, theme } from '../contract/session-view.ts'
import type { Transaction } from '../database/port.ts'
import { toInstant } from '../environment/clock.ts'
import { announceEnded, createCore, type LifecycleParts, type SessionNote } from './core.ts'
import { type EndRequest, endSessions, endWithin } from './ending-sessions.ts'
import { type AccountToSignIn, enter } from './entering.ts'
import { type Found, findSession, noteActivity } from './finding.ts'
import { openLogins } from './history.ts'
import { countSignedIn, readMessages, readRecentLogins, readUntoldEnd } from './history-reports.ts'
import { type KeptSession, keepAll, restore } from './keeping.ts'
import { endLeftBehind, leaveByChoice, leaveByClosing } from './leaving.ts'
import { type LockCause, workGoesOn } from './lock-notices.ts'
import { lock, unlock } from './locking.ts'
import { markNow } from './marks.ts'
import { lastSessionEnded, loginRequired } from './notices.ts'
import { renewKey } from './renewing.ts'
import { saveSession } from './saving.ts'
import type { ActingPerson, SignedIn } from './signed-in.ts'
import { createWatch } from './watch.ts'
import type { FormerPerson } from './windows.ts'

/** The life of signed-in sessions: which window is in which, since when, and how each comes to its end. */
export interface Lifecycle {
  /**
   * Signs an account in at a window, under a new key. A session of somebody else in that window is flushed, an older
   * one of the same account on this computer ends as `ended_elsewhere`. The notice is Session Created; to it belongs,
   * once, how the account's last session ended if nobody was at its window.
   * @throws Refusal `INVALID_CREDENTIALS` when the account was disabled or changed since its password was checked
   */
  signIn(windowId: number, account: AccountToSignIn): Promise<{ signedIn: SignedIn; notice: Notice }>
  /** As `signIn`, for the person whose session the window has or had: its notice says that the work goes on. */
  goOn(windowId: number, account: AccountToSignIn): Promise<{ signedIn: SignedIn; notice: Notice }>
  /** Who is signed in at a window. An end that nobody asked for is told once, by its notice. */
  find(windowId: number): Promise<Found>
  /**
   * Saves the session; its kept properties also with the account, and what it tells.
   * @throws SessionInterruptedError when it was ended meanwhile
   */
  save(signedIn: SignedIn): Promise<void>
  /** What a call did to its own session and tells its owner: `save` keeps it in the history. */
  willTell(signedIn: SignedIn, note: SessionNote): void
  /** Signs a window out; the answer is Session Deleted. */
  signOut(windowId: number): Promise<Notice>
  /**
   * A window is gone for good: its session ends as `app_closed`, and nobody can sign in there any more. A failure is
   * logged: there is nobody left to tell.
   */
  windowClosed(windowId: number): Promise<void>
  /**
   * The application closes: all its sessions end as `app_closed`; or, to be kept, they stay open and are answered, for
   * the next start to `restore`.
   */
  allClosed(how: 'end' | 'keep'): Promise<readonly KeptSession[]>
  /**
   * At start: ends what a run that was stopped left open, as `app_interrupted`, or as `clock_changed` where the clock
   * was set back since. Answers how many there were.
   */
  endInterrupted(kept: readonly KeptSession[]): Promise<number>
  /** Goes on in a window with a session that the run before has kept. */
  restore(windowId: number, kept: KeptSession): Promise<void>
  /** Ends sessions on every computer, and tells their windows. Answers how many there were. */
  endSessions(request: EndRequest): Promise<number>
  /**
   * As `endSessions`, inside the transaction of the change that ends them. Hand the answer to `announceEnded` after
   * the commit; a window that is not told then learns it from its next call.
   */
  endSessionsWithin(transaction: Transaction, request: EndRequest): Promise<number[]>
  announceEnded(historyIds: readonly number[]): Promise<void>
  /**
   * For a change that must not come from a session that was ended while the call was under way.
   * @throws Refusal `UNAUTHENTICATED` when it was
   */
  requireOpenWithin(transaction: Transaction, person: ActingPerson): Promise<void>
  /** The password of a session was given again, or chosen: it gets a new key, the old one is dead. */
  passwordGiven(windowId: number, signedIn: SignedIn): Promise<void>
  /** A person did something in a window: the idle time begins anew. Opens no lock. Never rejects. */
  touch(windowId: number): Promise<void>
  /** Locks the session of a window; without a window, of all of them. */
  lock(cause: LockCause, windowId?: number): void
  /** Nothing was done at this computer for so many milliseconds: enough of it locks every session. */
  noteSystemIdle(milliseconds: number): void
  /**
   * Opens a locked session after its password was given; the notice is Session Unlocked.
   * @throws Refusal `UNAUTHENTICATED` when it ended meanwhile
   */
  unlock(windowId: number, signedIn: SignedIn): Promise<Notice>
  /** The person whose session a window has, or had last where it ended without the window asking for it. */
  person(windowId: number): FormerPerson | null
  /** Looks at all sessions now: the computer woke, or the limits changed. */
  check(): void
  /** Notes which screen a window shows. */
  showing(windowId: number, screen: Screen): void
  /** The screen that the session's window showed last, and news that it has still to be told; these once. */
  takeNews(windowId: number): { readonly screen: Screen | null; readonly notice: Notice | null }
  /** How many people are signed in at this moment. */
  signedInNow(): Promise<number>
  /** The account's newest logins, the newest first. */
  recentSessions(accountId: number, currentHistoryId: number, limit: number): Promise<SessionHistoryRow[]>
  /** What the owner of these logins was told of them, the newest first. */
  messages(historyIds: readonly number[], limit: number): Promise<SessionMessage[]>
  /**
   * For the login screen when the application starts: how this computer's last session ended, if nobody was at its
   * window and nobody has signed in since. It names nobody.
   */
  untoldEnd(): Promise<Notice | null>
  /** The session as its own window may see it. */
  toView(signedIn: SignedIn): SessionView
}

export function createLifecycle(parts: LifecycleParts): Lifecycle {
  const core = createCore(parts)
  const { database, clock, computer, timeZone, windows } = core
  const watch = createWatch(core)

  async function signIn(windowId: number, account: AccountToSignIn) {
    const entered = await windows.inTurn(windowId, () => enter(core, windowId, account))
    watch.check()
    return entered
  }

  return {
    signIn,
    async goOn(windowId, account) {
      const { signedIn } = await signIn(windowId, account)
      return { signedIn, notice: workGoesOn(signedIn.expiresAt - signedIn.startedAt) }
    },
    find: (windowId) => findSession(core, windowId),
    save: (signedIn) => saveSession(core, signedIn),
    willTell({ session }, note) {
      core.notes.set(session, note)
      // It is told with the save, which there is for a modified session: modified even where nothing was deleted.
      session.update({})
    },
    signOut: (windowId) => windows.inTurn(windowId, () => leaveByChoice(core, windowId)),
    async windowClosed(windowId) {
      windows.close(windowId)
      try {
        await windows.inTurn(windowId, () => leaveByClosing(core, [windowId]))
      } catch (error) {
        core.log.error('the session of a closed window could not be ended; the next start ends it', error)
      }
    },
    async allClosed(how) {
      watch.stop()
      // What windows that have just closed still write must be written before the database closes.
      await windows.idle()
      if (how === 'keep') return keepAll(core)
      await leaveByClosing(
        core,
        windows.all().map(([windowId]) => windowId),
      )
      return []
    },
    endInterrupted: (kept) =>
      endLeftBehind(
        core,
        kept.map(({ historyId }) => historyId),
      ),
    async restore(windowId, kept) {
      await restore(core, windowId, kept)
      watch.check()
    },
    endSessions: (request) => endSessions(core, request),
    endSessionsWithin: (transaction, request) => endWithin(core, transaction, request),
    announceEnded: (historyIds) => announceEnded(core, historyIds),
    async requireOpenWithin(transaction, { historyId }) {
      const open = await openLogins(transaction, { historyIds: [historyId] })
      if (open.length > 0) return
      const notice = loginRequired()
      throw new Refusal('UNAUTHENTICATED', 'Your session ended meanwhile. Sign in again.', { notice })
    },
    passwordGiven: (windowId, signedIn) =>
      windows.inTurn(windowId, async () => {
        await renewKey(core, windowId, signedIn)
        const held = windows.get(windowId)
        if (held?.historyId === signedIn.historyId) held.password = markNow(clock)
      }),
    touch: (windowId) => noteActivity(core, windowId),
    lock(cause, windowId) {
      const ids = windowId === undefined ? windows.all().map(([id]) => id) : [windowId]
      for (const id of ids) lock(core, id, cause)
    },
    noteSystemIdle(milliseconds) {
      const { lockMs } = core.limits()
      if (milliseconds < lockMs) return
      for (const [id] of windows.all()) lock(core, id, { idleMs: lockMs })
    },
    async unlock(windowId, signedIn) {
      const notice = await windows.inTurn(windowId, () => unlock(core, windowId, signedIn))
      watch.check()
      return notice
    },
    person: (windowId) => windows.get(windowId) ?? windows.former(windowId) ?? null,
    check: watch.check,
    showing(windowId, screen) {
      const held = windows.get(windowId)
      if (held) held.screen = screen
    },
    takeNews(windowId) {
      const held = windows.get(windowId)
      if (!held) return { screen: null, notice: null }
      const { screen, untold } = held
      held.untold = null
      return { screen, notice: untold }
    },
    signedInNow: () => countSignedIn(database, clock.now(), core.limits()),
    recentSessions: (accountId, currentHistoryId, limit) =>
      readRecentLogins(database, accountId, currentHistoryId, limit),
    messages: (historyIds, limit) => readMessages(database, historyIds, limit),
    async untoldEnd() {
      const end = await readUntoldEnd(database, computer)
      return end && lastSessionEnded(end, timeZone)
    },
    toView: (signedIn) => ({
      accountId: signedIn.accountId,
      username: signedIn.username,
      displayName: signedIn.displayName,
      role: signedIn.role,
      computer,
      startedAt: toInstant(signedIn.startedAt),
      expiresAt: toInstant(signedIn.expiresAt),
      mustChoosePassword: signedIn.mustChoosePassword,
      theme: theme.nullable().catch(null).parse(signedIn.session.get('theme', null)),
    }),
  }
}
