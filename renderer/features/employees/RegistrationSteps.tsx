import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { roles } from '../../../electron/contract/roles.ts'
import { Line, plainField } from '../../registry/Line.tsx'
import { fieldWords } from '../../registry/strings.ts'
import { DateField } from '../../ui/DateField.tsx'
import { roleWords } from '../../ui/roles.ts'
import { CustomInput } from '../custom-fields/CustomInput.tsx'
import { JobFields, type JobFieldsProps } from './JobFields.tsx'
import { NumberSuggestion } from './NumberSuggestion.tsx'
import type { RegistrationValues } from './registration.ts'
import { registerWords } from './strings.ts'
import { TemporaryPasswordField } from './TemporaryPasswordField.tsx'
import type { RegistrationFieldProps } from './use-registration.ts'

interface StepProps {
  readonly values: RegistrationValues
  /** The props of a field's input: value, change, problem. */
  readonly field: RegistrationFieldProps
}

export function IdentityStep({ values, field }: StepProps) {
  return (
    <Stack gap="md">
      <Line required description={registerWords.numberHint} {...field('employeeNumber')} name="employeeNumber" />
      <NumberSuggestion value={values.employeeNumber} onUse={field('employeeNumber').onChange} />
      <Line required {...field('firstName')} name="firstName" />
      <Line {...field('lastName')} name="lastName" />
      <DateField label={fieldWords.dateOfBirth} optional {...field('dateOfBirth')} value={values.dateOfBirth} />
      <Line inputMode="email" {...field('workEmail')} name="workEmail" />
    </Stack>
  )
}

interface JobStepProps extends StepProps, Pick<JobFieldsProps, 'onChange'> {
  readonly customFields: readonly CustomField[]
  readonly onCustomChange: (id: number, value: string) => void
}

export function JobStep({ values, field, onChange, customFields, onCustomChange }: JobStepProps) {
  return (
    <Stack gap="md">
      <JobFields values={values} field={field} onChange={onChange} />
      {customFields.map((definition) => (
        <CustomInput
          key={definition.id}
          definition={definition}
          {...field(`custom.${definition.id}`)}
          value={values.custom?.[definition.id] ?? ''}
          onChange={(value) => onCustomChange(definition.id, value)}
        />
      ))}
    </Stack>
  )
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
