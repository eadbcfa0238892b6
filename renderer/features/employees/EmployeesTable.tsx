import { useQueryClient } from '@tanstack/react-query'
import { useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, memo, type UIEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn, EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { HeaderCell } from '../employee-list/HeaderCell.tsx'
import { columnsOf, gridOf, leastWidth, widthOf } from '../employee-list/layout.ts'
import { identityOf, type ListQuestion } from '../employee-list/queries.ts'
import { isSelected, selectsAll } from '../employee-list/selection.ts'
import { sortAfter } from '../employee-list/sorting.ts'
import { selectionWords } from '../employee-list/strings.ts'
import { Tick } from '../employee-list/Tick.tsx'
import type { Layout } from '../employee-list/use-layout.ts'
import type { Selecting } from '../employee-list/use-selecting.ts'
import { columnsFor, features } from './columns.tsx'
import { EmployeeRow, PendingRow } from './EmployeeRow.tsx'
import classes from './employees.module.css'
import { rowAfterKey } from './list-keys.ts'
import { keepListView, readListView } from './list-view.ts'
import { listWords } from './strings.ts'
import { useEmployeeRows } from './use-employee-rows.ts'

/** Heights in CSS pixels, the same as in the style sheet. */
const rowHeight = 44
const headerHeight = 36

interface EmployeesTableProps {
  /** What the rows answer. */
  readonly question: ListQuestion
  readonly total: number
  readonly firstPage: readonly EmployeeSummary[]
  /** The order asked for, which the rows may not answer yet. */
  readonly sort: EmployeeSort
  readonly onSort: (sort: EmployeeSort) => void
  readonly columns: Layout
  readonly selecting: Selecting
}

/**
 * The employees as one long table of which only the rows in sight exist. One row's link is the tab stop; the arrow
 * keys move it. The row that was opened last is in sight and in focus again when the list comes back.
 */
export const EmployeesTable = memo(Rows, isAlike)

/**
 * Whether nothing is new that the table shows or acts on, as while a search is typed whose answer is on the way: what it
 * is given to do is the same as long as these are.
 */
function isAlike(former: EmployeesTableProps, next: EmployeesTableProps): boolean {
  return (
    former.question === next.question &&
    former.total === next.total &&
    former.firstPage === next.firstPage &&
    former.sort === next.sort &&
    former.columns.layout === next.columns.layout &&
    former.selecting.selection === next.selecting.selection &&
    former.selecting.matching === next.selecting.matching
  )
}

function Rows({ question, total, firstPage, sort, onSort, columns, selecting }: EmployeesTableProps) {
  const client = useQueryClient()
  const [left] = useState(() => readListView(client))
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(left.openedIndex ?? 0)
  const wantsFocus = useRef(left.openedIndex)
  const tabStop = Math.min(active, total - 1)

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingEnd: headerHeight,
    initialOffset: left.scrollOffset,
    // The tab stop stays in the document when it is scrolled out of sight, so that the focus is never lost.
    rangeExtractor: (range) => [...new Set([tabStop, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
    onChange: ({ scrollOffset }) => keepListView(client, { scrollOffset: scrollOffset ?? 0 }),
  })
  const items = virtualizer.getVirtualItems()
  const rows = useEmployeeRows(
    question,
    firstPage,
    items.map((item) => item.index),
  )
  const { layout } = columns
  const hasAll = selectsAll(selecting.selection)
  const shown = columnsOf(layout)
  const definitions = useMemo(() => columnsFor(columnsOf(layout)), [layout])
  const table = useTable({
    features,
    columns: definitions,
    data: items.flatMap((item) => rows.at(item.index) ?? []),
    getRowId: (employee) => String(employee.id),
  })

  // Where the list was left is used up once it is back: coming from elsewhere starts at the heading.
  useEffect(() => keepListView(client, { openedIndex: null }), [client])

  const identity = identityOf(question)
  const shownIdentity = useRef(identity)
  useEffect(() => {
    if (shownIdentity.current === identity) return
    shownIdentity.current = identity
    setActive(0)
    // To scroll asks for the height of everything first, which is not known yet.
    if (virtualizer.scrollOffset !== 0) virtualizer.scrollToOffset(0)
  }, [identity, virtualizer])

  const toggle = (index: number, employee: EmployeeSummary, extends_: boolean) => {
    setActive(index)
    void selecting.toggle(index, employee, extends_)
  }
  const onRowKeyDown = (event: KeyboardEvent, index: number, employee: EmployeeSummary) => {
    if (event.key !== ' ') return move(event, index)
    // In a checkbox it is the checkbox's own key.
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    toggle(index, employee, event.shiftKey)
  }
  const move = (event: KeyboardEvent, from: number) => {
    const screenful = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2)
    const target = rowAfterKey(event.key, from, total, screenful)
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    wantsFocus.current = target
    setActive(target)
    virtualizer.scrollToIndex(target)
  }

  const focusIfWanted = (index: number) => (link: HTMLAnchorElement | null) => {
    if (link === null || wantsFocus.current !== index) return
    wantsFocus.current = null
    link.focus({ preventScroll: true })
  }

  const body = items.map((item) => {
    const employee = rows.at(item.index)
    const row = employee && table.getRow(String(employee.id))
    if (row === undefined) return <PendingRow key={item.key} columns={shown} index={item.index} start={item.start} />
    return (
      <EmployeeRow
        key={item.key}
        index={item.index}
        start={item.start}
        row={row}
        isTabStop={item.index === tabStop}
        isSelected={isSelected(selecting.selection, row.original.id)}
        onToggle={(extends_) => toggle(item.index, row.original, extends_)}
        linkRef={focusIfWanted(item.index)}
        onKeyDown={(event) => onRowKeyDown(event, item.index, row.original)}
        onOpen={() => keepListView(client, { openedIndex: item.index })}
      />
    )
  })

  const grid = { '--columns': gridOf(layout), '--least-width': `${leastWidth(layout)}px` } as CSSProperties

  return (
    <>
      {rows.error !== null && <RequestError failure={rows.error} title={listWords.failure} onRetry={rows.retry} />}
      <div ref={frame} className={classes.frame} onScroll={markScrolled}>
        <table className={classes.table} style={grid} aria-label={listWords.table} aria-rowcount={total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" data-column="selection">
                <Tick
                  label={selectionWords.selectAll(total)}
                  checked={hasAll}
                  indeterminate={!hasAll && selecting.count > 0}
                  onToggle={hasAll ? selecting.clear : selecting.selectAll}
                />
              </th>
              {shown.map((column) => (
                <HeaderCell
                  key={column}
                  column={column}
                  sort={sort}
                  onSort={(adds) => onSort(sortAfter(sort, column, adds))}
                  width={widthOf(layout, column)}
                  onWidth={(width) => columns.show(withWidth(layout, column, width))}
                  onWidthDone={columns.keepShown}
                />
              ))}
            </tr>
          </thead>
          <tbody style={{ height: virtualizer.getTotalSize() }}>{body}</tbody>
        </table>
      </div>
    </>
  )
}

/** What stays in sight while the rest is scrolled sideways is parted from it only then. */
function markScrolled({ currentTarget }: UIEvent<HTMLElement>): void {
  currentTarget.toggleAttribute('data-scrolled', currentTarget.scrollLeft > 0)
}

function withWidth(layout: EmployeeListLayout, column: EmployeeColumn, width: number | null): EmployeeListLayout {
  const { [column]: _, ...others } = layout.widths
  return { ...layout, widths: width === null ? others : { ...others, [column]: width } }
}
