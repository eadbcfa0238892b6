import { useDebouncedValue } from '@mantine/hooks'
import { type QueryKey, useQueries } from '@tanstack/react-query'

/** Rows of one page. */
export const pageSize = 100

interface PageOptions<Row> {
  readonly queryKey: QueryKey
  readonly queryFn: () => Promise<{ readonly rows: readonly Row[] }>
}

/** How the pages of a list are asked for; `page` counts from 0. */
export type PageQuery<Row> = (page: number) => PageOptions<Row>

export interface Rows<Row> {
  /** The row at an index of the whole list; undefined while its page is on the way. */
  readonly at: (index: number) => Row | undefined
  /** Why a page in sight is missing, or null. */
  readonly error: Error | null
  readonly retry: () => void
}

/** How long the same pages have to be in sight before main is asked: what only rushes past is never seen. */
const restMs = 40

/**
 * The rows in sight. Pages are asked for when a row of them comes into sight and stays, in whatever order, so that the end
 * of a long list is one jump away.
 * @param indexes the rows in sight, by their index in the whole list
 */
export function useRows<Row>(
  pageQuery: PageQuery<Row>,
  firstPage: readonly Row[],
  indexes: readonly number[],
): Rows<Row> {
  const pages = [...new Set(indexes.map((index) => Math.floor(index / pageSize)))].filter((page) => page > 0)
  const inSight = pages.join()
  const [rested] = useDebouncedValue(inSight, restMs)
  const answers = useQueries({
    queries: pages.map((page) => ({ ...pageQuery(page), enabled: inSight === rested })),
  })
  const failed = answers.filter((answer) => answer.isError)
  return {
    at: (index) => {
      const page = Math.floor(index / pageSize)
      const rows = page === 0 ? firstPage : answers[pages.indexOf(page)]?.data?.rows
      return rows?.[index % pageSize]
    },
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const answer of failed) void answer.refetch()
    },
  }
}
