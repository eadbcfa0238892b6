import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../app/staffdesk.ts'

/** Asked again whenever sessions or employees change. */
export const dashboardQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: () => answerOf(staffdesk.dashboard.read({})),
})

export const teamQuery = queryOptions({
  queryKey: ['dashboard', 'team'],
  queryFn: () => answerOf(staffdesk.dashboard.team({})),
})

export const companyQuery = queryOptions({
  queryKey: ['dashboard', 'company'],
  queryFn: () => answerOf(staffdesk.dashboard.company({})),
})
