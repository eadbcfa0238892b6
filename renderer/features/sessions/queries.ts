import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** Rows of one page of the ended sessions. */
export const pageSize = 50

/** Everything under `['sessions']` is asked again when the main process says that sessions changed. */
export const sessionKeys = ['sessions'] as const

export const liveQuery = queryOptions({
  queryKey: [...sessionKeys, 'live'],
  queryFn: async () => (await answerOf(staffdesk.sessions.list({}))).sessions,
})

/** A page of the ended sessions that match; `page` counts from 0. The last answer stays until the next one comes. */
export const endedQuery = (search: string, page: number) =>
  queryOptions({
    queryKey: [...sessionKeys, 'ended', search, page],
    queryFn: async () => ({
      ...(await answerOf(staffdesk.sessions.listEnded({ search, offset: page * pageSize, limit: pageSize }))),
      search,
      page,
    }),
    placeholderData: keepPreviousData,
  })

export const todayQuery = queryOptions({
  queryKey: [...sessionKeys, 'today'],
  queryFn: () => answerOf(staffdesk.sessions.today({})),
})
