/** Runs tasks one after the other, in the order in which they came. */
export interface Turns {
  run<Value>(task: () => Promise<Value>): Promise<Value>
  /** Settles when the last task so far has ended. */
  idle(): Promise<void>
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const result = last.then(task)
      // The next task starts however this one ends; who waits for this one learns of its failure.
      last = result.catch(() => undefined)
      return result
    },
    async idle() {
      await last
    },
  }
}
