import { call } from './call.ts'
import { employeeFilter, employmentType } from './employee-filter.ts'
import { id, instant, nothing } from './fields.ts'
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

/** How many employees there are of a kind, with what the list is to be asked for to show just them. */
const figure = z.strictObject({ count: z.number().int(), filter: employeeFilter })

export type Figure = z.output<typeof figure>

const plainDate = z.string()

export const companyFigures = z.strictObject({
  /** Everybody who works here: neither drafts nor those who left. */
  headcount: figure,
  /** The departments at the top, each with all below it, the largest first; null for people without a department. */
  departments: z.array(z.strictObject({ name: z.string().nullable(), ...figure.shape })),
  /** Null for people of whom it is not known. */
  types: z.array(z.strictObject({ type: employmentType.nullable(), ...figure.shape })),
  /** The last twelve months, the present one last, which counts up to today. */
  months: z.array(
    z.strictObject({
      /** Its last day, or today. */
      until: plainDate,
      headcount: figure,
      joined: figure,
      left: figure,
    }),
  ),
  /** Within the next thirty days, today included. */
  probationsEnding: figure,
  contractsEnding: figure,
  /** The newest first. */
  registeredLately: z.array(z.strictObject({ id, name: z.string(), registeredAt: instant })),
})

export type CompanyFigures = z.infer<typeof companyFigures>

export const signInFigures = z.strictObject({
  /** Accounts of people who work here that nobody has signed in with. */
  accountsNeverUsed: figure,
  /** The last fourteen days, today last. */
  days: z.array(z.strictObject({ day: plainDate, count: z.number().int() })),
})

export type SignInFigures = z.infer<typeof signInFigures>

export const teamFigures = z.strictObject({
  /** Everybody below oneself in the reporting line who works here. */
  members: z.number().int(),
  /** Null for people of whom it is not known; the largest first. */
  types: z.array(z.strictObject({ type: employmentType.nullable(), count: z.number().int() })),
  /** Whose probation or contract ends within the next thirty days, the first ones first. */
  ending: z.array(z.strictObject({ id, name: z.string(), what: z.enum(['probation', 'contract']), on: plainDate })),
})

export type TeamFigures = z.infer<typeof teamFigures>

export const dashboardCalls = {
  read: call({ access: 'signed-in', input: nothing, output: dashboardView }),
  /** One's own team. */
  team: call({ access: 'manager', input: nothing, output: teamFigures }),
  /** The company in figures, each of them with its list. */
  company: call({ access: 'admin', input: nothing, output: companyFigures }),
  /** Who signs in to the company: what changes with the sessions and not with the registry. */
  signIns: call({ access: 'admin', input: nothing, output: signInFigures }),
} as const
