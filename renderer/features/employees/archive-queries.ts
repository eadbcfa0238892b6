import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'

interface Known {
  readonly id: number
  readonly version: number
}

/** Rows of one page of the archive. */
export const archivePageSize = 50

/** One page of the archived; `page` counts from 0. */
export const archivedQuery = (search: string, page: number) =>
  queryOptions({
    queryKey: ['employees', 'archived', search, page],
    queryFn: () =>
      answerOf(
        staffdesk.employees.list({
          filter: { search, archived: true },
          offset: page * archivePageSize,
          limit: archivePageSize,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const dependentsQuery = (id: number) =>
  queryOptions({
    queryKey: ['employees', 'dependents', id],
    queryFn: () => answerOf(staffdesk.employees.readDependents({ id })),
    staleTime: 0,
  })

const all = ['employees']

export const useArchive = () =>
  useChange(all, ({ id, version }: Known) => answerOf(staffdesk.employees.archive({ id, version })))

export const useRestore = () =>
  useChange(all, ({ id, version }: Known) => answerOf(staffdesk.employees.restore({ id, version })))

export const usePurge = () =>
  useChange(all, (input: Known & { readonly name: string }) => answerOf(staffdesk.employees.purge(input)))
