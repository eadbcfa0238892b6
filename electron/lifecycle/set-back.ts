import type { Core } from './core.ts'
import { endSessions } from './ending-sessions.ts'

/**
 * Ends every session when the wall clock was set back by more than two minutes, for nobody knows any more how long
 * they have lasted (threat-model.md A24). Signing in goes on.
 */
export async function watchClock(core: Core): Promise<void> {
  if (!(await wasSetBack(core))) return
  await endSessions(core, { reason: 'clock_changed', endedBy: null })
}

/** Whether the clock was set back since it was last asked; then the log and the audit say so. */
export async function wasSetBack(core: Core): Promise<boolean> {
  if (!core.clockGuard.wasSetBack()) return false
  core.log.warn('the clock was set back', { now: core.clock.now() })
  await core.database.write((transaction) =>
    core.audit.append(transaction, {
      action: 'clock.set_back',
      actor: null,
      subject: { kind: 'application', id: null, name: null },
    }),
  )
  return true
}
