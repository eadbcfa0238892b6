import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { EmployeeFilter, EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import { answerOf, staffdesk } from '../../app/staffdesk.ts'
import { pageSize } from '../employees/queries.ts'

/** Whom the list shows, and in which order. */
export interface ListQuestion {
  readonly filter: EmployeeFilter
  readonly sort: EmployeeSort
}

/** Tells questions apart. */
export const identityOf = (question: ListQuestion): string => JSON.stringify(question)

/** One page of the list; `page` counts from 0. The answer carries its question, so that a kept one tells what it shows. */
export const listPageQuery = (question: ListQuestion, page: number) =>
  queryOptions({
    queryKey: ['employees', 'list', question, page],
    queryFn: async () => ({
      ...(await answerOf(staffdesk.employees.list({ ...question, offset: page * pageSize, limit: pageSize }))),
      question,
    }),
  })

/** The first page: it alone tells the totals. While the next question is asked, the answer to the last one stays. */
export const useFirstPage = (question: ListQuestion) =>
  useQuery({ ...listPageQuery(question, 0), placeholderData: keepPreviousData })
