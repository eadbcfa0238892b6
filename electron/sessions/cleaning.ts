import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import { startHourly } from '../environment/hourly.ts'
import type { Log } from '../environment/log.ts'
import type { SessionEngine } from '../session/index.ts'
import { deleteEndedBefore } from './repository.ts'

export interface CleaningParts {
  readonly engine: Pick<SessionEngine, 'clearExpired'>
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/** What clearing removed, and when, milliseconds since 1970. */
export interface Cleared {
  readonly at: number
  readonly count: number
}

/** Clears expired session data at start and hourly, and history that is older than 400 days. */
export interface Cleaning {
  /** Clears now; answers how many expired sessions were removed. */
  clear(): Promise<number>
  last(): Cleared | null
  stop(): void
}

const hour = 3_600_000
const historyKeptFor = 400 * 24 * hour
/** Rows of one transaction: few enough for others to get their turn. */
const atOnce = 500

/** Makes it and begins. What fails on its own is logged and tried again in an hour. */
export function startCleaning({ engine, database, clock, log }: CleaningParts): Cleaning {
  let last: Cleared | null = null
  let isStopped = false

  async function clear(): Promise<number> {
    const count = await engine.clearExpired()
    const history = await clearHistory(clock.now() - historyKeptFor)
    last = { at: clock.now(), count }
    log.info('expired sessions cleared', { count, history })
    return count
  }

  async function clearHistory(before: number): Promise<number> {
    let deleted = 0
    for (;;) {
      const now = await database.write((transaction) => deleteEndedBefore(transaction, before, atOnce))
      deleted += now
      if (now < atOnce || isStopped) return deleted
    }
  }

  const stop = startHourly(clock, log, 'expired sessions could not be cleared', clear)
  return {
    clear,
    last: () => last,
    stop() {
      isStopped = true
      stop()
    },
  }
}
