import { queryOptions, useMutation } from '@tanstack/react-query'
import type { InputOf } from '../../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** How often main is asked how far it is, in milliseconds. */
const everyMs = 200

/** How far an export is, asked again until it is over. */
export const exportQuery = (id: number) =>
  queryOptions({
    queryKey: ['export', id],
    queryFn: async () => (await answerOf(staffdesk.exports.read({ id }))).export,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'working' ? everyMs : false),
    gcTime: 0,
  })

/** Begins; null where the person chose no file. */
export const useStartExport = () =>
  useMutation({
    mutationFn: async (input: InputOf<'exports', 'start'>) => (await answerOf(staffdesk.exports.start(input))).export,
  })

export const useCancelExport = () =>
  useMutation({ mutationFn: (id: number) => answerOf(staffdesk.exports.cancel({ id })) })
