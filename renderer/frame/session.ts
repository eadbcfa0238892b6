import { createContext, use } from 'react'
import type { StartState } from '../../electron/contract/application.ts'
import type { Notice } from '../../electron/contract/notice.ts'
import type { RecoveryProblem } from '../../electron/contract/recovery.ts'
import type { SessionView } from '../../electron/contract/session-view.ts'

export interface WindowSession {
  /** What the main process said when the window opened, or since it was last asked. */
  readonly start: StartState
  /** The person signed in in this window. */
  readonly session: SessionView | null
  readonly problem: RecoveryProblem | null
  /** Problems of this computer that the person has not put away yet. */
  readonly problems: readonly string[]
  readonly dismissProblem: (problem: string) => void
  /**
   * Goes on to the screen that was asked for, or the dashboard, with a fresh cache and history; does nothing once the
   * view that asked has been replaced.
   */
  readonly signedIn: (session: SessionView, notice: Notice | null) => void
  /** Ends the session and shows the logout screen; asks first where work would be lost. */
  readonly logOut: () => void
  readonly loggingOut: boolean
  /** Shows the logout screen after a call that ended the session. */
  readonly loggedOut: (notice: Notice) => void
  readonly lockNow: () => void
  /** Takes in what a call answered of this window's session, such as its theme. */
  readonly updateSession: (session: SessionView) => void
  /**
   * Shows the login screen in the main process's words, and after it the screen at `destination`: for whoever logs in,
   * or only for the person who was there last.
   */
  readonly requireLogin: (destination: string, whose: 'anybody' | 'last person') => Promise<void>
  /** Asks the main process again what to show. */
  readonly restart: () => void
}

export const SessionContext = createContext<WindowSession | null>(null)

/** The session of this window, and what moves it on. */
export function useSession(): WindowSession {
  const context = use(SessionContext)
  if (context === null) throw new Error('SessionProvider is missing')
  return context
}

/** What the main process said of this computer and company when the window opened. */
export const useStart = (): StartState => useSession().start
