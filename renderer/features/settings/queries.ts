import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { sessionKeys } from '../sessions/queries.ts'

export const policyQuery = queryOptions({
  queryKey: [...sessionKeys, 'policy'],
  queryFn: () => answerOf(staffdesk.sessions.readPolicy({})),
})
