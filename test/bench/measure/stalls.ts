import { setImmediate } from 'node:timers/promises'

export interface Watched<Value> {
  readonly value: Value
  /** Milliseconds from the beginning to the end. */
  readonly total: number
  /** The longest time, in milliseconds, in which nothing else got its turn. */
  readonly longestStall: number
}

/**
 * Runs something and looks meanwhile, on every turn of the event loop, how long the turn before it took.
 * @param now milliseconds of a clock that never goes back
 */
export async function watchStalls<Value>(
  act: () => Promise<Value>,
  now: () => number = () => performance.now(),
): Promise<Watched<Value>> {
  let isOver = false
  let longestStall = 0
  let last = now()
  const begun = last
  const note = () => {
    const present = now()
    longestStall = Math.max(longestStall, present - last)
    last = present
  }
  const watching = (async () => {
    while (!isOver) {
      await setImmediate()
      note()
    }
  })()
  const value = await act()
  const total = now() - begun
  note()
  isOver = true
  await watching
  return { value, total, longestStall }
}
