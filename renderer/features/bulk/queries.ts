import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { SignInSlip } from '../../../electron/contract/accounts.ts'
import { type BulkAction, type BulkOutcome, isSensitive } from '../../../electron/contract/bulk.ts'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** How often main is asked how far it is, in milliseconds. */
const everyMs = 200

export const rowsOfPage = 20

/** Slips that one call asks for. */
const slipsAtOnce = 200

const keys = {
  task: (id: number) => ['bulk', id],
  rows: (id: number, phase: string, outcome: BulkOutcome | null, page: number) => [
    'bulk-rows',
    id,
    phase,
    outcome,
    page,
  ],
} as const

/** How far a task is, asked again while anything is under way. */
export const taskQuery = (id: number) =>
  queryOptions({
    queryKey: keys.task(id),
    queryFn: async () => (await answerOf(staffdesk.bulk.read({ id }))).task,
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? everyMs : false),
    gcTime: 0,
  })

/** What came of the employees of a phase that is over; `page` counts from 0. */
export const rowsQuery = (id: number, phase: string, outcome: BulkOutcome | null, page: number) =>
  queryOptions({
    queryKey: keys.rows(id, phase, outcome, page),
    queryFn: () => answerOf(staffdesk.bulk.rows({ id, outcome, offset: page * rowsOfPage, limit: rowsOfPage })),
    gcTime: 0,
  })

/** All slips of a task: they are in no cache, for they hold passwords. */
export async function readSlips(id: number, count: number): Promise<readonly SignInSlip[]> {
  const slips: SignInSlip[] = []
  for (let offset = 0; offset < count; offset += slipsAtOnce) {
    const page = await answerOf(staffdesk.bulk.slips({ id, offset, limit: slipsAtOnce }))
    slips.push(...page.slips)
  }
  return slips
}

export const usePrepare = () =>
  useMutation({
    mutationFn: async (input: { selection: EmployeeSelection; action: BulkAction }) =>
      (await answerOf(staffdesk.bulk.prepare(input))).task,
  })

type Act = 'run' | 'undo' | 'cancel'

/** Moves a task on, and asks how it stands then. */
export function useTaskAct(id: number, action: BulkAction) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (act: Act) => {
      if (act === 'cancel') await answerOf(staffdesk.bulk.cancel({ id }))
      else if (act === 'undo') await answerOf(staffdesk.bulk.undo({ id }))
      else await answerOf(isSensitive(action) ? staffdesk.bulk.runSensitive({ id }) : staffdesk.bulk.run({ id }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.task(id) }),
  })
}

/** Stops what is under way and has main forget it. What it cannot find it has forgotten already. */
export const closeTask = (id: number): void => void staffdesk.bulk.close({ id })
