import { EventEmitter } from 'node:events'
import type { Power, PowerEvent } from '../../electron/start/power.ts'

/** The computer's sleep and locks, as a test brings them about. */
export interface DrivenPower extends Power {
  /** What the operating system would tell. */
  tell(event: PowerEvent): void
  /** What a Linux answers when asked how long nobody did anything. */
  idle: number
}

export function createDrivenPower(): DrivenPower {
  const events = new EventEmitter()
  const power: DrivenPower = {
    idle: 0,
    on: (event, listener) => void events.on(event, listener),
    tell: (event) => void events.emit(event),
    idleSeconds: () => power.idle,
  }
  return power
}
