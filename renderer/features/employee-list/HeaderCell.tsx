import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import { columnWidths } from '../../../electron/contract/employee-list.ts'
import type { ListColumn } from './columns.ts'
import classes from './header.module.css'
import { widthWithin } from './layout.ts'
import { orderOf } from './sorting.ts'
import { columnWords } from './strings.ts'

/** How far an arrow key moves a column's edge, in CSS pixels. */
const step = 16

interface HeaderCellProps {
  readonly column: ListColumn
  readonly sort: EmployeeSort
  /** @param adds whether the column comes after those in force */
  readonly onSort: (adds: boolean) => void
  /** In CSS pixels. */
  readonly width: number
  /** While the edge moves; null gives the column its own width again. */
  readonly onWidth: (width: number | null) => void
  /** When the edge has come to rest. */
  readonly onWidthDone: () => void
}

/** A column's heading, which orders the list, and its edge, which makes the column wider and narrower. */
export function HeaderCell({ column, sort, onSort, ...edge }: HeaderCellProps) {
  const order = orderOf(sort)
  const place = order.findIndex((one) => one.column === column.key)
  const own = order[place]
  const Arrow = own?.descending ? IconArrowDown : IconArrowUp
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey) return
    event.preventDefault()
    onSort(true)
  }
  return (
    <th
      scope="col"
      data-column={column.key}
      data-number={column.custom?.kind === 'number' || undefined}
      aria-sort={own && (own.descending ? 'descending' : 'ascending')}
      className={classes.cell}
    >
      <UnstyledButton
        className={classes.sort}
        title={columnWords.sortHint(column.label)}
        onClick={(event) => onSort(event.shiftKey)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.words}>{column.label}</span>
        {own && <Arrow size={14} stroke={1.75} aria-hidden />}
        {own && order.length > 1 && (
          <>
            <span className={classes.place} aria-hidden="true">
              {place + 1}
            </span>
            <VisuallyHidden>{columnWords.place(place + 1, order.length)}</VisuallyHidden>
          </>
        )}
      </UnstyledButton>
      <Edge column={column} {...edge} />
    </th>
  )
}

type EdgeProps = Omit<HeaderCellProps, 'sort' | 'onSort'>

const shownWidth = (edge: Element, width: number): number =>
  Math.round(edge.parentElement?.getBoundingClientRect().width ?? 0) || width

function Edge({ column, width, onWidth, onWidthDone }: EdgeProps) {
  const hasMoved = useRef(false)
  const move = (to: number | null) => {
    hasMoved.current = true
    onWidth(to)
  }
  const rest = () => {
    if (hasMoved.current) onWidthDone()
    hasMoved.current = false
  }
  const draw = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const edge = event.currentTarget
    const start = shownWidth(edge, width) - event.clientX
    edge.setPointerCapture(event.pointerId)
    const follow = ({ clientX }: globalThis.PointerEvent) => move(widthWithin(start + clientX))
    edge.addEventListener('pointermove', follow)
    edge.addEventListener(
      'lostpointercapture',
      () => {
        edge.removeEventListener('pointermove', follow)
        rest()
      },
      { once: true },
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = shownWidth(event.currentTarget, width)
    const next = {
      ArrowLeft: from - step,
      ArrowRight: from + step,
      Home: columnWidths.narrowest,
      End: columnWidths.widest,
    }[event.key]
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    move(next === undefined ? null : widthWithin(next))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the separator of ARIA that can.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={columnWords.width(column.label)}
      aria-valuenow={width}
      aria-valuemin={columnWidths.narrowest}
      aria-valuemax={columnWidths.widest}
      tabIndex={0}
      className={classes.edge}
      onPointerDown={draw}
      onDoubleClick={() => {
        move(null)
        rest()
      }}
      onKeyDown={onKeyDown}
      onKeyUp={rest}
    />
  )
}
