import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useKey } from '../../app/use-key.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { importPath } from '../imports/paths.ts'
import { importWords } from '../imports/strings.ts'
import { EmployeesTable } from './EmployeesTable.tsx'
import classes from './employees.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { keepListView, readListView } from './list-view.ts'
import { registerPath } from './paths.ts'
import { listWords } from './strings.ts'
import { useFirstPage } from './use-employee-rows.ts'

/** How long the typing has to rest before main is asked: shorter than a person waits for. */
const restMs = 120

/** The contract's longest search. */
const longestSearch = 100

/** Every employee of the company: searched as one types, opened from their row. */
export function EmployeesScreen() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(() => readListView(client).search)
  const [search] = useDebouncedValue(typed.trim(), restMs)
  const page = useFirstPage(search)
  // As it is typed, not once it rests: who leaves at once finds their words again.
  useEffect(() => keepListView(client, { search: typed }), [client, typed])

  useKey('find', () => {
    field.current?.focus()
    field.current?.select()
  })

  const clear = () => {
    setTyped('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== '') clear()
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus()
  }

  const register = () => void navigate(registerPath)
  const shown = page.data
  const isSearching = shown !== undefined && shown.search !== ''

  return (
    <Screen
      title={listWords.heading}
      width="list"
      actions={
        <>
          <Button variant="default" onClick={() => void navigate(importPath)}>
            {importWords.open}
          </Button>
          <Button leftSection={<IconUserPlus size={18} stroke={1.75} aria-hidden />} onClick={register}>
            {listWords.register}
          </Button>
        </>
      }
    >
      <div className={classes.tools}>
        <TextInput
          ref={field}
          type="search"
          aria-label={listWords.search}
          placeholder={listWords.searchHint}
          className={classes.search}
          maxLength={longestSearch}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
          rightSection={
            typed === '' ? undefined : <CloseButton size="sm" aria-label={listWords.clear} onClick={clear} />
          }
        />
        <span role="status" className={classes.total}>
          {shown && listWords.total(shown.total, shown.registered, isSearching)}
        </span>
      </div>
      <div ref={list} className={classes.list} aria-busy={page.isPlaceholderData}>
        {page.isPending && <ListSkeleton />}
        {page.isError && (
          <RequestError failure={page.error} title={listWords.failure} onRetry={() => void page.refetch()} />
        )}
        {!page.isError && shown && shown.total > 0 && (
          <EmployeesTable search={shown.search} total={shown.total} firstPage={shown.rows} />
        )}
        {!page.isError && shown?.total === 0 && (
          <NothingToShow search={shown.search} onClear={clear} onRegister={register} />
        )}
      </div>
    </Screen>
  )
}

interface NothingToShowProps {
  readonly search: string
  readonly onClear: () => void
  readonly onRegister: () => void
}

/** A company without employees, or a search without a match: two things that a person must not mistake. */
function NothingToShow({ search, onClear, onRegister }: NothingToShowProps) {
  const words = search === '' ? listWords.nothingYet : listWords.nothingMatches
  const Icon = search === '' ? IconUsers : IconSearch
  return (
    <EmptyState title={words.title} detail={words.detail(search)} icon={<Icon size={32} stroke={1.25} />}>
      <Button variant="default" onClick={search === '' ? onRegister : onClear}>
        {words.action}
      </Button>
    </EmptyState>
  )
}
