import { call } from './call.ts'
import { nothing, optionalLine } from './fields.ts'
import { z } from './zod.ts'

/** Why the company's data cannot be opened. */
export const recoveryKinds = [
  'database-missing',
  'database-empty',
  'database-broken',
  'database-newer',
  'database-foreign',
  'audit-broken',
  'marker-broken',
  'settings-broken',
  'not-writable',
  'migration-failed',
  'unknown',
] as const

export type RecoveryKind = (typeof recoveryKinds)[number]

/** What the recovery screen tells. The folder is shown because the person has to be able to find it. */
export const recoveryProblem = z.strictObject({
  kind: z.enum(recoveryKinds),
  whatHappened: z.string(),
  whatIsSafe: z.string(),
  folder: z.string(),
  /** What has to be typed to start over: the company's name where it is known, else a fixed word. */
  confirmation: z.string(),
  canStartOver: z.boolean(),
})

export type RecoveryProblem = z.infer<typeof recoveryProblem>

/** After each of these the window asks `application.start` again. */
export const recoveryCalls = {
  tryAgain: call({ access: 'public', input: nothing, output: z.strictObject({ opened: z.boolean() }) }),
  /** Main's own dialog; a chosen file is verified before anything is moved. */
  chooseFile: call({ access: 'public', input: nothing, output: z.strictObject({ opened: z.boolean() }) }),
  showFolder: call({ access: 'public', input: nothing, output: nothing }),
  startOver: call({
    access: 'public',
    input: z.strictObject({ confirmation: optionalLine('company name', 200) }),
    output: z.strictObject({ setAside: z.string() }),
  }),
} as const
