import { call } from './call.ts'
import { toldCustomValue } from './custom-fields.ts'
import { employeeStatus, employmentType } from './employee-filter.ts'
import { longestPage } from './employees.ts'
import { id, optionalLine } from './fields.ts'
import { lineView } from './visibility.ts'
import { z } from './zod.ts'

/** What the list of one's team shows of each. */
export const teamMember = lineView.pick({
  id: true,
  firstName: true,
  lastName: true,
  employeeNumber: true,
  position: true,
  department: true,
  manager: true,
  status: true,
})

export type TeamMember = z.infer<typeof teamMember>

/** Which of one's team are meant. What narrows nothing is empty or left out; of several values of one kind any holds. */
export const teamFilter = z.strictObject({
  search: optionalLine('search', 100),
  /** Only those who report to oneself, not to somebody who does. */
  isDirect: z.boolean().default(false),
  statuses: z.array(employeeStatus).max(10).default([]),
  /** Null for those of whom it is not known. */
  employmentTypes: z.array(employmentType.nullable()).max(10).default([]),
})

export type TeamFilter = z.output<typeof teamFilter>

/**
 * For those to whom others report: everybody below them in the reporting line, as it is at that moment. An administrator
 * is answered as a manager here, too.
 */
export const teamCalls = {
  /** A page of them by name; the search looks only through what a manager sees. */
  list: call({
    access: 'manager',
    input: teamFilter.extend({
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(longestPage),
    }),
    output: z.strictObject({
      /** Those that match. */
      total: z.number().int(),
      /** All of them. */
      members: z.number().int(),
      rows: z.array(teamMember),
    }),
  }),
  /** Refused with `NOT_FOUND` for everybody else, whether they exist or not. */
  read: call({
    access: 'manager',
    input: z.strictObject({ id }),
    output: z.strictObject({ member: lineView, custom: z.array(toldCustomValue) }),
  }),
} as const
