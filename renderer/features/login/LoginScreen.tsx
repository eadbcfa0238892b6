import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { signInInput } from '../../../electron/contract/accounts.ts'
import { answerOf, CallFailure, staffdesk } from '../../bridge/staffdesk.ts'
import { useNotices } from '../../frame/notice.tsx'
import { paths } from '../../frame/paths.ts'
import { SessionlessPage } from '../../frame/SessionlessPage.tsx'
import { useSession } from '../../frame/session.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { useCountdown } from '../../ui/use-countdown.ts'
import { words } from './strings.ts'

/** Signs a person in. Why it did not work is told by the main process's message at the top. */
export function LoginScreen() {
  const { signedIn } = useSession()
  const { current, show } = useNotices()
  const isWaiting = (useCountdown(current) ?? 0) > 0
  const username = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  useEffect(() => username.current?.focus(), [])

  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: signInInput,
    initialValues: { username: '', password: '' },
    onSubmit: async (input) => {
      try {
        const { session, notice } = await answerOf(staffdesk.accounts.signIn(input))
        signedIn(session, notice)
      } catch (problem) {
        form.setFieldValue('password', '')
        password.current?.focus()
        if (!(problem instanceof CallFailure) || !problem.error.notice) throw problem
        show(problem.error.notice)
      }
    },
  })

  return (
    <SessionlessPage title={words.heading} lead={words.lead} focusHeading={false}>
      <form {...formProps}>
        <Stack gap="md">
          <ErrorSummary problems={problems} failure={failure} />
          <TextInput
            label={words.username}
            ref={username}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...field('username')}
          />
          <PasswordField label={words.password} ref={password} autoComplete="current-password" {...field('password')} />
          <Button type="submit" loading={pending} disabled={isWaiting} mt="xs">
            {words.login}
          </Button>
          <Anchor component={Link} to={paths.forgotPassword} ta="center">
            {words.forgot}
          </Anchor>
        </Stack>
      </form>
    </SessionlessPage>
  )
}
