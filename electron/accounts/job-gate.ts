import { Refusal } from '../contract/errors.ts'

export interface GateLimits {
  /** Jobs at work at the same moment. */
  readonly running: number
  /** Jobs that may wait for their turn. */
  readonly waiting: number
}

/** Runs a job when its turn has come. Throws `Refusal` `BUSY` at once when too many wait already. */
export type JobGate = <Value>(job: () => Promise<Value>) => Promise<Value>

/** Makes a gate that lets few jobs run at once, so that memory and the event loop stay free for everything else. */
export function createJobGate(limits: GateLimits): JobGate {
  let running = 0
  const waiting: (() => void)[] = []

  async function turn(): Promise<void> {
    if (running < limits.running) {
      running += 1
      return
    }
    if (waiting.length >= limits.waiting) {
      throw new Refusal('BUSY', 'Too many people are signing in at this moment. Try again in a few seconds.')
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function leave(): void {
    const next = waiting.shift()
    // Whoever waits takes over the place of the one who leaves, so nobody can slip in between.
    if (next) next()
    else running -= 1
  }

  return async (job) => {
    await turn()
    try {
      return await job()
    } finally {
      leave()
    }
  }
}
