import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import { answerOf, staffdesk } from '../../app/staffdesk.ts'
import { defaultLayout } from './layout.ts'

const layoutQuery = queryOptions({
  queryKey: ['employee-list', 'layout'],
  queryFn: async () => (await answerOf(staffdesk.employeeList.readLayout({}))).layout,
})

export interface Layout {
  /** What is in force: without one of the person's own, or where it cannot be read, what comes with Staffdesk. */
  readonly layout: EmployeeListLayout
  readonly isPending: boolean
  /** Shows a layout without keeping it, as while a width is being drawn. */
  readonly show: (layout: EmployeeListLayout) => void
  /** Keeps what was shown last. */
  readonly keepShown: () => void
  /** Keeps a layout with the person; null goes back to what comes with Staffdesk. */
  readonly keep: (layout: EmployeeListLayout | null) => void
  /** Why the last one was not kept, or null. */
  readonly failure: Error | null
}

/** The columns of the list as the person at hand wants them. */
export function useLayout(): Layout {
  const client = useQueryClient()
  const { data, isPending } = useQuery(layoutQuery)
  const saving = useMutation({
    mutationFn: (layout: EmployeeListLayout | null) => answerOf(staffdesk.employeeList.saveLayout({ layout })),
  })
  const show = (layout: EmployeeListLayout | null) => {
    // An answer that is on the way would bring back what was kept before.
    void client.cancelQueries({ queryKey: layoutQuery.queryKey })
    client.setQueryData(layoutQuery.queryKey, layout)
  }
  return {
    layout: data ?? defaultLayout,
    isPending,
    show,
    keepShown: () => saving.mutate(client.getQueryData(layoutQuery.queryKey) ?? null),
    keep: (layout) => {
      show(layout)
      saving.mutate(layout)
    },
    failure: saving.error,
  }
}
