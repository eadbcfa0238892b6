import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import classes from './SearchField.module.css'
import { words } from './strings.ts'

interface SearchFieldProps {
  /** Its name, which also stands in the empty field. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** For whoever leads the focus there. */
  readonly fieldRef?: RefObject<HTMLInputElement | null>
  /** Hears of every key but the Esc that empties the field. */
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** The contract's longest search. */
const longestSearch = 100

/** A field that narrows a list down while one types; Esc and the cross empty it. */
export function SearchField({ label, value, onChange, fieldRef, onKeyDown }: SearchFieldProps) {
  const ownRef = useRef<HTMLInputElement>(null)
  const field = fieldRef ?? ownRef
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
        else onKeyDown?.(event)
      }}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      rightSection={value === '' ? undefined : <CloseButton size="sm" aria-label={words.clear} onClick={clear} />}
    />
  )
}
