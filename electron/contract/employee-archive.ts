import { call } from './call.ts'
import { employeeRecord } from './employees.ts'
import { id, nothing, optionalLine } from './fields.ts'
import { z } from './zod.ts'

const known = z.strictObject({ id, version: z.number().int() })
const changed = z.strictObject({ employee: employeeRecord })

/** What goes, or loses what it points to, when an employee is purged. */
const dependents = z.strictObject({
  /** Who report to them; they then report to nobody. */
  reports: z.number().int(),
  /** The departments that they lead; those then have no head. */
  departments: z.array(z.string()),
  /** Leavings that are ahead and after which they were to take over. */
  successions: z.number().int(),
  account: z
    .strictObject({
      username: z.string(),
      /** Whether it stays, disabled and without their name, because the company's recovery code belongs to it. */
      stays: z.boolean(),
      sessions: z.number().int(),
      keptProperties: z.number().int(),
    })
    .nullable(),
  /** Entries of the history whose values are deleted. */
  historyEntries: z.number().int(),
})

export type Dependents = z.infer<typeof dependents>

/** Taking employees out of sight, bringing them back, and deleting them for good. */
export const employeeArchiveCalls = {
  /** Takes an employee out of lists, counts, searches and choices. Refused while somebody depends on them. */
  archive: call({ access: 'admin', input: known, output: changed }),
  restore: call({ access: 'admin', input: known, output: changed }),
  readDependents: call({ access: 'admin', input: z.strictObject({ id }), output: dependents }),
  /** Deletes an archived employee for good; `name` is their full name, typed by whoever does it. */
  purge: call({
    access: 'admin',
    recentPassword: true,
    input: known.extend({ name: optionalLine('name', 201) }),
    output: nothing,
  }),
} as const
