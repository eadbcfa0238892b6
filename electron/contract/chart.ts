import { call } from './call.ts'
import { id, optionalLine } from './fields.ts'
import { z } from './zod.ts'

/**
 * Somebody in the organisation chart: what everybody in the company may know of a colleague, and nothing else. Whoever
 * has left stands in it no longer.
 */
export const chartPerson = z.strictObject({
  id,
  name: z.string(),
  position: z.string().nullable(),
  department: z.string().nullable(),
  /** How many report to this person. */
  reports: z.number().int(),
  /** The version of the person's photo; null without one. */
  photo: z.number().int().nullable(),
})

export type ChartPerson = z.infer<typeof chartPerson>

/** Most people that one call asks for; a branch has no cap: it is read page after page. */
export const longestChartPage = 50

const people = z.array(chartPerson)

export const chartCalls = {
  /** A page of those who report to somebody, or, with null, of those who report to nobody; in the order of lists. */
  below: call({
    access: 'signed-in',
    input: z.strictObject({
      id: id.nullable(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(longestChartPage),
    }),
    output: z.strictObject({ total: z.number().int(), people }),
  }),
  /**
   * Somebody after everybody above them, the topmost first; with null, the person who asks: nobody where they have no
   * employee record. Refused with `NOT_FOUND` for somebody who is not in the chart.
   */
  path: call({
    access: 'signed-in',
    input: z.strictObject({ id: id.nullable() }),
    output: z.strictObject({ people }),
  }),
  /** The people in whose name every word stands somewhere; those first in whose name more words begin a part. */
  find: call({
    access: 'signed-in',
    input: z.strictObject({
      search: optionalLine('search', 100),
      limit: z.number().int().min(1).max(longestChartPage),
    }),
    output: z.strictObject({ people }),
  }),
} as const
