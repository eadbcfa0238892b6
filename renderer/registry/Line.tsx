import { TextInput, type TextInputProps } from '@mantine/core'
import { words } from '../ui/strings.ts'
import { fieldWords } from './strings.ts'

/** Fields of a record, not of the administrator: the browser must not offer their own name or address. */
export const plainField = { autoComplete: 'off', spellCheck: false } as const

interface LineProps extends TextInputProps {
  readonly name: keyof typeof fieldWords
  readonly required?: boolean
}

/** A field of one line under its own name. One that may be left empty says so below the name. */
export function Line({ name, required = false, description, ...input }: LineProps) {
  return (
    <TextInput
      {...plainField}
      label={fieldWords[name]}
      description={description ?? (required ? undefined : words.optional)}
      name={name}
      {...input}
    />
  )
}
