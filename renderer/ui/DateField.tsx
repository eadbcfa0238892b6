import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import { z } from '../../electron/contract/zod.ts'
import classes from './DateField.module.css'
import { words } from './strings.ts'

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly optional?: boolean
}

/**
 * A calendar date, typed or pasted as YYYY-MM-DD, which reads the same in every country; the system's own calendar
 * opens beside it.
 */
export function DateField({ value, onChange, optional = false, ...rest }: DateFieldProps) {
  const calendar = useRef<HTMLInputElement>(null)
  const openCalendar = (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={words.date.open}
        onClick={() => calendar.current?.showPicker()}
      >
        <IconCalendar size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      <input
        ref={calendar}
        type="date"
        className={classes.calendar}
        tabIndex={-1}
        aria-hidden="true"
        value={z.iso.date().safeParse(value).success ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  )
  return (
    <TextInput
      description={optional ? words.date.optionalHint : words.date.hint}
      placeholder={words.date.placeholder}
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      className={classes.date}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={openCalendar}
    />
  )
}
