import type { Clock } from '../environment/clock.ts'

/** A moment on both clocks. */
export interface Mark {
  /** Milliseconds since 1970. */
  readonly wall: number
  readonly monotonic: number
}

export function markNow(clock: Clock): Mark {
  return { wall: clock.now(), monotonic: clock.monotonic() }
}

/** The mark of a moment of an earlier run, whose monotonic clock is gone. */
export function markOf(clock: Clock, wall: number): Mark {
  return { wall, monotonic: clock.monotonic() - Math.max(0, clock.now() - wall) }
}

/**
 * Milliseconds since a mark: the larger of what the two clocks say. The wall clock can be set back, the monotonic one
 * stands still while the computer sleeps (threat-model.md A24).
 */
export function since(clock: Clock, mark: Mark): number {
  return Math.max(clock.now() - mark.wall, clock.monotonic() - mark.monotonic)
}
