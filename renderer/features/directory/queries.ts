import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CelebrationChoice } from '../../../electron/contract/directory.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'
import { pageSize } from '../../ui/long-list/use-rows.ts'

/** Those who report to somebody, on one page of their card. */
export const reportsPageSize = 20

/** They stand under the employees, so that they are asked again when employees change. */
const keys = {
  all: ['employees', 'directory'],
  list: ['employees', 'directory', 'list'],
  person: ['employees', 'directory', 'person'],
  reports: ['employees', 'directory', 'reports'],
  departments: ['organisation', 'directory'],
  celebrations: ['employees', 'directory', 'celebrations'],
  own: ['employees', 'directory', 'own'],
} as const

/** What the directory is narrowed down to. */
export interface DirectoryFilter {
  readonly search: string
  readonly departmentId: number | null
}

/** One page of the directory; `page` counts from 0. The answer carries its filter, so that a kept one tells what it shows. */
export const directoryPageQuery = (filter: DirectoryFilter, page: number) => ({
  queryKey: [...keys.list, filter.search, filter.departmentId, page],
  queryFn: async () => ({
    ...(await answerOf(
      staffdesk.directory.list({ ...filter, managerId: null, offset: page * pageSize, limit: pageSize }),
    )),
    filter,
  }),
})

export const personQuery = (id: number) =>
  queryOptions({
    queryKey: [...keys.person, id],
    queryFn: async () => (await answerOf(staffdesk.directory.read({ id }))).person,
  })

export const reportsQuery = (managerId: number, page: number) =>
  queryOptions({
    queryKey: [...keys.reports, managerId, page],
    queryFn: () =>
      answerOf(
        staffdesk.directory.list({
          search: '',
          departmentId: null,
          managerId,
          offset: page * reportsPageSize,
          limit: reportsPageSize,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const departmentNamesQuery = queryOptions({
  queryKey: keys.departments,
  queryFn: async () => (await answerOf(staffdesk.directory.departments({}))).departments,
})

export const celebrationsQuery = queryOptions({
  queryKey: keys.celebrations,
  queryFn: () => answerOf(staffdesk.directory.celebrations({})),
})

export const ownQuery = queryOptions({
  queryKey: keys.own,
  queryFn: async () => (await answerOf(staffdesk.directory.readOwn({}))).own,
})

export const useChooseCelebrations = () =>
  useChange(keys.all, (celebrations: CelebrationChoice) =>
    answerOf(staffdesk.directory.chooseCelebrations({ celebrations })),
  )

/** Copies what everybody may know: it stays on the clipboard. */
export const copyText = (text: string) => answerOf(staffdesk.application.copy({ text, secret: false }))
