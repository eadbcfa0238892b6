import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useKey } from '../../frame/use-key.ts'
import classes from './chart.module.css'
import { foundQuery } from './queries.ts'
import { chartWords as words } from './strings.ts'

/** How long the typing has to rest before main is asked, in milliseconds. */
const restMs = 120

/** Suggests people while their name is typed; the chosen one is jumped to. */
export function FindInChart({ onChosen }: { onChosen: (id: number) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), restMs)
  const { data = [], isFetching } = useQuery({ ...foundQuery(search), enabled: search !== '' })
  const options = (search === '' ? [] : data).map(({ id, name, position, department }) => ({
    value: String(id),
    label: [name, [position, department].filter((part) => part !== null).join(', ')]
      .filter((part) => part !== '')
      .join(' – '),
  }))
  useKey('find', () => field.current?.focus())

  return (
    <Select
      ref={field}
      aria-label={words.find}
      placeholder={words.find}
      className={classes.find}
      searchable
      openOnFocus={false}
      maxDropdownHeight={320}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      rightSection={<span />}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={search === '' || isFetching ? undefined : words.nothingFound}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => {
        if (chosen === null) return
        setTyped('')
        onChosen(Number(chosen))
      }}
    />
  )
}
