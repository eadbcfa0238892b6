import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../electron/environment/clock.ts'
import type { Log } from '../../../electron/environment/log.ts'
import type { RandomBytes } from '../../../electron/environment/random.ts'
import type { Secret } from '../../../electron/environment/secret.ts'

/** This computer's time, as the product's own; a timer that is left keeps nobody waiting. */
export const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds).unref()
    return () => clearTimeout(timer)
  },
}

/** This computer's secure random source, as the product's own. */
export const random: RandomBytes = (length) => new Uint8Array(randomBytes(length))

export const silence: Log = { info: () => {}, warn: () => {}, error: () => {} }

export const secret: Secret = { id: 'bench', created: '2026-01-01T00:00:00.000Z', bytes: random(32) }
