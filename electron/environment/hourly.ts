import type { Clock } from './clock.ts'
import type { Log } from './log.ts'

const hour = 3_600_000

/**
 * Runs a task now, and again an hour after it was done. What fails is logged and tried again an hour later.
 * @param problem what the log says of a failure
 * @returns stops it; what is under way goes on to its end
 */
export function startHourly(clock: Clock, log: Log, problem: string, task: () => Promise<unknown>): () => void {
  let cancel: (() => void) | null = null
  let isStopped = false

  async function run(): Promise<void> {
    try {
      await task()
    } catch (error) {
      log.error(problem, error)
    }
    if (!isStopped) cancel = clock.after(hour, () => void run())
  }

  void run()
  return () => {
    isStopped = true
    cancel?.()
  }
}
