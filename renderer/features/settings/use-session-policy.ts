import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { OutputOf } from '../../../electron/contract/index.ts'
import { type SessionPolicyValues, sessionPolicy } from '../../../electron/contract/session-policy.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import type { ConfirmedAct } from '../../ui/confirmed-act.tsx'
import { useContractForm } from '../../ui/form.ts'
import { toast } from '../../ui/toast.ts'
import { namesOf } from '../sessions/names.ts'
import { liveQuery } from '../sessions/queries.ts'
import { policyQuery } from './queries.ts'
import { words } from './strings.ts'

export type SessionSettingsView = OutputOf<'sessions', 'readPolicy'>

/** The rules as the form holds them: a number's field may be empty. */
type PolicyForm = Omit<SessionPolicyValues, 'lockMinutes' | 'idleEndMinutes' | 'absoluteHours'> &
  Record<'lockMinutes' | 'idleEndMinutes' | 'absoluteHours', number | string>

const names = ['lockMinutes', 'idleEndMinutes', 'absoluteHours', 'whenClosed', 'engine'] as const

const areSame = (one: PolicyForm, other: PolicyForm): boolean => names.every((name) => one[name] === other[name])

/**
 * The rules for sessions while they are edited. Without changes the form follows what others save.
 * @param ask asks before an act that ends everybody's session
 */
export function useSessionPolicy({ policy, engineProblem }: SessionSettingsView, ask: (act: ConfirmedAct) => void) {
  const client = useQueryClient()
  const contractForm = useContractForm<PolicyForm>({
    schema: sessionPolicy,
    initialValues: { ...policy },
    onSubmit: async (values) => {
      const wanted = sessionPolicy.parse(values)
      const isOther = wanted.engine !== policy.engine
      if (!isOther && engineProblem === null) return await save(wanted)
      // With the engine of the rules out of use, saving them again tries it anew, which may end sessions as well.
      const text = isOther ? words.change : words.change.again
      ask({
        title: text.title,
        detail: text.detail(namesOf(await client.fetchQuery(liveQuery))),
        confirm: text.confirm,
        isDangerous: true,
        run: () => save(wanted),
      })
    },
  })
  const { form } = contractForm

  async function save(wanted: SessionPolicyValues) {
    const answer = await answerOf(staffdesk.sessions.savePolicy({ policy: wanted }))
    client.setQueryData(policyQuery.queryKey, (former) => former && { ...former, policy: answer.policy })
    form.setValues(answer.policy)
    if (!answer.sessionsEnded) void client.invalidateQueries({ queryKey: policyQuery.queryKey })
    toast(words.saved)
  }

  const show = (values: PolicyForm) => {
    form.setValues(values)
    form.clearErrors()
  }

  const base = useRef<PolicyForm>(policy)
  const follow = useEffectEvent((newest: PolicyForm) => {
    if (areSame(form.values, base.current)) show(newest)
    base.current = newest
  })
  useEffect(() => follow(policy), [policy])

  return { ...contractForm, dirty: !areSame(form.values, policy), discard: () => show(policy) }
}
