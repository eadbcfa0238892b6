import type { JSHandle, Page } from '@playwright/test'

/** What a page is asked while it is watched. Times are in milliseconds of the page's own clock. */
export interface PageWatch {
  /** From the mark of this call's answer to the end of the frame that shows what came of it. */
  untilPainted(call: string): Promise<number>
  /** Makes the call, changes a word when it is answered, and tells as `untilPainted`. */
  untilNothingPainted(call: string): Promise<number>
  /** Begins anew to look at frames, tasks and rows. */
  begin(): void
  /** What was seen since. */
  end(): Seen
}

export interface Seen {
  /** From each frame to the next. */
  readonly frames: readonly number[]
  /** What the browser calls a long task: 50 ms and more. */
  readonly longTasks: readonly number[]
  /** The most rows of a table's body that stood in the document at once. */
  readonly rows: number
}

/** Begins to watch a page that shows a list. */
export const watchPage = (page: Page): Promise<JSHandle<PageWatch>> => page.evaluateHandle(pageWatch)

/** Runs in the page. */
function pageWatch(): PageWatch {
  const list = document.querySelector('main [aria-busy]')
  if (list === null) throw new Error('the page shows no list')
  const word = document.body.appendChild(document.createElement('span'))
  let frames: number[] = []
  let longTasks: number[] = []
  let rows = 0

  const countRows = () => {
    rows = Math.max(rows, list.querySelectorAll('tbody > tr').length)
  }
  new MutationObserver(countRows).observe(list, { childList: true, subtree: true })
  new PerformanceObserver((entries) => {
    longTasks.push(...entries.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'longtask' })
  let last: number | null = null
  const onFrame = (time: number) => {
    if (last !== null) frames.push(time - last)
    last = time
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)

  /** The frame's own task paints after its callbacks: the next task comes when that is done. */
  const framePainted = () =>
    new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage(null)
      }),
    )
  const sinceAnswer = async (call: string) => {
    await framePainted()
    const taken = performance.now() - (performance.getEntriesByName(call).at(-1)?.startTime ?? Number.NaN)
    performance.clearMarks()
    return taken
  }

  return {
    // The list says that it is busy from the question on until its rows answer it.
    untilPainted: (call) =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (list.getAttribute('aria-busy') === 'true') return
          observer.disconnect()
          resolve(sinceAnswer(call))
        })
        observer.observe(list, { attributeFilter: ['aria-busy'] })
      }),
    async untilNothingPainted(call) {
      const [feature = '', name = ''] = call.split('.')
      const calls = (window as unknown as Calls).staffdesk[feature]?.[name]
      await calls?.({ screen: 'dashboard' })
      word.textContent = String(performance.now())
      return sinceAnswer(call)
    },
    begin() {
      frames = []
      longTasks = []
      rows = 0
      last = null
      countRows()
    },
    end: () => ({ frames, longTasks, rows }),
  }
}

interface Calls {
  readonly staffdesk: Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>
}
