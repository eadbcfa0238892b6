import type { Clock } from '../../electron/environment/clock.ts'

export interface TestClock extends Clock {
  /** Moves both clocks on and runs what falls due on the way, each at its own moment. */
  advance(milliseconds: number): void
  /** Moves the wall clock alone, as a person does who sets the computer's time; no timer runs. */
  jump(milliseconds: number): void
  /** Timers that have neither run nor been cancelled. */
  pending(): number
}

/** A test clock whose time also passes while code runs. */
export interface PassingClock extends TestClock {
  /** Moves both clocks on; what falls due runs late, with the next `advance`. */
  pass(milliseconds: number): void
  /** Milliseconds until the first timer is due, none or less where it is late; null without a timer. */
  untilNext(): number | null
}

interface Timer {
  readonly due: number
  readonly task: () => void
}

/** A clock that only moves when told to. */
export function createTestClock(start: Date | number | string = '2026-11-20T09:00:00Z'): PassingClock {
  let wall = new Date(start).getTime()
  let monotonic = 0
  const timers = new Set<Timer>()

  /** A clock that was moved on meanwhile, by a timer's task, does not go back. */
  function moveTo(moment: number): void {
    const passed = Math.max(0, moment - monotonic)
    wall += passed
    monotonic += passed
  }

  const first = (): Timer | undefined => [...timers].sort((one, other) => one.due - other.due)[0]

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
      for (let timer = first(); timer && timer.due <= end; timer = first()) {
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
    pass: (milliseconds) => moveTo(monotonic + milliseconds),
    untilNext() {
      const timer = first()
      return timer ? timer.due - monotonic : null
    },
  }
}
