import { app, dialog } from 'electron'
import type { Clock } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'

/** What the last resort learns as the application comes up. */
export interface LastResortParts {
  readonly log: Log
  readonly clock: Pick<Clock, 'after'>
  /** Ends the sessions and closes the database. */
  readonly closeData: () => Promise<void>
}

export interface LastResort {
  /** From now on a failure is logged as well, and the data is closed before the application ends. */
  know(parts: Partial<LastResortParts>): void
}

/** How long closing the data may take. */
const closedWithin = 2_000

/**
 * Ends the application at an error that nothing else has caught: logged, with its data closed, said to the person and
 * with an exit code that tells it. Going on in an unknown state could let something through. The very first act of an
 * entry, so that a start that fails is not silent.
 */
export function joinLastResort(): LastResort {
  let known: Partial<LastResortParts> = {}
  let ending = false

  async function end(error: unknown): Promise<void> {
    known.log?.error('an error that nothing caught', error)
    if (ending) return
    ending = true
    await closeInTime(known)
    try {
      dialog.showErrorBox(
        'Staffdesk has to close',
        'Something went wrong in Staffdesk. Your data is safe. Start it again; if that fails, tell your IT people.',
      )
    } finally {
      app.exit(1)
    }
  }

  process.on('uncaughtException', (error) => void end(error))
  process.on('unhandledRejection', (reason) => void end(reason))
  return {
    know: (parts) => {
      known = { ...known, ...parts }
    },
  }
}

async function closeInTime({ log, clock, closeData }: Partial<LastResortParts>): Promise<void> {
  if (!closeData) return
  try {
    const late = new Promise<void>((resolve) => clock?.after(closedWithin, resolve))
    await Promise.race([closeData(), late])
  } catch (error) {
    log?.error('the data could not be closed', error)
  }
}
