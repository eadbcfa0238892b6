import type { EndReason } from '../contract/session-view.ts'

/**
 * The first lines of what people are told while a session lasts, fixed words that people, tests and the documentation
 * share. The audit notes each as `session.<name>`.
 */
export const titles = {
  created: 'Session Created',
  restored: 'Session Restored',
  locking: 'Session Locking',
  locked: 'Session Locked',
  unlocked: 'Session Unlocked',
  expiring: 'Session Expiring',
  property_deleted: 'Session Property Deleted',
  cleared: 'Session Cleared',
} as const

/** What a person is told of their session while it lasts. */
export type Told = keyof typeof titles

/** The first line about a session that ended. */
export function titleOfEnd(reason: EndReason): string {
  if (reason === 'signed_out') return 'Session Deleted'
  return reason === 'idle' || reason === 'expired' ? 'Session Expired' : 'Session Ended'
}
