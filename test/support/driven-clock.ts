import type { Clock } from '../../electron/environment/clock.ts'
import { createTestClock, type TestClock } from './clock.ts'

/**
 * A clock that runs like the system's and that a test moves on as well: timers fire when their time comes either way.
 * As with the system's, none fires in the middle of code that asks what time it is.
 */
export function createDrivenClock(system: Clock): TestClock {
  const driven = createTestClock(system.now())
  let last = system.monotonic()
  let disarm = () => {}

  function catchUp(): void {
    const present = system.monotonic()
    driven.pass(present - last)
    last = present
  }

  function advance(milliseconds: number): void {
    catchUp()
    driven.advance(milliseconds)
    arm()
  }

  /** Has the system's clock run the first timer. */
  function arm(): void {
    disarm()
    const untilNext = driven.untilNext()
    // The system's timers may be a fraction of a millisecond early.
    if (untilNext !== null) disarm = system.after(untilNext + 1, () => advance(0))
  }

  return {
    ...driven,
    advance,
    now: () => {
      catchUp()
      // The monotonic clock knows fractions of a millisecond, the wall clock does not.
      return Math.floor(driven.now())
    },
    monotonic: () => {
      catchUp()
      return driven.monotonic()
    },
    after: (milliseconds, task) => {
      catchUp()
      const cancel = driven.after(milliseconds, task)
      arm()
      return cancel
    },
  }
}
