import { defaultMinimumLength } from '../accounts/password-policy.ts'
import type { StartState } from '../contract/application.ts'
import type { Notice } from '../contract/notice.ts'
import type { RecoveryProblem } from '../contract/recovery.ts'
import type { Screen } from '../contract/screens.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { loginRequired } from '../lifecycle/notices.ts'
import type { ClosingAnswer } from '../window/closing.ts'

/** What a start has to show, as far as the data goes. */
export type DataState =
  | { readonly kind: 'set-up' }
  | { readonly kind: 'recovery'; readonly problem: RecoveryProblem }
  | { readonly kind: 'open'; readonly company: OpenedCompany }

/** What a start tells of an open company. */
export interface OpenedCompany {
  readonly name: string
  readonly minimumPasswordLength: () => Promise<number>
  readonly lifecycle: Pick<Lifecycle, 'find' | 'toView' | 'untoldEnd' | 'takeNews' | 'showing'>
}

export interface ApplicationParts {
  readonly version: string
  readonly platform: string
  readonly data: () => DataState
  /** Problems of this computer, in words. */
  readonly problems: readonly string[]
  /** The screen asked for on the command line; answered to the first window that asks. */
  readonly takeOpenScreen: () => Screen | null
  readonly onReady: (windowId: number) => void
  readonly closingAnswered: (windowId: number, requestId: number, answer: ClosingAnswer) => void
  readonly copy: (text: string, secret: boolean) => Promise<void>
  readonly print: (windowId: number) => Promise<boolean>
}

/** The calls every window makes whatever it shows. */
export function createApplicationHandlers(parts: ApplicationParts): FeatureHandlers<'application'> {
  async function show(data: DataState, windowId: number): Promise<StartState['show']> {
    if (data.kind === 'set-up') return { screen: 'set-up' }
    if (data.kind === 'recovery') return { screen: 'recovery', problem: data.problem }
    const { lifecycle } = data.company
    const found = await lifecycle.find(windowId)
    if (found.kind === 'signed-in') {
      const { screen: destination, notice } = lifecycle.takeNews(windowId)
      return { screen: 'signed-in', session: lifecycle.toView(found.signedIn), notice, destination }
    }
    if (found.kind === 'locked') {
      const { screen: destination } = lifecycle.takeNews(windowId)
      return { screen: 'locked', session: lifecycle.toView(found.signedIn), lock: found.lock, destination }
    }
    if (found.kind === 'ended') return { screen: 'login', notice: found.notice, destination: null }
    const destination = parts.takeOpenScreen()
    const notice: Notice | null = destination ? loginRequired() : await lifecycle.untoldEnd()
    return { screen: 'login', notice, destination }
  }

  return {
    start: async (_input, { windowId }) => {
      const data = parts.data()
      return {
        version: parts.version,
        platform: parts.platform,
        company: data.kind === 'open' ? data.company.name : null,
        minimumPasswordLength: data.kind === 'open' ? await data.company.minimumPasswordLength() : defaultMinimumLength,
        problems: [...parts.problems],
        show: await show(data, windowId),
      }
    },
    ready: async (_input, { windowId }) => {
      parts.onReady(windowId)
      return {}
    },
    showing: async ({ screen }, { windowId }) => {
      const data = parts.data()
      if (data.kind === 'open') data.company.lifecycle.showing(windowId, screen)
      return {}
    },
    answer: async ({ requestId, answer }, { windowId }) => {
      parts.closingAnswered(windowId, requestId, answer)
      return {}
    },
    copy: async ({ text, secret }) => {
      await parts.copy(text, secret)
      return {}
    },
    print: async (_input, { windowId }) => ({ printed: await parts.print(windowId) }),
  }
}
