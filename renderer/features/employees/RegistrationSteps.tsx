import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import { roles } from '../../../electron/contract/roles.ts'
import { roleWords } from '../../ui/roles.ts'
import { HireDateField } from './HireDateField.tsx'
import { IdentityFields, plainField } from './IdentityFields.tsx'
import type { RegistrationValues } from './registration.ts'
import { fieldWords, registerWords } from './strings.ts'
import { TemporaryPasswordField } from './TemporaryPasswordField.tsx'
import type { RegistrationFieldProps } from './use-registration.ts'

interface StepProps {
  readonly values: RegistrationValues
  /** The props of a field's input: value, change, problem. */
  readonly field: RegistrationFieldProps
}

export function IdentityStep({ field }: StepProps) {
  return (
    <Stack gap="md">
      <IdentityFields field={field} numberHint={registerWords.numberHint} />
    </Stack>
  )
}

export function JobStep({ values, field }: StepProps) {
  return <HireDateField {...field('hireDate')} value={values.hireDate} />
}

export function AccountStep({
  values,
  field,
  minimumPasswordLength,
}: StepProps & { readonly minimumPasswordLength: number }) {
  const { createAccount, role, temporaryPassword } = values
  return (
    <Stack gap="md">
      <Checkbox
        label={fieldWords.createAccount}
        description={registerWords.createAccountHint}
        {...field('createAccount', { type: 'checkbox' })}
      />
      {createAccount && (
        <>
          <TextInput
            {...plainField}
            label={fieldWords.username}
            description={registerWords.usernameHint}
            autoCapitalize="off"
            {...field('username')}
          />
          <NativeSelect
            label={fieldWords.role}
            description={registerWords.roleHints[role]}
            data={roles.map((value) => ({ value, label: roleWords[value] }))}
            {...field('role')}
          />
          <TemporaryPasswordField
            description={registerWords.passwordHint(minimumPasswordLength)}
            {...field('temporaryPassword')}
            value={temporaryPassword}
          />
        </>
      )}
    </Stack>
  )
}
