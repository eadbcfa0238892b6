import { Button, Stack, TextInput } from '@mantine/core'
import { recoverInput } from '../../../electron/contract/accounts.ts'
import { answerOf, CallFailure, staffdesk } from '../../bridge/staffdesk.ts'
import { useNotices } from '../../frame/notice.tsx'
import { useStart } from '../../frame/session.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { NewPasswordFields } from '../../ui/NewPasswordFields.tsx'
import { newPasswordProblems } from '../../ui/new-password.ts'
import { useCountdown } from '../../ui/use-countdown.ts'
import { words } from './strings.ts'

const text = words.forgotten

/** Resets the first administrator's password by the recovery code. */
export function RecoveryForm({ onReset }: { onReset: (newCode: string) => void }) {
  const { minimumPasswordLength } = useStart()
  const { current, show } = useNotices()
  const isWaiting = (useCountdown(current) ?? 0) > 0

  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: recoverInput,
    initialValues: { recoveryCode: '', newPassword: '', confirmPassword: '' },
    toInput: ({ confirmPassword: _, ...input }) => input,
    check: (values) => newPasswordProblems(values, 'newPassword', minimumPasswordLength),
    onSubmit: async ({ confirmPassword: _, ...input }) => {
      try {
        const { recoveryCode } = await answerOf(staffdesk.accounts.recover(input))
        onReset(recoveryCode)
      } catch (problem) {
        // A wait stands above with its countdown; all else stands at the form.
        if (!(problem instanceof CallFailure) || problem.error.notice?.remainingMs === undefined) throw problem
        show(problem.error.notice)
      }
    },
  })

  return (
    <form {...formProps}>
      <Stack gap="md">
        <ErrorSummary problems={problems} failure={failure} />
        <TextInput label={text.recoveryCode} autoComplete="off" spellCheck={false} {...field('recoveryCode')} />
        <NewPasswordFields
          label={text.newPassword}
          password={field('newPassword')}
          confirmation={field('confirmPassword')}
          value={form.values.newPassword}
          minimum={minimumPasswordLength}
        />
        <Button type="submit" loading={pending} disabled={isWaiting} mt="xs">
          {text.reset}
        </Button>
      </Stack>
    </form>
  )
}
