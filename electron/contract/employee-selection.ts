import { employeeFilter } from './employee-filter.ts'
import { id } from './fields.ts'
import { z } from './zod.ts'

/** Most rows that one by one can be chosen, or left out. All that match has no such bound. */
export const longestChoice = 10_000

const ids = z.array(id).max(longestChoice)

/** The employees that a bulk change is made to, or that are exported. */
export const employeeSelection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), ids }),
  z.strictObject({ kind: z.literal('matching'), filter: employeeFilter, exceptIds: ids }),
])

export type EmployeeSelection = z.output<typeof employeeSelection>
