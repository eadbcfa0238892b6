import { Button, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { setupInput } from '../../../electron/contract/setup.ts'
import { answerOf, CallFailure, staffdesk } from '../../bridge/staffdesk.ts'
import { RecoveryCode } from '../../frame/RecoveryCode.tsx'
import { SessionlessPage } from '../../frame/SessionlessPage.tsx'
import { useSession } from '../../frame/session.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { NewPasswordFields } from '../../ui/NewPasswordFields.tsx'
import { newPasswordProblems } from '../../ui/new-password.ts'
import { words } from './strings.ts'

interface Created {
  readonly recoveryCode: string
  readonly company: string
}

/** The first run: the company, its first administrator, and the code that lets them back in. */
export function SetUpScreen() {
  const { restart } = useSession()
  const [created, setCreated] = useState<Created | null>(null)
  if (created === null) return <SetUpForm onCreated={setCreated} />
  return <RecoveryCode code={created.recoveryCode} company={created.company} onSaved={restart} />
}

const empty = { companyName: '', fullName: '', username: '', password: '', confirmPassword: '' }

function SetUpForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const { start, restart } = useSession()
  const { minimumPasswordLength } = start
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: setupInput,
    initialValues: empty,
    toInput: ({ confirmPassword: _, ...input }) => input,
    check: (values) => newPasswordProblems(values, 'password', minimumPasswordLength),
    onSubmit: async ({ confirmPassword: _, ...input }) => {
      const { recoveryCode } = await answerOf(staffdesk.setup.create(input))
      onCreated({ recoveryCode, company: input.companyName.trim() })
    },
  })

  // Another window has set the company up, or is about to: this form leads nowhere any more.
  const isTaken = failure instanceof CallFailure && failure.error.code === 'REFUSED'

  return (
    <SessionlessPage title={words.heading} lead={words.lead} focusHeading={false}>
      <form {...formProps}>
        <Stack gap="md">
          <ErrorSummary problems={problems} failure={failure} />
          {isTaken && (
            <Button variant="default" onClick={restart}>
              {words.goOn}
            </Button>
          )}
          <TextInput label={words.companyName} ref={first} autoComplete="organization" {...field('companyName')} />
          <TextInput label={words.fullName} autoComplete="name" {...field('fullName')} />
          <TextInput
            label={words.username}
            description={words.usernameHint}
            autoComplete="off"
            spellCheck={false}
            {...field('username')}
          />
          <NewPasswordFields
            label={words.password}
            password={field('password')}
            confirmation={field('confirmPassword')}
            value={form.values.password}
            minimum={minimumPasswordLength}
          />
          <Button type="submit" loading={pending} mt="xs">
            {words.create}
          </Button>
        </Stack>
      </form>
    </SessionlessPage>
  )
}
