import { useQueryClient } from '@tanstack/react-query'
import { useTable } from '@tanstack/react-table'
import { type CSSProperties, type KeyboardEvent, memo, type UIEvent, useMemo } from 'react'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn, EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import longList from '../../ui/long-list/long-list.module.css'
import { useLongList } from '../../ui/long-list/use-long-list.ts'
import { useRows } from '../../ui/long-list/use-rows.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { HeaderCell } from '../employee-list/HeaderCell.tsx'
import { gridOf, leastWidth, widthOf } from '../employee-list/layout.ts'
import { identityOf, type ListQuestion, listPageQuery } from '../employee-list/queries.ts'
import { isSelected, selectsAll } from '../employee-list/selection.ts'
import { sortAfter } from '../employee-list/sorting.ts'
import { listWords, selectionWords } from '../employee-list/strings.ts'
import { Tick } from '../employee-list/Tick.tsx'
import type { Layout } from '../employee-list/use-layout.ts'
import type { Selecting } from '../employee-list/use-selecting.ts'
import { columnsFor, features } from './columns.tsx'
import { EmployeeRow, PendingRow } from './EmployeeRow.tsx'
import classes from './employees.module.css'
import { keepListView, readListView } from './list-view.ts'

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

/** The employees as one long table. */
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
    former.columns.shown === next.columns.shown &&
    former.selecting.selection === next.selecting.selection &&
    former.selecting.matching === next.selecting.matching
  )
}

function Rows({ question, total, firstPage, sort, onSort, columns, selecting }: EmployeesTableProps) {
  const client = useQueryClient()
  const {
    frame,
    rows: drawn,
    bodyStyle,
    tabStop,
    setTabStop,
    move,
    focusIfWanted,
  } = useLongList({
    total,
    asked: identityOf(question),
    left: readListView(client),
    onKeep: (change) => keepListView(client, change),
  })
  const rows = useRows(
    (page) => listPageQuery(question, page),
    firstPage,
    drawn.map(({ index }) => index),
  )
  const { layout, shown } = columns
  const hasAll = selectsAll(selecting.selection)
  const definitions = useMemo(() => columnsFor(shown), [shown])
  const table = useTable({
    features,
    columns: definitions,
    data: drawn.flatMap(({ index }) => rows.at(index) ?? []),
    getRowId: (employee) => String(employee.id),
  })

  const toggle = (index: number, employee: EmployeeSummary, extends_: boolean) => {
    setTabStop(index)
    void selecting.toggle(index, employee, extends_)
  }
  const onRowKeyDown = (event: KeyboardEvent, index: number, employee: EmployeeSummary) => {
    if (event.key !== ' ') return move(event, index)
    // In a checkbox it is the checkbox's own key.
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    toggle(index, employee, event.shiftKey)
  }

  const body = drawn.map(({ index, place }) => {
    const employee = rows.at(index)
    const row = employee && table.getRow(String(employee.id))
    if (row === undefined) return <PendingRow key={index} columns={shown} place={place} />
    return (
      <EmployeeRow
        key={index}
        place={place}
        row={row}
        isTabStop={index === tabStop}
        isSelected={isSelected(selecting.selection, row.original.id)}
        onToggle={(extends_) => toggle(index, row.original, extends_)}
        linkRef={focusIfWanted(index)}
        onKeyDown={(event) => onRowKeyDown(event, index, row.original)}
        onOpen={() => keepListView(client, { openedIndex: index })}
      />
    )
  })

  const grid = {
    '--columns': gridOf(layout, shown),
    '--least-width': `${leastWidth(layout, shown)}px`,
  } as CSSProperties

  return (
    <>
      {rows.error !== null && <RequestError failure={rows.error} title={listWords.failure} onRetry={rows.retry} />}
      <div ref={frame} className={longList.frame} onScroll={markScrolled}>
        <table
          className={`${longList.table} ${classes.table}`}
          style={grid}
          aria-label={listWords.table}
          aria-rowcount={total + 1}
        >
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
                  key={column.key}
                  column={column}
                  sort={sort}
                  onSort={(adds) => onSort(sortAfter(sort, column.key, adds))}
                  width={widthOf(layout, column)}
                  onWidth={(width) => columns.show(withWidth(layout, column.key, width))}
                  onWidthDone={columns.keepShown}
                />
              ))}
            </tr>
          </thead>
          <tbody style={bodyStyle}>{body}</tbody>
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
