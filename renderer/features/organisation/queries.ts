import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../app/staffdesk.ts'

/** Everything under `['organisation']` is asked again when main says that departments or positions changed. */
const keys = {
  all: ['organisation'],
  departments: ['organisation', 'departments'],
  positions: ['organisation', 'positions'],
} as const

export const departmentsQuery = queryOptions({
  queryKey: keys.departments,
  queryFn: async () => (await answerOf(staffdesk.organisation.listDepartments({}))).departments,
})

export const positionsQuery = queryOptions({
  queryKey: keys.positions,
  queryFn: async () => (await answerOf(staffdesk.organisation.listPositions({}))).positions,
})
