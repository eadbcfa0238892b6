import { signInSlip } from './accounts.ts'
import { call } from './call.ts'
import { employmentType } from './employee-filter.ts'
import { employeeSelection } from './employee-selection.ts'
import { leavingFields } from './employees.ts'
import { id, nothing } from './fields.ts'
import { z } from './zod.ts'

/** What can be done to many employees at once; null takes away what is chosen. */
export const bulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('department'), departmentId: id.nullable() }),
  z.strictObject({ kind: z.literal('position'), positionId: id.nullable() }),
  z.strictObject({ kind: z.literal('manager'), managerId: id.nullable() }),
  z.strictObject({ kind: z.literal('employment-type'), employmentType: employmentType.nullable() }),
  z.strictObject({ kind: z.literal('disable-accounts') }),
  z.strictObject({ kind: z.literal('reset-passwords') }),
  z.strictObject({ kind: z.literal('offboard'), leaving: leavingFields }),
  z.strictObject({ kind: z.literal('archive') }),
])

export type BulkAction = z.output<typeof bulkAction>

const sensitiveKinds: ReadonlySet<BulkAction['kind']> = new Set(['disable-accounts', 'reset-passwords', 'offboard'])

/** Whether an action needs a password that was given lately: then `runSensitive` runs it. */
export const isSensitive = ({ kind }: BulkAction): boolean => sensitiveKinds.has(kind)

/** Most passwords that are reset at once: each comes on a slip that is printed and handed over. */
export const mostResets = 1000

/** Of each employee: changed (or, on trial, would be); stands so already; cannot be, with the reason. */
export const bulkOutcomes = ['done', 'unchanged', 'refused'] as const

const bulkOutcome = z.enum(bulkOutcomes)

export type BulkOutcome = z.infer<typeof bulkOutcome>

export const bulkRow = z.strictObject({
  employeeId: id,
  name: z.string(),
  employeeNumber: z.string(),
  outcome: bulkOutcome,
  /** Why it was refused, in words. */
  reason: z.string().nullable(),
})

export type BulkRow = z.infer<typeof bulkRow>

export const bulkTask = z.strictObject({
  id,
  /** What is done, or was done last: tried without a trace, made, taken back. */
  phase: z.enum(['trial', 'change', 'undo']),
  /** `stopped`: by what `problem` tells. */
  state: z.enum(['working', 'finished', 'cancelled', 'stopped']),
  /** Employees of this phase. */
  total: z.number().int(),
  done: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  problem: z.string().nullable(),
  /** What those who were refused were refused for, the most frequent first; of one employee there may be several. */
  obstacles: z.array(z.strictObject({ obstacle: z.string(), employees: z.number().int() })),
  /** Employees of whom the change can be taken back. */
  undoable: z.number().int(),
  slips: z.number().int(),
})

export type BulkTask = z.infer<typeof bulkTask>

/** Most rows, or slips, of one page. */
export const longestBulkPage = 200

const one = z.strictObject({ id })
const answer = z.strictObject({ task: bulkTask })
const page = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(longestBulkPage) }

/**
 * One change to many employees. `prepare` tries it, `run` makes it to those whom the trial did not refuse, row by row:
 * what is done before a cancel, or before the session ends, stays. The calls answer at once; `read` tells how far it is.
 */
export const bulkCalls = {
  /** Begins the trial. What the person began before is forgotten. */
  prepare: call({
    access: 'admin',
    input: z.strictObject({ selection: employeeSelection, action: bulkAction }),
    output: answer,
  }),
  read: call({ access: 'admin', input: one, output: answer }),
  run: call({ access: 'admin', input: one, output: answer }),
  runSensitive: call({ access: 'admin', recentPassword: true, input: one, output: answer }),
  /** What has been done stays. */
  cancel: call({ access: 'admin', input: one, output: nothing }),
  /** A page of what came of each employee in this phase. */
  rows: call({
    access: 'admin',
    input: z.strictObject({ id, outcome: bulkOutcome.nullable(), ...page }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(bulkRow) }),
  }),
  /** A page of the sign-in slips. Nothing else knows their passwords; `close` forgets them. */
  slips: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({ id, ...page }),
    output: z.strictObject({ slips: z.array(signInSlip) }),
  }),
  /** Takes the change back of those who were not changed since. */
  undo: call({ access: 'admin', input: one, output: answer }),
  /** Stops what is under way and forgets it. */
  close: call({ access: 'admin', input: one, output: nothing }),
} as const
