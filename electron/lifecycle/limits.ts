/** When a session locks, ends and warns: pure arithmetic on how long it has lasted and been idle. */
import type { SessionLimits } from './policy.ts'

/** How a session stands, in milliseconds. */
export interface Standing {
  /** Since the last activity. */
  readonly idle: number
  /** Since the start. */
  readonly age: number
  /** From the start to the absolute limit. */
  readonly lifetime: number
  readonly isLocked: boolean
}

/** What has come about: `overdueMs` ago. */
export interface Due {
  readonly kind: 'idle' | 'expired' | 'lock'
  readonly overdueMs: number
}

/** What a session that goes on may be warned of. `remainingMs` is how long until it comes about. */
export interface Warning {
  readonly kind: 'locking' | 'expiring'
  /** Warnings of one stage are told once. */
  readonly stage: 'locking' | 'expiring' | 'expiring-at-once'
  readonly remainingMs: number
}

const minute = 60_000
const firstWarning = 10 * minute
const lastWarning = minute

/** What is due, the end that came first before the lock; null while the session goes on. */
export function dueOf(standing: Standing, limits: SessionLimits): Due | null {
  const idle = standing.idle - limits.idleEndMs
  const expired = standing.age - standing.lifetime
  if (Math.max(idle, expired) >= 0) {
    return idle > expired ? { kind: 'idle', overdueMs: idle } : { kind: 'expired', overdueMs: expired }
  }
  const lock = standing.idle - limits.lockMs
  return !standing.isLocked && lock >= 0 ? { kind: 'lock', overdueMs: lock } : null
}

/** How long before a lock the banner stands, in milliseconds: a minute, or a quarter of a short limit. */
export const warnsBeforeLock = (limits: SessionLimits): number => Math.min(minute, limits.lockMs / 4)

/** The warnings of this moment. A locked session has its own countdown instead. */
export function warningsOf(standing: Standing, limits: SessionLimits): readonly Warning[] {
  if (standing.isLocked) return []
  const untilLock = limits.lockMs - standing.idle
  const untilEnd = standing.lifetime - standing.age
  const warnings: Warning[] = []
  if (untilEnd <= firstWarning) {
    const stage = untilEnd <= lastWarning ? 'expiring-at-once' : 'expiring'
    warnings.push({ kind: 'expiring', stage, remainingMs: untilEnd })
  }
  if (untilLock <= warnsBeforeLock(limits)) {
    warnings.push({ kind: 'locking', stage: 'locking', remainingMs: untilLock })
  }
  return warnings
}

/** How long until the session ends if nothing more happens in it, in milliseconds. */
export function untilEnd(standing: Standing, limits: SessionLimits): number {
  return Math.max(0, Math.min(limits.idleEndMs - standing.idle, standing.lifetime - standing.age))
}

/** How long until something is due or a warning begins, in milliseconds; null when nothing is to come. */
export function untilNext(standing: Standing, limits: SessionLimits): number | null {
  const left = standing.lifetime - standing.age
  const moments = [limits.idleEndMs - standing.idle, left]
  if (!standing.isLocked) {
    const untilLock = limits.lockMs - standing.idle
    moments.push(left - firstWarning, left - lastWarning, untilLock, untilLock - warnsBeforeLock(limits))
  }
  const ahead = moments.filter((moment) => moment > 0)
  return ahead.length === 0 ? null : Math.min(...ahead)
}
