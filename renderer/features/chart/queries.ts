import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { type ChartPerson, longestChartPage } from '../../../electron/contract/chart.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/**
 * Everything under `['chart']` is asked again when main says that employees or the organisation changed; until then what
 * was read holds.
 */
const keys = {
  below: (id: number | null) => ['chart', 'below', id],
  path: (id: number | null) => ['chart', 'path', id],
  find: (search: string) => ['chart', 'find', search],
  first: (id: number, count: number) => ['chart', 'first', id, count],
} as const

const staleTime = Number.POSITIVE_INFINITY

/** Those who report to somebody, or to nobody, page after page. */
export const belowQuery = (id: number | null) =>
  infiniteQueryOptions({
    queryKey: keys.below(id),
    staleTime,
    queryFn: async ({ pageParam }) =>
      await answerOf(staffdesk.chart.below({ id, offset: pageParam, limit: longestChartPage })),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, { people }) => sum + people.length, 0)
      return read < total ? read : undefined
    },
  })

/** The first few who report to somebody. */
export const firstBelowQuery = (id: number, count: number) =>
  queryOptions({
    queryKey: keys.first(id, count),
    staleTime,
    queryFn: async () => await answerOf(staffdesk.chart.below({ id, offset: 0, limit: count })),
  })

/** Somebody after everybody above them; with null, the person who is signed in. */
export const pathQuery = (id: number | null) =>
  queryOptions({
    queryKey: keys.path(id),
    staleTime,
    queryFn: async () => (await answerOf(staffdesk.chart.path({ id }))).people,
  })

/** Reads the way to somebody, which holds the ways to everybody above them. */
export async function readPath(client: QueryClient, id: number | null): Promise<readonly ChartPerson[]> {
  const path = await client.fetchQuery(pathQuery(id))
  for (const [index, { id: met }] of path.entries()) {
    client.setQueryData(pathQuery(met).queryKey, path.slice(0, index + 1))
  }
  return path
}

/** How many are suggested to whoever looks for somebody. */
const longestSuggestion = 8

export const foundQuery = (search: string) =>
  queryOptions({
    queryKey: keys.find(search),
    staleTime,
    queryFn: async () => (await answerOf(staffdesk.chart.find({ search, limit: longestSuggestion }))).people,
  })
