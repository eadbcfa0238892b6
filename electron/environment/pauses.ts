import { setImmediate } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** How long work may keep everything else waiting, in milliseconds. */
const longestHold = 10

/**
 * Long work awaits the answer between its steps: whenever it has held the event loop for long enough, whatever else is
 * due (a key press, another window's call) gets its turn first.
 */
export function createPauses(clock: Pick<Clock, 'monotonic'>): () => Promise<void> {
  let since = clock.monotonic()
  return async () => {
    if (clock.monotonic() - since < longestHold) return
    await setImmediate()
    since = clock.monotonic()
  }
}
