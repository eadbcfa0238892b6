import { TextInput, type TextInputProps } from '@mantine/core'
import { fieldWords, registerWords } from './strings.ts'

/** Fields of a record, not of the administrator: the browser must not offer their own name or address. */
export const plainField = { autoComplete: 'off', spellCheck: false } as const

type IdentityField = 'employeeNumber' | 'firstName' | 'lastName' | 'workEmail'

interface IdentityFieldsProps {
  /** The props of a field's input: value, change, problem. */
  readonly field: (name: IdentityField) => TextInputProps
  /** What to know about the number; for a new employee. */
  readonly numberHint?: string
}

/** Who an employee is: the fields that a new one and a known one have in common. */
export function IdentityFields({ field, numberHint }: IdentityFieldsProps) {
  return (
    <>
      <TextInput
        {...plainField}
        label={fieldWords.employeeNumber}
        description={numberHint}
        {...field('employeeNumber')}
      />
      <TextInput {...plainField} label={fieldWords.firstName} {...field('firstName')} />
      <TextInput
        {...plainField}
        label={fieldWords.lastName}
        description={registerWords.optional}
        {...field('lastName')}
      />
      <TextInput
        {...plainField}
        inputMode="email"
        label={fieldWords.workEmail}
        description={registerWords.optional}
        {...field('workEmail')}
      />
    </>
  )
}
