import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CustomKey } from '../../../electron/contract/custom-fields.ts'
import type { EmployeeFilter, EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { pageSize } from '../../ui/long-list/use-rows.ts'

/** Whom the list shows, and in which order. */
export interface ListQuestion {
  readonly filter: EmployeeFilter
  readonly sort: EmployeeSort
  /** The custom fields that the rows tell. */
  readonly custom: CustomKey[]
}

/** Tells apart questions whose rows are others, or stand in another order. */
export const identityOf = ({ filter, sort }: ListQuestion): string => JSON.stringify({ filter, sort })

/** One page of the list; `page` counts from 0. The answer carries its question, so that a kept one tells what it shows. */
export const listPageQuery = (question: ListQuestion, page: number) => ({
  queryKey: ['employees', 'list', question, page],
  queryFn: async () => ({
    ...(await answerOf(staffdesk.employees.list({ ...question, offset: page * pageSize, limit: pageSize }))),
    question,
  }),
})

/** The first page: it alone tells the totals. While the next question is asked, the answer to the last one stays. */
export function useFirstPage(question: ListQuestion) {
  useFollowingSessions(question.filter.accounts.some((state) => state === 'signed-in' || state === 'never-used'))
  return useQuery({ ...listPageQuery(question, 0), placeholderData: keepPreviousData })
}

/** Asks for the list again whenever somebody signs in or out, where that is what it shows. */
function useFollowingSessions(follows: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!follows) return
    return staffdesk.on('sessions.changed', () => void client.invalidateQueries({ queryKey: ['employees', 'list'] }))
  }, [client, follows])
}
