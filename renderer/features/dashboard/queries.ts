import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** Asked again whenever sessions or employees change. */
export const dashboardQuery = queryOptions({
  queryKey: ['dashboard'],
  queryFn: () => answerOf(staffdesk.dashboard.read({})),
})

export const signInsQuery = queryOptions({
  queryKey: ['dashboard', 'sign-ins'],
  queryFn: () => answerOf(staffdesk.dashboard.signIns({})),
})

/** Counted anew only when employees change: who signs in and out changes nothing here. */
export const teamQuery = queryOptions({
  queryKey: ['employees', 'team-figures'],
  queryFn: () => answerOf(staffdesk.dashboard.team({})),
})

/** As `teamQuery`. */
export const companyQuery = queryOptions({
  queryKey: ['employees', 'company-figures'],
  queryFn: () => answerOf(staffdesk.dashboard.company({})),
})
