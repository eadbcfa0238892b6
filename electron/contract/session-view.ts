import { id, instant } from './fields.ts'
import { notice } from './notice.ts'
import { role } from './roles.ts'
import { z } from './zod.ts'

/** Why a session ended. */
export const endReasons = [
  'signed_out',
  'idle',
  'expired',
  'ended_by_admin',
  'ended_elsewhere',
  'account_disabled',
  'password_changed',
  'role_changed',
  'app_closed',
  'app_interrupted',
  'clock_changed',
  'engine_changed',
  'secret_renewed',
  'database_restored',
] as const

export const endReason = z.enum(endReasons)

export type EndReason = (typeof endReasons)[number]

/** How a session ended, in the few words that fit a row of a table; here, since both sides show them. */
export const endReasonWords: Readonly<Record<EndReason, string>> = {
  signed_out: 'Signed out',
  idle: 'No activity for too long',
  expired: 'Reached its time limit',
  ended_by_admin: 'Ended by an administrator',
  ended_elsewhere: 'Signed in again elsewhere',
  account_disabled: 'Account disabled',
  password_changed: 'Password changed',
  role_changed: 'Role changed',
  app_closed: 'Staffdesk was closed',
  app_interrupted: 'Staffdesk stopped unexpectedly',
  clock_changed: 'Clock set back',
  engine_changed: 'Session storage changed',
  secret_renewed: 'Session key renewed',
  database_restored: 'Data restored from a backup',
}

/** How a person wants the screens to look; `system` follows the operating system. */
export const themes = ['light', 'dark', 'system'] as const

export const theme = z.enum(themes)

export type Theme = (typeof themes)[number]

/** The session of the window that asks. */
export const sessionView = z.strictObject({
  accountId: id,
  username: z.string(),
  displayName: z.string(),
  role,
  computer: z.string(),
  startedAt: instant,
  /** The absolute limit. */
  expiresAt: instant,
  mustChoosePassword: z.boolean(),
  /** The session property `theme`; null where there is none, which means this computer's theme. */
  theme: theme.nullable(),
})

export type SessionView = z.infer<typeof sessionView>

/** What the lock screen of a session says. */
export const lockedSession = z.strictObject({
  username: z.string(),
  displayName: z.string(),
  /** Session Locked, or Session Restored where the session was kept over a restart. */
  notice,
  /** How long until the session ends unless it is unlocked; counted down by the page. */
  endsInMs: z.number().int().nonnegative(),
})

export type LockedSession = z.infer<typeof lockedSession>

/** One login of an account, as its history keeps it. */
export const sessionHistoryRow = z.strictObject({
  id,
  computer: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Null while the session lasts. */
  reason: endReason.nullable(),
  /** The reason in words. */
  reasonText: z.string().nullable(),
  isCurrent: z.boolean(),
})

export type SessionHistoryRow = z.infer<typeof sessionHistoryRow>

/** What a person was told of one of their sessions, as its history keeps it. */
export const sessionMessage = z.strictObject({
  id,
  at: instant,
  /** The first line, as it was told. */
  title: z.string(),
  /** The particulars that are known; empty where there are none. */
  detail: z.string(),
})

export type SessionMessage = z.infer<typeof sessionMessage>
