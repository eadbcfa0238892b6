import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { asked } from '../custom-fields/custom-form.ts'
import { customFieldsQuery } from '../custom-fields/queries.ts'
import { columnsWith, type ListColumn, shownOf, sortAmong } from './columns.ts'
import { defaultLayout } from './layout.ts'

const layoutQuery = queryOptions({
  queryKey: ['employee-list', 'layout'],
  queryFn: async () => (await answerOf(staffdesk.employeeList.readLayout({}))).layout,
})

export interface Layout {
  /** What is in force: without one of the person's own, or where it cannot be read, what comes with Staffdesk. */
  readonly layout: EmployeeListLayout
  /** Every column that there is. */
  readonly all: readonly ListColumn[]
  /** Whether those of custom fields are among them: false where they could not be read. */
  readonly isComplete: boolean
  /** The columns in sight. */
  readonly shown: readonly ListColumn[]
  /** An order without the columns that are gone. */
  readonly among: (sort: EmployeeSort) => EmployeeSort
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
  const fields = useQuery(customFieldsQuery)
  // At once: a checkbox that waits for the cache springs back first.
  const [shown, setShown] = useState<EmployeeListLayout | null>()
  const saving = useMutation({
    mutationFn: (layout: EmployeeListLayout | null) => answerOf(staffdesk.employeeList.saveLayout({ layout })),
  })
  const show = (layout: EmployeeListLayout | null) => {
    // An answer that is on the way would bring back what was kept before.
    setShown(layout)
    void client.cancelQueries({ queryKey: layoutQuery.queryKey })
    client.setQueryData(layoutQuery.queryKey, layout)
  }
  const layout = (shown === undefined ? data : shown) ?? defaultLayout
  const all = useMemo(() => columnsWith(asked(fields.data ?? [])), [fields.data])
  return {
    layout,
    all,
    isComplete: fields.data !== undefined,
    shown: useMemo(() => shownOf(all, layout), [all, layout]),
    // What is gone is known only once it is known what there is.
    among: (sort) => (fields.data ? sortAmong(all, sort) : sort),
    isPending: isPending || fields.isPending,
    show,
    keepShown: () => saving.mutate(client.getQueryData(layoutQuery.queryKey) ?? null),
    keep: (layout) => {
      show(layout)
      saving.mutate(layout)
    },
    failure: saving.error,
  }
}
