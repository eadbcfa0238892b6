import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFilter, IconUserPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeListView } from '../../../electron/contract/employee-list.ts'
import { useKey } from '../../frame/use-key.ts'
import { registerPath } from '../../registry/employee-paths.ts'
import longList from '../../ui/long-list/long-list.module.css'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { BulkActions } from '../bulk/BulkActions.tsx'
import { ColumnsMenu } from '../employee-list/ColumnsMenu.tsx'
import { FilterChips } from '../employee-list/FilterChips.tsx'
import { FilterDrawer } from '../employee-list/FilterDrawer.tsx'
import { NobodyMatches, NobodyYet } from '../employee-list/NobodyToShow.tsx'
import { noNarrowing, partsOf } from '../employee-list/narrowing.ts'
import { useFirstPage } from '../employee-list/queries.ts'
import { SelectionBar } from '../employee-list/SelectionBar.tsx'
import { everyMatch, nobody } from '../employee-list/selection.ts'
import { columnWords, filterWords, listWords, totalWords } from '../employee-list/strings.ts'
import { useLayout } from '../employee-list/use-layout.ts'
import { useSelecting } from '../employee-list/use-selecting.ts'
import { ViewsMenu } from '../employee-list/ViewsMenu.tsx'
import { ExportButton } from '../exporting/ExportButton.tsx'
import { importPath } from '../imports/paths.ts'
import { importWords } from '../imports/strings.ts'
import { ArchivedLink } from './ArchivedScreen.tsx'
import { EmployeesTable } from './EmployeesTable.tsx'
import classes from './employees.module.css'
import { ListSkeleton } from './ListSkeleton.tsx'
import type { ListView } from './list-view.ts'
import { useListView } from './use-list-view.ts'

/** How long the typing has to rest before main is asked: shorter than a person waits for. */
const restMs = 120

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
  const [{ search: typed, narrowing, sort, selection, viewId }, change] = useListView()
  const [choosesFilters, setChoosesFilters] = useState(false)
  const [search] = useDebouncedValue(typed.trim(), restMs)
  const columns = useLayout()
  const knownSort = columns.among(sort)
  const question = {
    filter: { ...everybody, ...narrowing, search },
    sort: knownSort,
    custom: columns.shown.flatMap(({ custom }) => custom?.key ?? []),
  }
  const page = useFirstPage(question)

  useKey('find', () => {
    field.current?.focus()
    field.current?.select()
  })

  /** All that match are others as soon as something else is asked; those chosen one by one are not. */
  const ask = (changes: Pick<Partial<ListView>, 'search' | 'narrowing'>) =>
    change({ ...changes, selection: selection.kind === 'matching' ? nobody : selection })
  const clear = () => {
    ask({ search: '' })
    field.current?.focus()
  }
  const narrow = (next: typeof narrowing) => {
    ask({ narrowing: next })
    // The chips are gone, and with them what had the focus.
    if (partsOf(next).length === 0 && !choosesFilters) filters.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus()
  }

  const register = () => void navigate(registerPath)
  const shown = page.data
  const selecting = useSelecting({
    question: shown?.question ?? question,
    matching: shown?.total ?? 0,
    kept: selection,
    onSelect: (next) => change({ selection: next }),
  })
  const onEscape = useEffectEvent(selecting.clear)
  // By the document's own tree: what a dialog over the list is told is none of the list's business.
  useEffect(() => {
    const listen = ({ key }: globalThis.KeyboardEvent) => key === 'Escape' && onEscape()
    const element = list.current
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [])
  const openView = ({ filter, sort: order, columns: chosen }: EmployeeListView, id: number | null) => {
    const { search: words, ...others } = filter
    change({ search: words, narrowing: others, sort: order, viewId: id, selection: nobody })
    columns.keep({ ...columns.layout, columns: chosen })
  }
  const shownColumns = columns.shown.map(({ key }) => key)
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
          {shown && shown.total > 0 && selecting.count === 0 && (
            <ExportButton
              selection={everyMatch(shown.question.filter)}
              count={shown.total}
              sort={knownSort}
              shown={shownColumns}
            />
          )}
          <Button variant="default" onClick={() => void navigate(importPath)}>
            {importWords.open}
          </Button>
          <Button leftSection={<IconUserPlus size={18} stroke={1.75} aria-hidden />} onClick={register}>
            {listWords.register}
          </Button>
        </>
      }
    >
      <div className={longList.tools}>
        <SearchField
          fieldRef={field}
          label={listWords.search}
          value={typed}
          onChange={(words) => ask({ search: words })}
          onKeyDown={onKeyDown}
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
        <ViewsMenu
          view={{
            filter: { ...everybody, ...narrowing, search: typed.trim() },
            sort,
            columns: [...columns.layout.columns],
          }}
          openedId={viewId}
          onOpen={openView}
          onSaved={(id) => change({ viewId: id })}
        />
        <ColumnsMenu {...columns} />
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
      <div ref={list} className={longList.list} aria-busy={page.isPlaceholderData}>
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
            sort={knownSort}
            onSort={(next) => change({ sort: next })}
            columns={columns}
            selecting={selecting}
          />
        )}
        {!page.isError && shown?.total === 0 && !isNarrowed && (
          <NobodyYet onRegister={register} onImport={() => void navigate(importPath)} />
        )}
        {!page.isError && shown?.total === 0 && isNarrowed && (
          <NobodyMatches
            search={shown.question.filter.search}
            filters={partsOf(shown.question.filter).length}
            onClearSearch={clear}
            onClearFilters={() => narrow(noNarrowing)}
          />
        )}
        <SelectionBar selecting={selecting}>
          <BulkActions selection={selecting.selection} count={selecting.count} onDone={selecting.clear} />
          <ExportButton selection={selecting.selection} count={selecting.count} sort={knownSort} shown={shownColumns} />
        </SelectionBar>
      </div>
    </Screen>
  )
}
