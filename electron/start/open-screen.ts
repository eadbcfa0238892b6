import type { Notice } from '../contract/notice.ts'
import type { Screen } from '../contract/screens.ts'
import type { Log } from '../environment/log.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { loginRequired } from '../lifecycle/notices.ts'
import type { Windows } from '../window/windows.ts'

export interface OpenScreenParts {
  /** The screen asked for on the command line. */
  readonly atStart: Screen | null
  readonly windows: Pick<Windows, 'ids' | 'open' | 'focusLast'>
  /** Null while no company is open: then there is no screen to show. */
  readonly lifecycle: () => Pick<Lifecycle, 'find'> | null
  /** `notice` is null for somebody who is signed in. */
  readonly show: (windowId: number, screen: Screen, notice: Notice | null) => void
  readonly log: Log
}

export interface OpenScreen {
  /** Shows a screen in a window, or in the one used last; opens one where there is none. A locked one stays locked. */
  ask(windowId: number | null, screen: Screen): Promise<void>
  /** The screen asked for before a window could be told; answered once. */
  take(): Screen | null
}

/** Leads to the screens that the command line, a second start and the Go menu ask for, by way of the login. */
export function createOpenScreen({ atStart, windows, lifecycle, show, log }: OpenScreenParts): OpenScreen {
  let waiting = atStart
  return {
    async ask(windowId, screen) {
      if (windows.ids().length === 0) {
        waiting = screen
        windows.open()
        return
      }
      const target = windowId ?? windows.focusLast()
      try {
        const found = await lifecycle()?.find(target)
        if (!found || found.kind === 'locked') return
        const notice = found.kind === 'signed-in' ? null : found.kind === 'ended' ? found.notice : loginRequired()
        show(target, screen, notice)
      } catch (error) {
        log.error(`the screen ${screen} could not be opened`, error)
      }
    },
    take() {
      const screen = waiting
      waiting = null
      return screen
    },
  }
}
