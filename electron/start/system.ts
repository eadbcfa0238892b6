import { randomBytes } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { powerMonitor } from 'electron'
import type { Clock } from '../environment/clock.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { Power, PowerEvent } from './power.ts'

/** This computer's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** This computer's secure random source. */
export const systemRandom: RandomBytes = (length) => new Uint8Array(randomBytes(length))

/** Electron declares each of its events apart; as an emitter it takes them all alike. */
const monitor: Pick<EventEmitter, 'on'> = powerMonitor

/** This computer's sleep, locks and idle time. */
export const systemPower: Power = {
  on: (event: PowerEvent, listener) => void monitor.on(event, listener),
  idleSeconds: () => powerMonitor.getSystemIdleTime(),
}
