import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFilter, IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import { useKey } from '../../app/use-key.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ColumnsMenu } from '../employee-list/ColumnsMenu.tsx'
import { FilterChips } from '../employee-list/FilterChips.tsx'
import { FilterDrawer } from '../employee-list/FilterDrawer.tsx'
import { noNarrowing, partsOf } from '../employee-list/narrowing.ts'
import { useFirstPage } from '../employee-list/queries.ts'
import { columnWords, emptyWords, filterWords, totalWords } from '../employee-list/strings.ts'
import { useLayout } from '../employee-list/use-layout.ts'
import { importPath } from '../imports/paths.ts'
import { importWords } from '../imports/strings.ts'
import { ArchivedLink } from './ArchivedScreen.tsx'
import { EmployeesTable } from './EmployeesTable.tsx'
import classes from './employees.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import { registerPath } from './paths.ts'
import { listWords } from './strings.ts'
import { useListView } from './use-list-view.ts'

/** How long the typing has to rest before main is asked: shorter than a person waits for. */
const restMs = 120

/** The contract's longest search. */
const longestSearch = 100

/** Every employee of the company. Another entry of the window's history may ask for another filter. */
export function EmployeesScreen() {
  return <EmployeeList key={useLocation().key} />
}

/** The list: searched as one types, narrowed down by filters, each employee opened from their row. */
function EmployeeList() {
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const filters = useRef<HTMLButtonElement>(null)
  const [{ search: typed, narrowing, sort }, change] = useListView()
  const [choosesFilters, setChoosesFilters] = useState(false)
  const [search] = useDebouncedValue(typed.trim(), restMs)
  const columns = useLayout()
  const page = useFirstPage({ filter: { ...everybody, ...narrowing, search }, sort })

  useKey('find', () => {
    field.current?.focus()
    field.current?.select()
  })

  const clear = () => {
    change({ search: '' })
    field.current?.focus()
  }
  const narrow = (next: typeof narrowing) => {
    change({ narrowing: next })
    // The chips are gone, and with them what had the focus.
    if (partsOf(next).length === 0 && !choosesFilters) filters.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== '') clear()
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus()
  }

  const register = () => void navigate(registerPath)
  const shown = page.data
  const parts = partsOf(narrowing).length
  const isNarrowed = shown && (shown.question.filter.search !== '' || partsOf(shown.question.filter).length > 0)
  const total =
    shown && (isNarrowed ? totalWords.some(shown.total, shown.registered) : totalWords.all(shown.registered))

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
          onChange={(event) => change({ search: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
          rightSection={
            typed === '' ? undefined : <CloseButton size="sm" aria-label={listWords.clear} onClick={clear} />
          }
        />
        <Button
          ref={filters}
          variant="default"
          leftSection={<IconFilter size={18} stroke={1.6} aria-hidden />}
          rightSection={parts > 0 && <span aria-hidden="true">{parts}</span>}
          onClick={() => setChoosesFilters(true)}
        >
          {filterWords.open}
        </Button>
        <ColumnsMenu layout={columns.layout} keep={columns.keep} />
        <span role="status" className={classes.total}>
          {total}
        </span>
        <ArchivedLink />
      </div>
      <FilterChips narrowing={narrowing} onChange={narrow} />
      <FilterDrawer
        opened={choosesFilters}
        narrowing={narrowing}
        onChange={narrow}
        onClose={() => setChoosesFilters(false)}
        total={total}
      />
      <div ref={list} className={classes.list} aria-busy={page.isPlaceholderData}>
        {(page.isPending || columns.isPending) && <ListSkeleton />}
        {columns.failure && <RequestError failure={columns.failure} title={columnWords.notKept} />}
        {page.isError && (
          <RequestError failure={page.error} title={listWords.failure} onRetry={() => void page.refetch()} />
        )}
        {!page.isError && !columns.isPending && shown && shown.total > 0 && (
          <EmployeesTable
            question={shown.question}
            total={shown.total}
            firstPage={shown.rows}
            sort={sort}
            onSort={(next) => change({ sort: next })}
            columns={columns}
          />
        )}
        {!page.isError && shown?.total === 0 && !isNarrowed && <NobodyYet onRegister={register} />}
        {!page.isError && shown?.total === 0 && isNarrowed && (
          <NobodyMatches
            search={shown.question.filter.search}
            filters={partsOf(shown.question.filter).length}
            onClearSearch={clear}
            onClearFilters={() => narrow(noNarrowing)}
          />
        )}
      </div>
    </Screen>
  )
}

/** A company without employees. */
function NobodyYet({ onRegister }: { onRegister: () => void }) {
  const { title, detail, action } = listWords.nothingYet
  return (
    <EmptyState title={title} detail={detail} icon={<IconUsers size={32} stroke={1.25} />}>
      <Button variant="default" onClick={onRegister}>
        {action}
      </Button>
    </EmptyState>
  )
}

interface NobodyMatchesProps {
  readonly search: string
  /** How many filters are in force. */
  readonly filters: number
  readonly onClearSearch: () => void
  readonly onClearFilters: () => void
}

/** A search or filters that leave nobody, and the way out of each. */
function NobodyMatches({ search, filters, onClearSearch, onClearFilters }: NobodyMatchesProps) {
  const detail =
    filters === 0 ? emptyWords.search(search) : search === '' ? emptyWords.filters : emptyWords.both(search)
  return (
    <EmptyState title={emptyWords.nothingMatches} detail={detail} icon={<IconSearch size={32} stroke={1.25} />}>
      {search !== '' && (
        <Button variant="default" onClick={onClearSearch}>
          {emptyWords.clearSearch}
        </Button>
      )}
      {filters > 0 && (
        <Button variant="default" onClick={onClearFilters}>
          {emptyWords.clearFilters}
        </Button>
      )}
    </EmptyState>
  )
}
