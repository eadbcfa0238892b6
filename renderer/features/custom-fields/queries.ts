import { queryOptions } from '@tanstack/react-query'
import type { InputOf } from '../../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'

/** Asked again when main says that custom fields changed. */
const all = ['custom-fields']

export const customFieldsQuery = queryOptions({
  queryKey: all,
  queryFn: async () => (await answerOf(staffdesk.customFields.list({}))).fields,
})

interface Known {
  readonly id: number
  readonly version: number
}

/** Adds a field, or changes the one whose id and version are given. */
export const useSaveField = () =>
  useChange(
    all,
    async ({ known, field }: InputOf<'customFields', 'add'> & { readonly known: Known | null }) =>
      (
        await answerOf(
          known === null
            ? staffdesk.customFields.add({ field })
            : staffdesk.customFields.change({ id: known.id, version: known.version, field }),
        )
      ).field,
  )

export const useMoveField = () =>
  useChange(all, (input: InputOf<'customFields', 'move'>) => answerOf(staffdesk.customFields.move(input)))

/** Archives a field, or brings it back. */
export const useArchiveField = () =>
  useChange(all, ({ id, version, isArchived }: Known & { readonly isArchived: boolean }) =>
    answerOf(staffdesk.customFields[isArchived ? 'archive' : 'restore']({ id, version })),
  )

export const useRemoveField = () =>
  useChange(all, (input: InputOf<'customFields', 'remove'>) => answerOf(staffdesk.customFields.remove(input)))
