import { queryOptions } from '@tanstack/react-query'
import type { TeamFilter } from '../../../electron/contract/team.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { pageSize } from '../../ui/long-list/use-rows.ts'

/** They stand under the employees, so that they are asked again when employees change. */
const keys = { list: ['employees', 'team', 'list'], member: ['employees', 'team', 'member'] } as const

/** One page of the team; `page` counts from 0. The answer carries its filter, so that a kept one tells what it shows. */
export const teamPageQuery = (filter: TeamFilter, page: number) => ({
  queryKey: [...keys.list, filter, page],
  queryFn: async () => ({
    ...(await answerOf(staffdesk.team.list({ ...filter, offset: page * pageSize, limit: pageSize }))),
    filter,
  }),
})

export const memberQuery = (id: number) =>
  queryOptions({
    queryKey: [...keys.member, id],
    queryFn: () => answerOf(staffdesk.team.read({ id })),
  })
