import type { Clock } from '../../electron/environment/clock.ts'

export interface TestClock extends Clock {
  /** Moves both clocks on and runs what falls due on the way, each at its own moment. */
  advance(milliseconds: number): void
  /** Moves the wall clock alone, as a person does who sets the computer's time; no timer runs. */
  jump(milliseconds: number): void
  /** Timers that have neither run nor been cancelled. */
  pending(): number
}

interface Timer {
  readonly due: number
  readonly task: () => void
}

/** A clock that only moves when told to. */
export function createTestClock(start: Date | number | string = '2026-11-20T09:00:00Z'): TestClock {
  let wall = new Date(start).getTime()
  let monotonic = 0
  const timers = new Set<Timer>()

  function moveTo(moment: number): void {
    wall += moment - monotonic
    monotonic = moment
  }

  function firstDue(until: number): Timer | undefined {
    return [...timers].filter((timer) => timer.due <= until).sort((one, other) => one.due - other.due)[0]
  }

  return {
    now: () => wall,
    monotonic: () => monotonic,
    after(milliseconds, task) {
      const timer = { due: monotonic + Math.max(0, milliseconds), task }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(milliseconds) {
      const end = monotonic + milliseconds
      for (let timer = firstDue(end); timer; timer = firstDue(end)) {
        moveTo(timer.due)
        timers.delete(timer)
        timer.task()
      }
      moveTo(end)
    },
    jump(milliseconds) {
      wall += milliseconds
    },
    pending: () => timers.size,
  }
}
