import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import type { SignInSlip } from '../../../electron/contract/accounts.ts'
import { type EmployeeRecord, newAccountFields, type RegisterInput } from '../../../electron/contract/employees.ts'
import { type Role, roles } from '../../../electron/contract/roles.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'
import { useSession } from '../../frame/session.ts'
import { plainField } from '../../registry/Line.tsx'
import { fullName } from '../../registry/names.ts'
import { fieldWords } from '../../registry/strings.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { roleWords } from '../../ui/roles.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { accessWords as words } from './account-strings.ts'
import { registerWords } from './strings.ts'
import { TemporaryPasswordField } from './TemporaryPasswordField.tsx'

interface CreateAccountDialogProps {
  readonly opened: boolean
  readonly employee: EmployeeRecord
  readonly onClose: () => void
  readonly onCreated: (slip: SignInSlip) => void
}

/** Asks for what the account of an employee is made of. */
export function CreateAccountDialog({ opened, employee, onClose, onCreated }: CreateAccountDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.createTitle(fullName(employee))}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      centered
    >
      <CreateAccountForm employee={employee} onClose={onClose} onCreated={onCreated} />
    </Modal>
  )
}

function CreateAccountForm({ employee, onClose, onCreated }: Omit<CreateAccountDialogProps, 'opened'>) {
  const { id, version } = employee
  const { minimumPasswordLength: minimum } = useSession().start
  const create = useChange(['employees'], (account: NonNullable<RegisterInput['account']>) =>
    answerOf(staffdesk.employees.createAccount({ id, version, account })),
  )
  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: newAccountFields,
    initialValues: { username: '', role: 'employee' as Role, temporaryPassword: '' },
    check: ({ temporaryPassword }): Record<string, string> =>
      temporaryPassword !== '' && [...temporaryPassword].length < minimum
        ? { temporaryPassword: registerWords.passwordTooShort(minimum) }
        : {},
    onSubmit: async (account) => onCreated((await create.mutateAsync(account)).slip),
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text c="dimmed">{words.createDetail}</Text>
        {failure !== null && <ErrorSummary problems={problems} failure={failure} />}
        <TextInput
          {...plainField}
          label={fieldWords.username}
          description={registerWords.usernameHint}
          autoCapitalize="off"
          data-autofocus
          {...field('username')}
        />
        <NativeSelect
          label={fieldWords.role}
          description={registerWords.roleHints[form.values.role]}
          data={roles.map((value) => ({ value, label: roleWords[value] }))}
          {...field('role')}
        />
        <TemporaryPasswordField
          description={registerWords.passwordHint(minimum)}
          {...field('temporaryPassword')}
          value={form.values.temporaryPassword}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {sharedWords.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {words.create}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
