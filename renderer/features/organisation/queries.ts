import { queryOptions } from '@tanstack/react-query'
import type { InputOf } from '../../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../../app/staffdesk.ts'
import { useChange } from '../../app/use-change.ts'

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

/** Adds a department, or changes the one whose id and version are given. */
export const useSaveDepartment = () =>
  useChange(
    keys.all,
    async ({ known, department }: InputOf<'organisation', 'addDepartment'> & { readonly known: Known | null }) =>
      (
        await answerOf(
          known === null
            ? staffdesk.organisation.addDepartment({ department })
            : staffdesk.organisation.changeDepartment({ id: known.id, version: known.version, department }),
        )
      ).department,
  )

/** Adds a position, or changes the one whose id and version are given. */
export const useSavePosition = () =>
  useChange(
    keys.all,
    async ({ known, position }: InputOf<'organisation', 'addPosition'> & { readonly known: Known | null }) =>
      (
        await answerOf(
          known === null
            ? staffdesk.organisation.addPosition({ position })
            : staffdesk.organisation.changePosition({ id: known.id, version: known.version, position }),
        )
      ).position,
  )

export const useRemoveDepartment = () =>
  useChange(keys.all, ({ id, version }: Known) => answerOf(staffdesk.organisation.removeDepartment({ id, version })))

export const useRemovePosition = () =>
  useChange(keys.all, ({ id, version }: Known) => answerOf(staffdesk.organisation.removePosition({ id, version })))

interface Known {
  readonly id: number
  readonly version: number
}
