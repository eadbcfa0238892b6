import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** Who can reset a password. */
export const administratorsQuery = queryOptions({
  queryKey: ['administrators'],
  queryFn: () => answerOf(staffdesk.accounts.administrators({})),
})
