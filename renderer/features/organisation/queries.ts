import type { InputOf } from '../../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'
import { organisationKeys } from '../../registry/queries.ts'

/** Adds a department, or changes the one whose id and version are given. */
export const useSaveDepartment = () =>
  useChange(
    organisationKeys.all,
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
    organisationKeys.all,
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
  useChange(organisationKeys.all, ({ id, version }: Known) =>
    answerOf(staffdesk.organisation.removeDepartment({ id, version })),
  )

export const useRemovePosition = () =>
  useChange(organisationKeys.all, ({ id, version }: Known) =>
    answerOf(staffdesk.organisation.removePosition({ id, version })),
  )

interface Known {
  readonly id: number
  readonly version: number
}
