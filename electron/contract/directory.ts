import { call } from './call.ts'
import { toldCustomValue } from './custom-fields.ts'
import { longestPage } from './employees.ts'
import { id, nothing, optionalLine } from './fields.ts'
import { ownView, publicView } from './visibility.ts'
import { z } from './zod.ts'

/** What the directory's list shows of each. */
export const directoryRow = publicView.omit({ manager: true, reports: true })

export type DirectoryRow = z.infer<typeof directoryRow>

/** The days of their year that people can have celebrated. */
export const celebrationKinds = ['birthday', 'anniversary'] as const

export type CelebrationKind = (typeof celebrationKinds)[number]

/** A day that somebody lets everybody know, never with its year. */
export const celebration = z.strictObject({
  person: publicView.pick({ id: true, firstName: true, lastName: true, preferredName: true }),
  kind: z.enum(celebrationKinds),
  /** 1 to 12, and the day of that month; 29 February also where it is celebrated on the 28th. */
  month: z.number().int(),
  day: z.number().int(),
  /** 0 for today. */
  inDays: z.number().int(),
})

export type Celebration = z.infer<typeof celebration>

/** Days ahead, today not counted, of which the directory tells. */
export const celebrationDays = 14

/** Most celebrations that are told of at once; their total says how many there are. */
export const longestCelebrations = 100

/** Which of one's own days everybody may know. */
export const celebrationChoice = z.strictObject({ birthday: z.boolean(), anniversary: z.boolean() })

export type CelebrationChoice = z.infer<typeof celebrationChoice>

/**
 * What everybody may know of everybody who works here: those who left and half-registered people are not in it. And what
 * one sees of oneself.
 */
export const directoryCalls = {
  /** A page of them by name; the search looks only through what everybody sees. */
  list: call({
    access: 'signed-in',
    input: z.strictObject({
      search: optionalLine('search', 100),
      /** With the departments below it; null for all. */
      departmentId: id.nullable(),
      /** Those who report to this employee; null for all. */
      managerId: id.nullable(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(longestPage),
    }),
    output: z.strictObject({
      /** People that match. */
      total: z.number().int(),
      /** People in the directory. */
      listed: z.number().int(),
      rows: z.array(directoryRow),
    }),
  }),
  read: call({ access: 'signed-in', input: z.strictObject({ id }), output: z.strictObject({ person: publicView }) }),
  /** Every department by its name alone, in their order. */
  departments: call({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      departments: z.array(z.strictObject({ id, name: z.string(), parentId: id.nullable() })),
    }),
  }),
  /** The next days of those who show them, the nearest first. */
  celebrations: call({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({ total: z.number().int(), celebrations: z.array(celebration).max(longestCelebrations) }),
  }),
  /** One's own record; null for an account that no employee record belongs to. */
  readOwn: call({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      own: z
        .strictObject({ employee: ownView, custom: z.array(toldCustomValue), celebrations: celebrationChoice })
        .nullable(),
    }),
  }),
  /** Refused with `NOT_FOUND` for an account that no employee record belongs to. */
  chooseCelebrations: call({
    access: 'signed-in',
    input: z.strictObject({ celebrations: celebrationChoice }),
    output: z.strictObject({ celebrations: celebrationChoice }),
  }),
} as const
