import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** One's own session; asked again whenever sessions change. */
export const ownSessionQuery = queryOptions({
  queryKey: ['sessions', 'own'],
  queryFn: () => answerOf(staffdesk.sessions.readOwn({})),
})
