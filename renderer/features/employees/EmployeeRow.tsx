import { flexRender, type Row } from '@tanstack/react-table'
import type { KeyboardEventHandler, MouseEvent, RefCallback } from 'react'
import { Link, useNavigate } from 'react-router'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import { employeePath } from '../../registry/employee-paths.ts'
import { fullName } from '../../registry/names.ts'
import classes from '../../ui/long-list/long-list.module.css'
import type { RowPlace } from '../../ui/long-list/use-long-list.ts'
import type { ListColumn } from '../employee-list/columns.ts'
import { selectionWords } from '../employee-list/strings.ts'
import { Tick } from '../employee-list/Tick.tsx'
import type { features } from './columns.tsx'

interface EmployeeRowProps {
  readonly place: RowPlace
  readonly row: Row<typeof features, EmployeeSummary>
  readonly isTabStop: boolean
  readonly isSelected: boolean
  /** @param extends_ whether all from the row that was toggled last up to this one follow it */
  readonly onToggle: (extends_: boolean) => void
  readonly linkRef: RefCallback<HTMLAnchorElement>
  readonly onOpen: () => void
  readonly onKeyDown: KeyboardEventHandler
}

/** One employee. The name is the link; a click anywhere else on the row follows it too. */
export function EmployeeRow({
  row,
  isTabStop,
  isSelected,
  onToggle,
  linkRef,
  onOpen,
  onKeyDown,
  place,
}: EmployeeRowProps) {
  const navigate = useNavigate()
  const path = employeePath(row.original.id)

  const followRow = (event: MouseEvent) => {
    const followedAlready = event.defaultPrevented
    const selectsText = window.getSelection()?.isCollapsed === false
    const ticks = event.target instanceof Element && event.target.closest('[data-column="selection"]') !== null
    if (followedAlready || selectsText || ticks) return
    onOpen()
    void navigate(path)
  }

  return (
    <tr
      {...place}
      className={classes.row}
      data-selected={isSelected || undefined}
      onClick={followRow}
      onKeyDown={onKeyDown}
    >
      <td data-column="selection">
        <Tick
          label={selectionWords.select(fullName(row.original))}
          checked={isSelected}
          tabIndex={-1}
          onToggle={onToggle}
        />
      </td>
      {row.getAllCells().map((cell) => {
        const content = flexRender(cell.column.columnDef.cell, cell.getContext())
        const title = typeof cell.getValue() === 'string' ? String(cell.getValue()) : undefined
        return (
          <td key={cell.id} data-column={cell.column.id} title={title}>
            {cell.column.id === 'name' ? (
              <Link ref={linkRef} to={path} tabIndex={isTabStop ? 0 : -1} className={classes.name} onClick={onOpen}>
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** A row whose page is on the way. Plain elements: while a long list is drawn along, all rows become such at every frame. */
export function PendingRow({ columns, place }: { readonly columns: readonly ListColumn[]; readonly place: RowPlace }) {
  return (
    <tr {...place} className={classes.row} aria-busy="true">
      <td data-column="selection" />
      {columns.map(({ key }) => (
        <td key={key} data-column={key}>
          <span className={classes.pending} />
        </td>
      ))}
    </tr>
  )
}
