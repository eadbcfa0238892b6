import { queryOptions } from '@tanstack/react-query'
import type { RegisterInput, RegistrationDraft } from '../../../electron/contract/employees.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** Settles when the latest of these calls is answered. */
let latest: Promise<unknown> = Promise.resolve()

/**
 * Makes the calls that touch the draft one after another. Main works on several at once: a save that is still on its way
 * would stand in the way of its being discarded, and whoever is registered would be offered again.
 */
function inTurn<Value>(call: () => Promise<Value>): Promise<Value> {
  const answer = latest.then(call)
  latest = answer.catch(() => undefined)
  return answer
}

/** The draft as it is when the screen opens. Never cached: what was typed since is the truth. */
export const draftQuery = queryOptions({
  queryKey: ['registration-draft'],
  queryFn: () => inTurn(async () => (await answerOf(staffdesk.employees.readDraft({}))).draft),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
})

export const saveDraft = (draft: RegistrationDraft) => inTurn(() => answerOf(staffdesk.employees.saveDraft({ draft })))

export const discardDraft = () => inTurn(() => answerOf(staffdesk.employees.discardDraft({})))

/** Registers, which discards the draft as well. */
export const register = (input: RegisterInput) => inTurn(() => answerOf(staffdesk.employees.register(input)))
