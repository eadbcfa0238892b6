import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { rowAfterKey } from './keys.ts'
import type { ListPlace } from './list-view.ts'

/** Heights in CSS pixels, the same as in the style sheet. */
const rowHeight = 44
const headerHeight = 36

/** What a row of the table is given, by its index in the whole list. */
export type RowPlace = ReturnType<typeof placeOf>

/**
 * @param start where the row stands, in CSS pixels, if it is apart from those in sight. No other row has a style of its
 * own: Chromium looks through the styles of all rows that there ever were at every frame in which one is given another.
 */
const placeOf = (index: number, start: number | null) => ({
  // The header is the first row of the table, so the first row of the list is the second.
  'aria-rowindex': index + 2,
  style:
    start === null ? undefined : { position: 'absolute' as const, insetInline: 0, transform: `translateY(${start}px)` },
})

interface LongListParts {
  readonly total: number
  /** Names what the rows answer: another one begins at the top. */
  readonly asked: string
  /** How the list was left, and how that is kept. */
  readonly left: ListPlace
  readonly onKeep: (change: Partial<ListPlace>) => void
}

/**
 * A long table of which only the rows in sight exist. One row's link is the tab stop; the arrow keys move it. The row
 * that was opened last is in sight and in focus again when the list comes back.
 */
export function useLongList({ total, asked, left: leftNow, onKeep }: LongListParts) {
  const [left] = useState(leftNow)
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
    onChange: ({ scrollOffset }) => onKeep({ scrollOffset: scrollOffset ?? 0 }),
  })

  // Where the list was left is used up once it is back: coming from elsewhere starts at the heading.
  const keep = useRef(onKeep)
  useEffect(() => keep.current({ openedIndex: null }), [])

  const shown = useRef(asked)
  useEffect(() => {
    if (shown.current === asked) return
    shown.current = asked
    setActive(0)
    // To scroll asks for the height of everything first, which is not known yet.
    if (virtualizer.scrollOffset !== 0) virtualizer.scrollToOffset(0)
  }, [asked, virtualizer])

  const items = virtualizer.getVirtualItems()
  const isApart = (index: number) => index === tabStop && !items.some((item) => Math.abs(item.index - index) === 1)
  const inSight = items.filter(({ index }) => !isApart(index))

  return {
    frame,
    /** The rows to be drawn. */
    rows: items.map(({ index, start }) => ({ index, place: placeOf(index, isApart(index) ? start : null) })),
    /** Holds all rows; those in sight follow one another from where the first of them stands. */
    bodyStyle: { height: virtualizer.getTotalSize(), paddingTop: inSight[0]?.start ?? 0 },
    tabStop,
    setTabStop: setActive,

    /** Acts on the keys that lead from a row to another one. */
    move(event: KeyboardEvent, from: number): void {
      const screenful = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2)
      const target = rowAfterKey(event.key, from, total, screenful)
      if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      wantsFocus.current = target
      setActive(target)
      virtualizer.scrollToIndex(target)
    },

    /** The `ref` of a row's link: focuses it where it was moved to. */
    focusIfWanted: (index: number) => (link: HTMLAnchorElement | null) => {
      if (link === null || wantsFocus.current !== index) return
      wantsFocus.current = null
      link.focus({ preventScroll: true })
    },
  }
}
