import { call } from './call.ts'
import { nothing } from './fields.ts'
import { sessionHistoryRow, sessionView } from './session-view.ts'
import { z } from './zod.ts'

export const dashboardView = z.strictObject({
  company: z.string(),
  session: sessionView,
  /** The last ten logins of the account, the newest first, this one included. */
  recentSessions: z.array(sessionHistoryRow),
  /** For administrators only. */
  administration: z
    .strictObject({
      employees: z.number().int(),
      signedInNow: z.number().int(),
    })
    .nullable(),
})

export const dashboardCalls = {
  read: call({ access: 'signed-in', input: nothing, output: dashboardView }),
} as const
