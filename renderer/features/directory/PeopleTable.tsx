import { Skeleton } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { RequestError } from '../../ui/RequestError.tsx'
import { rowAfterKey } from '../employees/list-keys.ts'
import type { PeopleView } from './list-view.ts'
import classes from './people.module.css'
import { type PageQuery, usePeople } from './use-people.ts'

/** Heights in CSS pixels, the same as in the style sheet. */
const rowHeight = 44
const headerHeight = 36

export interface PeopleColumn<Person> {
  readonly name: string
  /** Its share of the width, as a track of a grid. */
  readonly width: string
  /** What stands in the cell; where it is a text it is also the cell's hint. */
  readonly cell: (person: Person) => ReactNode
}

interface PeopleTableProps<Person> {
  readonly label: string
  /** The first one holds the link to the person. */
  readonly columns: readonly PeopleColumn<Person>[]
  readonly pathOf: (person: Person) => string
  /** Names what the rows answer: another one begins at the top. */
  readonly asked: string
  readonly total: number
  readonly firstPage: readonly Person[]
  readonly pageQuery: PageQuery<Person>
  /** What did not work where a page cannot be loaded. */
  readonly failure: string
  /** How the list was left, and how that is kept. */
  readonly left: PeopleView
  readonly onKeep: (change: Partial<PeopleView>) => void
}

/**
 * People as one long table of which only the rows in sight exist. One row's link is the tab stop; the arrow keys move it.
 * The row that was opened last is in sight and in focus again when the list comes back.
 */
export function PeopleTable<Person extends { readonly id: number }>(props: PeopleTableProps<Person>) {
  const { label, columns, pathOf, asked, total, firstPage, pageQuery, failure, left: leftNow, onKeep } = props
  const [left] = useState(leftNow)
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(left.openedIndex ?? 0)
  const wantsFocus = useRef(left.openedIndex)
  const tabStop = Math.min(active, total - 1)
  const navigate = useNavigate()

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingEnd: headerHeight,
    initialOffset: left.scrollOffset,
    // The tab stop stays in the document when it is scrolled out of sight, so that the focus is never lost.
    rangeExtractor: (range) => [...new Set([tabStop, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
    onChange: ({ scrollOffset }) => onKeep({ scrollOffset: scrollOffset ?? 0 }),
  })
  const items = virtualizer.getVirtualItems()
  const people = usePeople(
    pageQuery,
    firstPage,
    items.map((item) => item.index),
  )

  // Where the list was left is used up once it is back: coming from elsewhere starts at the heading.
  const keep = useRef(onKeep)
  useEffect(() => keep.current({ openedIndex: null }), [])

  const shown = useRef(asked)
  useEffect(() => {
    if (shown.current === asked) return
    shown.current = asked
    setActive(0)
    virtualizer.scrollToOffset(0)
  }, [asked, virtualizer])

  const move = (event: KeyboardEvent) => {
    const screenful = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2)
    const target = rowAfterKey(event.key, tabStop, total, screenful)
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

  const rowOf = (index: number, start: number) => {
    const person = people.at(index)
    // The header is the first row of the table, so the first person's row is the second.
    const placed = { 'aria-rowindex': index + 2, style: { transform: `translateY(${start}px)` } }
    if (person === undefined) {
      return (
        <tr key={index} className={classes.row} aria-busy="true" {...placed}>
          {columns.map((column) => (
            <td key={column.name}>
              <Skeleton height={10} radius="xl" />
            </td>
          ))}
        </tr>
      )
    }
    const onOpen = () => onKeep({ openedIndex: index })
    const follow = (isFollowed: boolean) => {
      if (isFollowed || window.getSelection()?.isCollapsed === false) return
      onOpen()
      void navigate(pathOf(person))
    }
    return (
      <tr
        key={index}
        className={classes.row}
        {...placed}
        onClick={(event) => follow(event.defaultPrevented)}
        onKeyDown={move}
      >
        {columns.map((column, at) => {
          const content = column.cell(person)
          return (
            <td key={column.name} title={typeof content === 'string' ? content : undefined}>
              {at > 0 ? (
                content
              ) : (
                <Link
                  ref={focusIfWanted(index)}
                  to={pathOf(person)}
                  tabIndex={index === tabStop ? 0 : -1}
                  className={classes.name}
                  onClick={onOpen}
                >
                  {content}
                </Link>
              )}
            </td>
          )
        })}
      </tr>
    )
  }

  return (
    <>
      {people.error !== null && <RequestError failure={people.error} title={failure} onRetry={people.retry} />}
      <div ref={frame} className={classes.frame}>
        <table
          className={classes.table}
          aria-label={label}
          aria-rowcount={total + 1}
          style={{ '--columns': columns.map((column) => column.width).join(' ') } as CSSProperties}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => rowOf(item.index, item.start))}
          </tbody>
        </table>
      </div>
    </>
  )
}
