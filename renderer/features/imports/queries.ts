import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportState } from '../../../electron/contract/imports.ts'
import type { InputOf } from '../../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** Everything under `['imports']` is asked again when main says that an import went on. */
const keys = {
  state: ['imports', 'state'],
  problems: (page: number) => ['imports', 'problems', page],
} as const

/** Mistakes of one page. */
export const problemPage = 50

export const importQuery = queryOptions({
  queryKey: keys.state,
  queryFn: async () => (await answerOf(staffdesk.imports.read({}))).state,
})

/** A page of what is wrong; `page` counts from 0. */
export const problemsQuery = (page: number) =>
  queryOptions({
    queryKey: keys.problems(page),
    queryFn: async () => ({
      ...(await answerOf(staffdesk.imports.problems({ offset: page * problemPage, limit: problemPage }))),
      page,
    }),
    placeholderData: keepPreviousData,
  })

/** An act of the import; what it answers is where the import stands then. */
function useAct<Input>(act: (input: Input) => Promise<{ readonly state: ImportState }>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: ({ state }) => client.setQueryData(keys.state, state),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.state }),
  })
}

export const useChoose = () => useAct(() => answerOf(staffdesk.imports.choose({})))

export const useCheck = () => useAct((input: InputOf<'imports', 'check'>) => answerOf(staffdesk.imports.check(input)))

export const useRun = () => useAct((skipBad: boolean) => answerOf(staffdesk.imports.run({ skipBad })))

export const useCancel = () => useAct(() => answerOf(staffdesk.imports.cancel({})))

export const useUndo = () => useAct((id: number) => answerOf(staffdesk.imports.undo({ id })))

export const saveBadRows = () => answerOf(staffdesk.imports.saveBadRows({}))
