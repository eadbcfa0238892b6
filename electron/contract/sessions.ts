import { call } from './call.ts'
import { id, instant, nothing, optionalLine } from './fields.ts'
import { notice } from './notice.ts'
import { lockedSession, sessionHistoryRow, sessionMessage, sessionView, theme } from './session-view.ts'
import { z } from './zod.ts'

/** One property of one's own session, as the table of My session shows it. */
const ownProperty = z.strictObject({
  name: z.string(),
  /** JSON text. */
  value: z.string(),
  /** What it is for, in words. */
  purpose: z.string(),
  /** Whether it is the person's to delete. */
  canDelete: z.boolean(),
})

export type OwnProperty = z.infer<typeof ownProperty>

/** A session that lasts, as administrators see it. */
const liveSession = z.strictObject({
  historyId: id,
  accountId: id,
  username: z.string(),
  displayName: z.string(),
  computer: z.string(),
  startedAt: instant,
  lastActivityAt: instant,
  /** When it ends if nothing more happens in it. */
  endsAt: instant,
  state: z.enum(['active', 'locked']),
  /** The administrator's own. */
  isCurrent: z.boolean(),
})

export type LiveSession = z.infer<typeof liveSession>

/** A session that ended, as administrators see it. */
const endedSession = sessionHistoryRow.omit({ isCurrent: true }).extend({
  accountId: id,
  username: z.string(),
  displayName: z.string(),
  /** The name of the other person who ended it. */
  endedBy: z.string().nullable(),
})

export type EndedSession = z.infer<typeof endedSession>

/** Most rows of one page of ended sessions; the list itself has no cap. */
export const longestSessionsPage = 200

const told = z.strictObject({ notice })
const ended = z.strictObject({ ended: z.number().int() })

/** One's own session, and what administrators do to everybody's. */
export const sessionCalls = {
  readOwn: call({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      session: sessionView,
      properties: z.array(ownProperty),
      /** The newest hundred logins of the account, this one included. */
      history: z.array(sessionHistoryRow),
      /** The newest two hundred messages about them. */
      messages: z.array(sessionMessage),
    }),
  }),
  /** Deletes a property of one's own, and what is kept of it; the notice is Session Property Deleted. */
  deleteProperty: call({
    access: 'signed-in',
    input: z.strictObject({ name: z.string().min(1).max(100) }),
    output: z.strictObject({ session: sessionView, notice }),
  }),
  /** Deletes every property that is the person's; the notice is Session Cleared. */
  clear: call({ access: 'signed-in', input: nothing, output: z.strictObject({ session: sessionView, notice }) }),
  /** Keeps the theme as the session property `theme`, which the account's next session starts with. */
  setTheme: call({
    access: 'signed-in',
    input: z.strictObject({ theme }),
    output: z.strictObject({ session: sessionView }),
  }),
  /** Ends the account's sessions on every computer, this one last; the notice is Session Deleted. */
  logOutEverywhere: call({ access: 'signed-in', input: nothing, output: told }),

  list: call({ access: 'admin', input: nothing, output: z.strictObject({ sessions: z.array(liveSession) }) }),
  listEnded: call({
    access: 'admin',
    input: z.strictObject({
      /** Matches name, username, computer and the reason's words. */
      search: optionalLine('search', 100),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(longestSessionsPage),
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(endedSession) }),
  }),
  /** The sessions of this day, in this computer's time. */
  today: call({
    access: 'admin',
    input: nothing,
    output: z.strictObject({
      started: z.number().int(),
      /** Most at once. */
      peak: z.number().int(),
      /** For each hour since midnight, this one included: the most that were open at once. */
      hours: z.array(z.strictObject({ hour: z.number().int(), open: z.number().int() })),
      /** What clearing expired session data removed last; null where it has not run yet. */
      cleared: z.strictObject({ at: instant, count: z.number().int() }).nullable(),
    }),
  }),
  /** Ends one session. The administrator's own is refused: log out instead. */
  end: call({ access: 'admin', input: z.strictObject({ historyId: id }), output: ended }),
  /** Ends all sessions of one person; of the administrator's own all but this one. */
  endAllOf: call({ access: 'admin', input: z.strictObject({ accountId: id }), output: ended }),
  /** Ends everybody's sessions but this one. */
  endAll: call({ access: 'admin', input: nothing, output: ended }),
} as const

export const sessionEvents = {
  /** Somebody signed in, or a session was locked, unlocked or ended: lists are out of date. */
  'sessions.changed': z.strictObject({}),
  /**
   * Session Locking (a quiet banner; any input takes it away) or Session Expiring (a dialog that takes the password).
   * The notice's `remainingMs` is counted down by the page.
   */
  'sessions.warned': z.strictObject({ kind: z.enum(['locking', 'expiring']), notice }),
  /** What the last warning was about will not come about for now. */
  'sessions.warningOver': z.strictObject({}),
  /** The session of this window was locked: hide everything at once. */
  'sessions.locked': z.strictObject({ lock: lockedSession }),
  /** The session of this window ended without the window asking for it. */
  'sessions.ended': z.strictObject({ notice }),
} as const
