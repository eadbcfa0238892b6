import type { Clock } from '../environment/clock.ts'

/** Milliseconds for which the work of one transaction may keep everybody else waiting, before it is committed. */
const longest = 15

const fewest = 10
const most = 200

/** How many employees are changed in one transaction: the fewer commits, the sooner all is done. */
export interface Pace {
  atOnce(): number
  /** Notes how long the work on some of them takes. */
  time<Value>(employees: number, work: () => Promise<Value>): Promise<Value>
}

/** As many as took that long lately. */
export function createPace(clock: Pick<Clock, 'monotonic'>): Pace {
  let atOnce = fewest
  return {
    atOnce: () => atOnce,
    async time(employees, work) {
      const begun = clock.monotonic()
      const value = await work()
      if (employees === 0) return value
      const each = (clock.monotonic() - begun) / employees
      // Not at one bound: the next may be slower.
      const fitting = Math.min(longest / each, employees * 2, most)
      atOnce = Math.max(fewest, Math.floor(fitting))
      return value
    },
  }
}
