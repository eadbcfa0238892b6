import { call } from './call.ts'
import { employmentType } from './employee-filter.ts'
import { id, instant, nothing, plainDate } from './fields.ts'
import { z } from './zod.ts'

/** What an assignment says of an employee: the fields whose history is kept by the day from which they hold. */
export const assignedFields = ['departmentId', 'positionId', 'managerId', 'employmentType'] as const

export type AssignedField = (typeof assignedFields)[number]

/** A plain date (`YYYY-MM-DD`) from which a change is to hold. */
export const effectiveFrom = plainDate('date from which it holds')

/** What a planned change is turned into: its day, and of the four fields those that it changes. */
export const plannedFields = z.strictObject({
  effectiveFrom,
  departmentId: id.nullable().optional(),
  positionId: id.nullable().optional(),
  managerId: id.nullable().optional(),
  employmentType: employmentType.nullable().optional(),
})

export type PlannedInput = z.input<typeof plannedFields>

/** Somebody or something by name. Without an id it does not exist any more; the name is what it was called. */
const place = z.strictObject({ id: id.nullable(), name: z.string() })

export const assignment = z.strictObject({
  id,
  effectiveFrom: z.string(),
  /** The last day on which it held; null while it lasts, and for what is planned. */
  lastDay: z.string().nullable(),
  department: place.nullable(),
  position: place.nullable(),
  manager: place.nullable(),
  employmentType: employmentType.nullable(),
  /** Null for what holds or has held. */
  planned: z
    .strictObject({
      /** The fields that it changes; the others it leaves as they are. */
      fields: z.array(z.enum(assignedFields)),
      /** Why it could not take effect when its day came; null while that is still ahead. */
      problem: z.string().nullable(),
    })
    .nullable(),
  /** The username of whoever entered it; null for Staffdesk itself. */
  createdBy: z.string().nullable(),
  createdAt: instant,
})

export type Assignment = z.infer<typeof assignment>

/**
 * The day from which a change holds where nobody says another: today, the hire date of somebody who has not begun, the
 * last day of somebody who has left. Plain dates.
 */
export function usualEffectiveDate(today: string, hireDate: string, leftOn: string | null): string {
  if (leftOn !== null) return leftOn
  return hireDate > today ? hireDate : today
}

const planned = { employeeId: id, version: z.number().int(), id }

/** A change is refused with `CONFLICT` when somebody saved a newer version of the employee meanwhile. */
export const assignmentCalls = {
  /** What an employee was, is and is planned to be, the newest first. */
  list: call({
    access: 'admin',
    input: z.strictObject({ employeeId: id }),
    output: z.strictObject({ assignments: z.array(assignment) }),
  }),
  /** The date on this computer. */
  today: call({ access: 'admin', input: nothing, output: z.strictObject({ today: z.string() }) }),
  /** Changes what is planned; with a day that is not ahead it takes effect at once. */
  changePlanned: call({
    access: 'admin',
    input: z.strictObject({ ...planned, planned: plannedFields }),
    output: nothing,
  }),
  cancelPlanned: call({ access: 'admin', input: z.strictObject(planned), output: nothing }),
} as const
