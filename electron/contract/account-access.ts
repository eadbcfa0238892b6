import { signInSlip } from './accounts.ts'
import { call } from './call.ts'
import { employeeRecord, newAccountFields } from './employees.ts'
import { id, instant, nothing } from './fields.ts'
import { sessionHistoryRow } from './session-view.ts'
import { z } from './zod.ts'

const accountId = z.strictObject({ accountId: id })

/** How an account is signed in to, as administrators see it. */
const accountAccess = z.strictObject({
  /** Failed tries since the last one that succeeded. */
  failures: z.number().int(),
  /** Until when the next try has to wait; null where none has. */
  waitsUntil: instant.nullable(),
  /** Whether it was disabled because of too many failed tries. */
  isDisabledByFailures: z.boolean(),
  /** The newest logins, the last first. */
  signIns: z.array(sessionHistoryRow),
})

export type AccountAccess = z.infer<typeof accountAccess>

export const accountAccessCalls = {
  readAccess: call({ access: 'admin', input: accountId, output: accountAccess }),
  /** Forgets the failed tries of an account, so that the next one does not wait. */
  forgetFailures: call({ access: 'admin', input: accountId, output: nothing }),
} as const

/** The account of an employee who had none so far; for an administrator's as `register`. */
export const employeeAccountCalls = {
  createAccount: call({
    access: 'admin',
    input: z.strictObject({ id, version: z.number().int(), account: newAccountFields }),
    output: z.strictObject({ employee: employeeRecord, slip: signInSlip }),
  }),
} as const
