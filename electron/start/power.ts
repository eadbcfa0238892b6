import type { Clock } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'

/** What the operating system tells of the computer and of the person before it; tests hand in their own. */
export interface Power {
  on(event: PowerEvent, listener: () => void): void
  /** Seconds since anything was done at this computer. */
  idleSeconds(): number
}

/** Electron's names: `lock-screen` and the change of user exist on macOS and Windows only. */
export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'user-did-resign-active'

export interface PowerParts {
  readonly power: Power
  readonly platform: string
  readonly clock: Pick<Clock, 'after'>
  readonly lifecycle: () => Pick<Lifecycle, 'lock' | 'check' | 'noteSystemIdle'> | null
  /** Takes a copied secret off the clipboard. */
  readonly clearCopy: () => void
}

/** How often Linux is asked how long nobody did anything, for it has no event for a locked screen. */
const asksEvery = 30_000

/**
 * Locks every session when the computer sleeps or locks or another person takes it over, and looks at their limits
 * before anything is painted when it wakes (threat-model.md A25).
 */
export function joinPower({ power, platform, clock, lifecycle, clearCopy }: PowerParts): void {
  function lockAll(): void {
    lifecycle()?.lock('system')
    clearCopy()
  }

  function askLinux(): void {
    lifecycle()?.noteSystemIdle(power.idleSeconds() * 1000)
    clock.after(asksEvery, askLinux)
  }

  for (const event of ['suspend', 'lock-screen', 'user-did-resign-active'] as const) power.on(event, lockAll)
  for (const event of ['resume', 'unlock-screen'] as const) power.on(event, () => lifecycle()?.check())
  if (platform === 'linux') clock.after(asksEvery, askLinux)
}
