import type { Clock } from '../environment/clock.ts'

/** A wall clock so far behind what was seen before was set back; less is the clock being put right. */
const tolerated = 2 * 60_000

/** Watches the wall clock for being set back (threat-model.md A24). */
export interface ClockGuard {
  /** Answers true once for each time that the clock was set back by more than two minutes. */
  wasSetBack(): boolean
}

/** @param seenUntil the latest moment that an earlier run has noted, milliseconds since 1970 */
export function createClockGuard(clock: Pick<Clock, 'now'>, seenUntil = 0): ClockGuard {
  let highest = Math.max(seenUntil, clock.now())
  return {
    wasSetBack() {
      const now = clock.now()
      const isBack = now < highest - tolerated
      highest = isBack ? now : Math.max(highest, now)
      return isBack
    },
  }
}
