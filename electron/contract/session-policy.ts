import { call } from './call.ts'
import { nothing } from './fields.ts'
import { z } from './zod.ts'

/** Where session data is kept. */
export const sessionEngines = ['database', 'cached-database', 'cache', 'file', 'signed'] as const

export const sessionEngine = z.enum(sessionEngines)

export type SessionEngineName = (typeof sessionEngines)[number]

const within = (label: string, unit: string, minimum: number, maximum: number) => {
  const error = `${label} must be a whole number of ${unit} from ${minimum} to ${maximum}.`
  return z.number({ error }).int({ error }).min(minimum, { error }).max(maximum, { error })
}

/** The company's rules for sessions, one schema for the form and for the main process. */
export const sessionPolicy = z
  .strictObject({
    /** Without activity for so many minutes a session locks. */
    lockMinutes: within('The time until the lock', 'minutes', 1, 60),
    /** Without activity for so many minutes it ends. */
    idleEndMinutes: within('The time until the end', 'minutes', 5, 720),
    /** So many hours after its start it ends, whatever happens in it. */
    absoluteHours: within('The limit', 'hours', 1, 24),
    /** What becomes of a session when Staffdesk closes: it ends, or this computer keeps it. */
    whenClosed: z.enum(['end', 'keep']),
    engine: sessionEngine,
  })
  .refine(({ lockMinutes, idleEndMinutes }) => lockMinutes < idleEndMinutes, {
    path: ['idleEndMinutes'],
    error: 'The end must come later than the lock.',
  })
  .refine(({ idleEndMinutes, absoluteHours }) => idleEndMinutes <= absoluteHours * 60, {
    path: ['absoluteHours'],
    error: 'The limit must not be shorter than the time until the end.',
  })

export type SessionPolicyValues = z.infer<typeof sessionPolicy>

/** The rules for sessions and their storage; sensitive acts ask for the password again. */
export const sessionPolicyCalls = {
  readPolicy: call({
    access: 'admin',
    input: nothing,
    output: z.strictObject({
      policy: sessionPolicy,
      /** Why sessions cannot be kept on this computer, in words; null where they can. */
      keepingRefused: z.string().nullable(),
      /** Why another engine is in use than the policy names, in words; null where it is the same. */
      engineProblem: z.string().nullable(),
    }),
  }),
  /**
   * Saves the rules. Another engine ends every session, this one included, as `engine_changed`.
   * @returns whether it did
   */
  savePolicy: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({ policy: sessionPolicy }),
    output: z.strictObject({ policy: sessionPolicy, sessionsEnded: z.boolean() }),
  }),
  /** Makes a new secret that signs session data and ends every session, this one included, as `secret_renewed`. */
  renewSecret: call({ access: 'admin', recentPassword: true, input: nothing, output: nothing }),
  /** "Test session storage": sets, reads and deletes a test value through the engine in use. */
  testStorage: call({
    access: 'admin',
    input: nothing,
    output: z.strictObject({ worked: z.boolean(), detail: z.string() }),
  }),
  /** "Clear expired now". */
  clearExpired: call({ access: 'admin', input: nothing, output: z.strictObject({ count: z.number().int() }) }),
} as const
