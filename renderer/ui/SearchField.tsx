import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import classes from './SearchField.module.css'
import { words } from './strings.ts'

interface SearchFieldProps {
  /** Its name, which also stands in the empty field. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The contract's longest search. */
const longestSearch = 100

/** A field that narrows a list down while one types; Esc and the cross empty it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const clear = () => {
    onChange('')
    field.current?.focus()
  }
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={label}
      placeholder={label}
      className={classes.search}
      maxLength={longestSearch}
      spellCheck={false}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') clear()
      }}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      rightSection={value === '' ? undefined : <CloseButton size="sm" aria-label={words.clear} onClick={clear} />}
    />
  )
}
