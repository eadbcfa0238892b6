import { Radio, type RadioGroupProps, Stack } from '@mantine/core'
import classes from './RadioList.module.css'

interface RadioListProps extends Omit<RadioGroupProps, 'children' | 'inputWrapperOrder'> {
  readonly options: readonly {
    readonly value: string
    readonly label: string
    /** What comes of choosing it. */
    readonly hint: string
    readonly disabled?: boolean
  }[]
}

/** One choice of a few, each with what comes of it. The hint about all of them comes first: below it were not found. */
export function RadioList({ options, ...group }: RadioListProps) {
  return (
    <Radio.Group {...group} inputWrapperOrder={['label', 'description', 'input', 'error']}>
      <Stack gap="sm" mt={8}>
        {options.map(({ value, label, hint, disabled }) => (
          <Radio
            key={value}
            value={value}
            label={label}
            description={hint}
            disabled={disabled}
            classNames={{ radio: classes.radio }}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
