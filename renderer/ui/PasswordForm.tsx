import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { passwordInput } from '../../electron/contract/accounts.ts'
import type { Notice } from '../../electron/contract/notice.ts'
import { CallFailure } from '../bridge/staffdesk.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { useContractForm } from './form.ts'
import { NoticeAlert } from './NoticeAlert.tsx'
import { PasswordField } from './PasswordField.tsx'
import { words } from './strings.ts'
import { useCountdown } from './use-countdown.ts'

interface PasswordFormProps {
  /** The button that sends the password, named after what it does. */
  readonly submit: string
  /** What it throws is shown: beside the field, or as a wait with its countdown. */
  readonly send: (password: string) => Promise<unknown>
  /** Other ways on, before the button. */
  readonly children?: ReactNode
}

/** Asks the person at the window for the password that they signed in with. */
export function PasswordForm({ submit, send, children }: PasswordFormProps) {
  const [wait, setWait] = useState<Notice | null>(null)
  const isWaiting = (useCountdown(wait) ?? 0) > 0
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: passwordInput,
    initialValues: { password: '' },
    onSubmit: async ({ password }) => {
      setWait(null)
      try {
        await send(password)
      } catch (problem) {
        form.setFieldValue('password', '')
        input.current?.focus()
        if (!(problem instanceof CallFailure) || problem.error.notice?.remainingMs === undefined) throw problem
        setWait(problem.error.notice)
      }
    },
  })

  return (
    <form {...formProps}>
      <Stack gap="md">
        {wait ? <NoticeAlert notice={wait} /> : <ErrorSummary problems={problems} failure={failure} />}
        <PasswordField
          label={words.password}
          ref={input}
          autoComplete="current-password"
          data-autofocus
          {...field('password')}
        />
        <Group justify="flex-end" gap="xs">
          {children}
          <Button type="submit" loading={pending} disabled={isWaiting}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
