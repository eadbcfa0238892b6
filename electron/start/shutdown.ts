import { app, powerMonitor } from 'electron'
import type { Log } from '../environment/log.ts'

export interface ShutdownParts {
  readonly log: Log
  readonly windowIds: () => readonly number[]
  readonly mayClose: (windowId: number) => Promise<boolean>
  /** Closes every window without asking. */
  readonly closeWindows: () => void
  /** Ends the sessions and closes the database. */
  readonly closeData: () => Promise<void>
}

/** Leaves without asking. */
export type Leave = () => Promise<void>

/**
 * Joins every way out. A person who quits is asked about unsaved work, window by window; the shutdown of the system
 * and a signal never ask. Electron goes only when the data is closed.
 */
export function joinShutdown(parts: ShutdownParts): Leave {
  let finished = false
  let asking = false
  let leaving = false

  async function leave(): Promise<void> {
    if (leaving) return
    leaving = true
    try {
      parts.closeWindows()
      await parts.closeData()
    } catch (error) {
      parts.log.error('the data could not be closed; the next start ends its sessions', error)
    }
    finished = true
    app.quit()
  }

  async function askAndLeave(): Promise<void> {
    if (asking) return
    asking = true
    try {
      for (const windowId of parts.windowIds()) {
        const isClosed = !parts.windowIds().includes(windowId)
        if (!isClosed && !(await parts.mayClose(windowId))) return
      }
      await leave()
    } finally {
      asking = false
    }
  }

  app.on('before-quit', (event) => {
    if (finished) return
    event.preventDefault()
    void askAndLeave()
  })
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    void leave()
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void leave())
  return leave
}
