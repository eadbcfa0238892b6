import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { plainField } from '../../registry/Line.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { words } from './strings.ts'

interface CustomInputProps {
  readonly definition: CustomField
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: ReactNode
}

/** The input of a custom field, under its own name. */
export function CustomInput({ definition, onChange, ...input }: CustomInputProps) {
  const { name: label, kind, help, isRequired, choices } = definition
  const description = [help, isRequired ? '' : words.optional].filter((part) => part !== '').join(' ') || undefined
  const shared = { ...input, label, description }
  switch (kind) {
    case 'text':
    case 'number':
      return (
        <TextInput
          {...plainField}
          {...shared}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'date':
      return <DateField {...shared} onChange={onChange} />
    case 'choice':
      return (
        <NativeSelect
          {...shared}
          data={['', ...choices.map(({ name }) => name)]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'yes-no':
      return (
        <NativeSelect
          {...shared}
          data={[
            { value: '', label: '' },
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}
