import type { Clock } from '../environment/clock.ts'

/** At so many crashes within the span below reloading stops. */
const mostCrashes = 3
const span = 60_000

/**
 * Decides what follows when a page's process dies: reload it, or give up when it keeps dying. The session of the
 * window lives in main and is untouched.
 */
export function createCrashRecovery(clock: Pick<Clock, 'monotonic'>): (windowId: number) => 'reload' | 'give-up' {
  const crashes = new Map<number, number[]>()
  return (windowId) => {
    const now = clock.monotonic()
    const recent = [...(crashes.get(windowId) ?? []).filter((at) => now - at < span), now]
    crashes.set(windowId, recent)
    return recent.length < mostCrashes ? 'reload' : 'give-up'
  }
}
