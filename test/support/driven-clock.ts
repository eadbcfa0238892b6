import type { Clock } from '../../electron/environment/clock.ts'
import { createTestClock, type TestClock } from './clock.ts'

/**
 * A clock that runs like the system's and that a test moves on as well: timers fire when their time comes either way.
 */
export function createDrivenClock(system: Clock): TestClock {
  const driven = createTestClock(system.now())
  let last = system.monotonic()

  function catchUp(): void {
    const present = system.monotonic()
    const passed = present - last
    last = present
    if (passed > 0) driven.advance(passed)
  }

  return {
    ...driven,
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
      const cancelDriven = driven.after(milliseconds, task)
      const cancelSystem = system.after(milliseconds + 1, catchUp)
      return () => {
        cancelDriven()
        cancelSystem()
      }
    },
  }
}
