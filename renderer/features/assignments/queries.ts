import { queryOptions } from '@tanstack/react-query'
import type { InputOf } from '../../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'

/** Below the employees' own keys: whatever changes an employee may change the history. */
const keys = {
  all: ['employees'],
  of: (employeeId: number) => ['employees', 'assignments', employeeId],
  today: ['today'],
} as const

export const assignmentsQuery = (employeeId: number) =>
  queryOptions({
    queryKey: keys.of(employeeId),
    queryFn: async () => (await answerOf(staffdesk.assignments.list({ employeeId }))).assignments,
  })

/** Never kept: tomorrow it is another day. */
export const todayQuery = queryOptions({
  queryKey: keys.today,
  queryFn: async () => (await answerOf(staffdesk.assignments.today({}))).today,
  gcTime: 0,
})

export const useChangePlanned = () =>
  useChange(keys.all, (input: InputOf<'assignments', 'changePlanned'>) =>
    answerOf(staffdesk.assignments.changePlanned(input)),
  )

export const useCancelPlanned = () =>
  useChange(keys.all, (input: InputOf<'assignments', 'cancelPlanned'>) =>
    answerOf(staffdesk.assignments.cancelPlanned(input)),
  )
