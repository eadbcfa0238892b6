import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react'
import { useKey } from '../../frame/use-key.ts'
import classes from '../../ui/long-list/long-list.module.css'
import { SearchField } from '../../ui/SearchField.tsx'

interface PeopleSearchProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Where the list stands that the arrow key leads down to. */
  readonly list: RefObject<HTMLElement | null>
  /** What stands beside the field. */
  readonly children?: ReactNode
}

/** The field above a list of people: Ctrl+F leads to it, the arrow key from it into the list. */
export function PeopleSearch({ label, value, onChange, list, children }: PeopleSearchProps) {
  const field = useRef<HTMLInputElement>(null)
  useKey('find', () => {
    field.current?.focus()
    field.current?.select()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus()
  }
  return (
    <search className={classes.tools}>
      <SearchField label={label} value={value} onChange={onChange} fieldRef={field} onKeyDown={onKeyDown} />
      {children}
    </search>
  )
}
