import { queryOptions } from '@tanstack/react-query'
import type { EmployeeListView, SavedView, SavedViewFields } from '../../../electron/contract/employee-list.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'

const key = ['employee-list', 'views'] as const

export const viewsQuery = queryOptions({
  queryKey: key,
  queryFn: async () => (await answerOf(staffdesk.employeeList.listViews({}))).views,
})

type Known = Pick<SavedView, 'id' | 'version'>

/** Adds a view, or changes the one whose id and version are given. */
export const useSaveView = () =>
  useChange(
    key,
    async ({ known, fields }: { readonly known: Known | null; readonly fields: SavedViewFields }) =>
      (
        await answerOf(
          known === null
            ? staffdesk.employeeList.addView(fields)
            : staffdesk.employeeList.changeView({ id: known.id, version: known.version, ...fields }),
        )
      ).view,
  )

export const useRemoveView = () =>
  useChange(key, ({ id, version }: Known) => answerOf(staffdesk.employeeList.removeView({ id, version })))

/** Whether two views show the same, in the same way. */
export const isSameView = (one: EmployeeListView, other: EmployeeListView): boolean =>
  JSON.stringify(partsOf(one)) === JSON.stringify(partsOf(other))

/** In one order, whoever built it. */
const partsOf = ({ filter, sort, columns }: EmployeeListView) => [
  Object.entries(filter).sort(([a], [b]) => a.localeCompare(b)),
  sort.map(({ column, descending }) => [column, descending]),
  columns,
]
