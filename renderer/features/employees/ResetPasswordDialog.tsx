import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { AccountView, SignInSlip } from '../../../electron/contract/accounts.ts'
import { newPassword } from '../../../electron/contract/fields.ts'
import { z } from '../../../electron/contract/zod.ts'
import { useSession } from '../../frame/session.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { useResetPassword } from './queries.ts'
import { employeeWords, registerWords } from './strings.ts'
import { TemporaryPasswordField } from './TemporaryPasswordField.tsx'

const words = employeeWords.account

interface ResetPasswordDialogProps {
  readonly opened: boolean
  readonly account: AccountView
  readonly name: string
  readonly onClose: () => void
  readonly onReset: (slip: SignInSlip) => void
}

/** Asks for the temporary password that takes the place of a forgotten one. */
export function ResetPasswordDialog({ opened, name, onClose, ...form }: ResetPasswordDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.resetTitle(name)}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      centered
    >
      <ResetPasswordForm {...form} onCancel={onClose} />
    </Modal>
  )
}

type ResetPasswordFormProps = Pick<ResetPasswordDialogProps, 'account' | 'onReset'> & { readonly onCancel: () => void }

const schema = z.object({ temporaryPassword: newPassword })

function ResetPasswordForm({ account, onCancel, onReset }: ResetPasswordFormProps) {
  const reset = useResetPassword()
  const { minimumPasswordLength: minimum } = useSession().start
  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema,
    initialValues: { temporaryPassword: '' },
    check: ({ temporaryPassword }): Record<string, string> =>
      temporaryPassword !== '' && [...temporaryPassword].length < minimum
        ? { temporaryPassword: registerWords.passwordTooShort(minimum) }
        : {},
    onSubmit: async ({ temporaryPassword }) =>
      onReset(await reset.mutateAsync({ accountId: account.id, temporaryPassword })),
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text c="dimmed">{words.resetDetail}</Text>
        {failure !== null && <ErrorSummary problems={problems} failure={failure} />}
        <TemporaryPasswordField
          description={registerWords.passwordHint(minimum)}
          data-autofocus
          {...field('temporaryPassword')}
          value={form.values.temporaryPassword}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {words.reset}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
