import { setImmediate } from 'node:timers/promises'

/**
 * Runs an act in a turn of the event loop of its own, as the product's code is entitled to. What a debugger evaluates,
 * and by it Playwright in the main process, interrupts the code that runs: within a transaction, in the middle of a look
 * at the sessions, or while the clock is moved.
 */
export async function inOwnTurn<Value>(act: () => Value | Promise<Value>): Promise<Value> {
  await setImmediate()
  return act()
}
