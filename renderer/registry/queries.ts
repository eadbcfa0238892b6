import { queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../bridge/staffdesk.ts'
import { pageSize } from '../ui/long-list/use-rows.ts'

/** Everything under `all` is asked again when main says that employees changed. */
export const employeeKeys = {
  all: ['employees'],
  page: (search: string, page: number) => ['employees', 'list', search, page],
  record: (id: number) => ['employees', 'record', id],
} as const

/** Everything under `all` is asked again when main says that departments or positions changed. */
export const organisationKeys = {
  all: ['organisation'],
  departments: ['organisation', 'departments'],
  positions: ['organisation', 'positions'],
} as const

/** One page of the list; `page` counts from 0. The answer carries its search, so that a kept one tells what it shows. */
export const pageQuery = (search: string, page: number) =>
  queryOptions({
    queryKey: employeeKeys.page(search, page),
    queryFn: async () => ({
      ...(await answerOf(staffdesk.employees.list({ filter: { search }, offset: page * pageSize, limit: pageSize }))),
      search,
    }),
  })

export const employeeQuery = (id: number) =>
  queryOptions({
    queryKey: employeeKeys.record(id),
    queryFn: async () => (await answerOf(staffdesk.employees.read({ id }))).employee,
  })

export const departmentsQuery = queryOptions({
  queryKey: organisationKeys.departments,
  queryFn: async () => (await answerOf(staffdesk.organisation.listDepartments({}))).departments,
})

export const positionsQuery = queryOptions({
  queryKey: organisationKeys.positions,
  queryFn: async () => (await answerOf(staffdesk.organisation.listPositions({}))).positions,
})
