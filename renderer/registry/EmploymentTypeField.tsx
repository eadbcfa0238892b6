import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { employmentTypes } from '../../electron/contract/employee-filter.ts'
import type { EmployeeInput } from '../../electron/contract/employees.ts'
import { words } from '../ui/strings.ts'
import { employmentTypeWords, fieldWords } from './strings.ts'

type EmploymentType = EmployeeInput['employmentType']

interface EmploymentTypeFieldProps extends Omit<NativeSelectProps, 'value' | 'onChange' | 'data'> {
  readonly value: EmploymentType
  readonly onChange: (value: EmploymentType) => void
}

export function EmploymentTypeField({ value, onChange, ...rest }: EmploymentTypeFieldProps) {
  const types = employmentTypes.map((type) => ({ value: type, label: employmentTypeWords[type] }))
  return (
    <NativeSelect
      label={fieldWords.employmentType}
      description={words.optional}
      {...rest}
      data={[{ value: '', label: '' }, ...types]}
      value={value ?? ''}
      onChange={(event) => onChange(employmentTypes.find((type) => type === event.currentTarget.value) ?? null)}
    />
  )
}
