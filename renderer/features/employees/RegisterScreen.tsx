import { Skeleton, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import type { RegistrationDraft } from '../../../electron/contract/employees.ts'
import { useSession } from '../../frame/session.ts'
import { fullName } from '../../registry/names.ts'
import { numberPatternQuery } from '../../registry/number-queries.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { toast } from '../../ui/toast.ts'
import { asked } from '../custom-fields/custom-form.ts'
import { customFieldsQuery } from '../custom-fields/queries.ts'
import { Slip } from '../sign-in-slip/Slip.tsx'
import { DraftOffer } from './DraftOffer.tsx'
import { discardDraft, draftQuery } from './draft-calls.ts'
import { RegisteredPanel } from './RegisteredPanel.tsx'
import { RegistrationWizard } from './RegistrationWizard.tsx'
import { carriedOver, emptyRegistration, fromDraft, type RegistrationValues } from './registration.ts'
import { registerWords } from './strings.ts'
import type { Registered } from './use-registration.ts'

/** What the screen shows: an offer to go on with a draft, a form, or what came of it. */
type Stage =
  | { readonly name: 'offer' }
  | {
      readonly name: 'form'
      readonly values: RegistrationValues
      readonly step: number
      readonly blank: RegistrationValues
    }
  | { readonly name: 'registered' }

export function RegisterScreen() {
  const draft = useQuery(draftQuery)
  const customFields = useQuery(customFieldsQuery)
  // Without a suggestion, for whatever reason, the number is typed.
  const isSuggesting = !useQuery(numberPatternQuery).isFetched
  const failure = draft.error ?? customFields.error
  const retry = () => {
    void draft.refetch()
    void customFields.refetch()
  }
  return (
    <Screen title={registerWords.heading}>
      {(draft.isPending || customFields.isPending || isSuggesting) && <Skeleton height={280} maw={560} />}
      {failure && <RequestError failure={failure} onRetry={retry} />}
      {draft.isSuccess && customFields.isSuccess && !isSuggesting && (
        <Registration
          draft={draft.data}
          customFields={asked(customFields.data).filter(({ isRequired }) => isRequired)}
        />
      )}
    </Screen>
  )
}

const formFrom = (values: RegistrationValues): Stage => ({ name: 'form', values, step: 0, blank: values })

interface RegistrationProps {
  readonly draft: RegistrationDraft | null
  /** What nobody is registered without; the others are asked for on the employee's page. */
  readonly customFields: readonly CustomField[]
}

function Registration({ draft, customFields }: RegistrationProps) {
  const { minimumPasswordLength } = useSession().start
  const client = useQueryClient()
  const suggested = useQuery(numberPatternQuery).data?.next ?? ''
  const blank = { ...emptyRegistration, employeeNumber: suggested }
  const [stage, setStage] = useState<Stage>(draft === null ? formFrom(blank) : { name: 'offer' })
  const [last, setLast] = useState<Registered | null>(null)
  /** A new form for each registration, so that nothing of the last one is left in it. */
  const [round, setRound] = useState(0)

  const begin = (form: Stage) => {
    setRound(round + 1)
    setStage(form)
  }
  /** Begins with the number that is free now: the last one is taken. */
  const beginWithNext = async (values: RegistrationValues) => {
    const { next } = await client.fetchQuery({ ...numberPatternQuery, staleTime: 0 }).catch(() => ({ next: null }))
    begin(formFrom({ ...values, employeeNumber: next ?? '' }))
  }

  const onRegistered = (registered: Registered, addAnother: boolean) => {
    // A save of the draft that waited for the registration must not bring it back.
    void discardDraft().catch(() => {})
    setLast(registered)
    if (!addAnother) return setStage({ name: 'registered' })
    toast(registerWords.registered, fullName(registered.employee))
    const { department, position, hireDate } = registered.employee
    const carried = carriedOver({ departmentId: department?.id ?? null, positionId: position?.id ?? null, hireDate })
    void beginWithNext(carried)
  }

  if (stage.name === 'offer' && draft !== null) {
    return (
      <DraftOffer
        draft={draft}
        onContinue={() => begin({ name: 'form', ...fromDraft(draft), blank })}
        onStartAfresh={() => {
          void discardDraft().catch(() => {})
          begin(formFrom(blank))
        }}
      />
    )
  }
  if (stage.name === 'registered' && last !== null) {
    return <RegisteredPanel registered={last} onAnother={() => void beginWithNext(emptyRegistration)} />
  }
  if (stage.name !== 'form') return null
  return (
    <Stack gap="xl">
      {last?.slip && <Slip slip={last.slip} />}
      <RegistrationWizard
        key={round}
        start={stage}
        blank={stage.blank}
        takesFocus={round > 0}
        minimumPasswordLength={minimumPasswordLength}
        customFields={customFields}
        onRegistered={onRegistered}
      />
    </Stack>
  )
}
