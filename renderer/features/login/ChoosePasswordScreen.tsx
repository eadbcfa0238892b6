import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { choosePasswordInput } from '../../../electron/contract/accounts.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { SessionlessPage } from '../../frame/SessionlessPage.tsx'
import { useSession } from '../../frame/session.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { NewPasswordFields } from '../../ui/NewPasswordFields.tsx'
import { newPasswordProblems } from '../../ui/new-password.ts'
import { words } from './strings.ts'

const text = words.choose

/** Replaces a temporary password; nothing else of the session can be reached before. */
export function ChoosePasswordScreen() {
  const { start, session, signedIn, logOut, loggingOut } = useSession()
  const { minimumPasswordLength } = start
  const [visible, setVisible] = useState(false)
  const [suggestion, setSuggestion] = useState<'none' | 'asking' | 'made' | 'failed'>('none')

  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: choosePasswordInput,
    initialValues: { newPassword: '', confirmPassword: '' },
    toInput: ({ newPassword }) => ({ newPassword }),
    check: (values) => newPasswordProblems(values, 'newPassword', minimumPasswordLength),
    onSubmit: async ({ newPassword }) => {
      const answer = await answerOf(staffdesk.accounts.choosePassword({ newPassword }))
      signedIn(answer.session, answer.notice)
    },
  })

  async function suggest() {
    setSuggestion('asking')
    try {
      const { password } = await answerOf(staffdesk.accounts.suggestPassphrase({}))
      form.setValues({ newPassword: password, confirmPassword: password })
      form.clearErrors()
      setVisible(true)
      setSuggestion('made')
    } catch {
      setSuggestion('failed')
    }
  }

  const logOutButton = (
    <Button variant="default" loading={loggingOut} onClick={logOut}>
      {text.logOut}
    </Button>
  )
  return (
    <SessionlessPage title={text.heading} lead={text.lead(session?.displayName ?? '')} corner={logOutButton}>
      <form {...formProps}>
        <Stack gap="md">
          <ErrorSummary problems={problems} failure={failure} />
          <NewPasswordFields
            label={text.newPassword}
            password={field('newPassword')}
            confirmation={field('confirmPassword')}
            value={form.values.newPassword}
            minimum={minimumPasswordLength}
            visible={visible}
            onVisibilityChange={setVisible}
          />
          <Button variant="default" loading={suggestion === 'asking'} onClick={suggest}>
            {text.suggest}
          </Button>
          {suggestion === 'made' && <Text role="status">{text.suggested}</Text>}
          {suggestion === 'failed' && (
            <Text role="alert" c="var(--mantine-color-error)">
              {text.notSuggested}
            </Text>
          )}
          <Button type="submit" loading={pending}>
            {text.save}
          </Button>
        </Stack>
      </form>
    </SessionlessPage>
  )
}
