import type { Notice } from '../contract/notice.ts'
import type { Screen } from '../contract/screens.ts'
import type { Warning } from './limits.ts'
import type { Mark } from './marks.ts'

/** What a window holds of its session, in memory only. The key never leaves the main process. */
export interface WindowLogin {
  key: string
  readonly historyId: number
  readonly accountId: number
  readonly username: string
  readonly displayName: string
  readonly started: Mark
  /** The absolute limit, in milliseconds after the start. */
  readonly lifetime: number
  activity: Mark
  /** The last activity that the history knows, milliseconds since 1970. */
  writtenActivityAt: number
  /** When the person last gave their password in it; null for a session of an earlier run. */
  password: Mark | null
  /** Since when it is locked and what the lock screen says; null while it is not. */
  lock: { readonly notice: Notice; readonly at: Mark } | null
  /** The warnings that the window was told and that still hold. */
  readonly warned: Set<Warning['stage']>
  /** The screen that the window showed last. */
  screen: Screen | null
  /** Good news that the window has still to be told. */
  untold: Notice | null
}

/** What a login holds before anything has happened in it. */
export type NewWindowLogin = Omit<WindowLogin, 'writtenActivityAt' | 'lock' | 'warned'>

export function newWindowLogin(login: NewWindowLogin): WindowLogin {
  return { ...login, writtenActivityAt: login.activity.wall, lock: null, warned: new Set() }
}

/** The person whose session a window had last, if it ended without the window asking for it. */
export type FormerPerson = Pick<WindowLogin, 'accountId' | 'username'>

/** Which window is in which session. */
export interface Windows {
  get(windowId: number): WindowLogin | undefined
  /** The windows that hold one of these logins; there is one for each at most. */
  holding(historyIds: readonly number[]): [windowId: number, login: WindowLogin][]
  all(): [windowId: number, login: WindowLogin][]
  bind(windowId: number, login: WindowLogin): void
  /** Takes the session from the window. `untoldEnd` is the login whose end the window has still to be told. */
  release(windowId: number, untoldEnd?: number): void
  former(windowId: number): FormerPerson | undefined
  /** The ended login that the window has still to be told of; asked once. */
  takeUntoldEnd(windowId: number): number | null
  close(windowId: number): void
  isClosed(windowId: number): boolean
  /** Runs what changes a window's session one after the other. */
  inTurn<Value>(windowId: number, work: () => Promise<Value>): Promise<Value>
  /** Settles when the turns so far have ended. */
  idle(): Promise<void>
}

export function createWindows(): Windows {
  const logins = new Map<number, WindowLogin>()
  const formers = new Map<number, FormerPerson>()
  const untold = new Map<number, number>()
  const turns = new Map<number, Promise<unknown>>()
  const closed = new Set<number>()

  return {
    get: (windowId) => logins.get(windowId),
    holding: (historyIds) => [...logins].filter(([, login]) => historyIds.includes(login.historyId)),
    all: () => [...logins],
    bind(windowId, login) {
      logins.set(windowId, login)
      formers.delete(windowId)
      untold.delete(windowId)
    },
    release(windowId, untoldEnd) {
      const login = logins.get(windowId)
      logins.delete(windowId)
      if (untoldEnd === undefined) return
      untold.set(windowId, untoldEnd)
      if (login) formers.set(windowId, login)
    },
    former: (windowId) => formers.get(windowId),
    takeUntoldEnd(windowId) {
      const historyId = untold.get(windowId) ?? null
      untold.delete(windowId)
      return historyId
    },
    close(windowId) {
      closed.add(windowId)
      formers.delete(windowId)
      untold.delete(windowId)
    },
    isClosed: (windowId) => closed.has(windowId),
    async inTurn(windowId, work) {
      const before = turns.get(windowId) ?? Promise.resolve()
      const turn = before.then(work, work)
      turns.set(windowId, turn)
      try {
        return await turn
      } finally {
        if (turns.get(windowId) === turn) turns.delete(windowId)
      }
    },
    async idle() {
      await Promise.allSettled(turns.values())
    },
  }
}
