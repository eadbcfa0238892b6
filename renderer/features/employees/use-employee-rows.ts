import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import { type ListQuestion, listPageQuery } from '../employee-list/queries.ts'
import { pageSize } from './queries.ts'

export interface EmployeeRows {
  /** The employee at an index of the whole list; undefined while its page is on the way. */
  readonly at: (index: number) => EmployeeSummary | undefined
  /** Why a page in sight is missing, or null. */
  readonly error: Error | null
  readonly retry: () => void
}

/** How long the same pages have to be in sight before main is asked: what only rushes past is never seen. */
const restMs = 40

/**
 * The employees in sight. Pages are asked for when a row of them comes into sight and stays, in whatever order, so that
 * the end of a long list is one jump away.
 * @param question what the first page answers
 * @param indexes the rows in sight, by their index in the whole list
 */
export function useEmployeeRows(
  question: ListQuestion,
  firstPage: readonly EmployeeSummary[],
  indexes: readonly number[],
): EmployeeRows {
  const pages = [...new Set(indexes.map((index) => Math.floor(index / pageSize)))].filter((page) => page > 0)
  const [rested] = useDebouncedValue(pages.join(), restMs)
  const answers = useQueries({
    queries: pages.map((page) => ({ ...listPageQuery(question, page), enabled: pages.join() === rested })),
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
