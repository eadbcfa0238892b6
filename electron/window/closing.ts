import type { Clock } from '../environment/clock.ts'

/** What a window says of its unsaved work, or how settling it went. */
export type ClosingAnswer = 'clean' | 'dirty' | 'dirty-with-draft' | 'settled' | 'not-settled'

/** What becomes of unsaved work before its window closes. */
export type Settlement = 'save-draft' | 'discard'

export interface ClosingParts {
  readonly clock: Clock
  /** Asks the window whether it is clean. */
  readonly ask: (windowId: number, requestId: number) => void
  /** Tells the window what to do with its work. */
  readonly settle: (windowId: number, requestId: number, choice: Settlement) => void
  /** The main process's own dialog: `beforeunload` would cancel the close in silence. */
  readonly unsavedWork: (windowId: number, canSaveDraft: boolean) => Promise<Settlement | 'stay'>
}

export interface Closing {
  /** Whether the window may close: asks it, and then the person if work would be lost. */
  mayClose(windowId: number): Promise<boolean>
  /** A window's answer, as it comes through the router; silent for what that window was not asked. */
  answered(windowId: number, requestId: number, answer: ClosingAnswer): void
}

/** How long a window may take to say whether it is clean; a page that hangs must not keep the application open. */
const answerWithin = 2_000
/** How long saving or discarding a draft may take. */
const settledWithin = 10_000

export function createClosing({ clock, ask, settle, unsavedWork }: ClosingParts): Closing {
  const waiting = new Map<string, (answer: ClosingAnswer) => void>()
  /** A window that is closed while the application quits is asked once for both. */
  const asked = new Map<number, Promise<boolean>>()
  let lastRequestId = 0

  function request(
    windowId: number,
    send: (requestId: number) => void,
    within: number,
    late: ClosingAnswer,
  ): Promise<ClosingAnswer> {
    lastRequestId += 1
    const requestId = lastRequestId
    const question = `${windowId}/${requestId}`
    return new Promise((resolve) => {
      const finish = (answer: ClosingAnswer) => {
        waiting.delete(question)
        cancel()
        resolve(answer)
      }
      const cancel = clock.after(within, () => finish(late))
      waiting.set(question, finish)
      send(requestId)
    })
  }

  async function askAbout(windowId: number): Promise<boolean> {
    const state = await request(windowId, (requestId) => ask(windowId, requestId), answerWithin, 'clean')
    if (state === 'clean') return true
    const choice = await unsavedWork(windowId, state === 'dirty-with-draft')
    if (choice === 'stay') return false
    const settled = await request(
      windowId,
      (requestId) => settle(windowId, requestId, choice),
      settledWithin,
      choice === 'discard' ? 'settled' : 'not-settled',
    )
    return settled === 'settled'
  }

  return {
    mayClose: (windowId) => {
      const answer = asked.get(windowId) ?? askAbout(windowId).finally(() => asked.delete(windowId))
      asked.set(windowId, answer)
      return answer
    },
    answered: (windowId, requestId, answer) => waiting.get(`${windowId}/${requestId}`)?.(answer),
  }
}
