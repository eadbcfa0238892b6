import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import classes from './chart.module.css'
import { type ItemKey, useChart } from './chart-context.ts'

interface ChartItemProps {
  readonly itemKey: ItemKey
  /** What a screen reader says of it. */
  readonly label: string
  /** What it is found by when its first letters are typed. */
  readonly text: string
  /** 1 at the top. */
  readonly level: number
  /** Its place among its siblings, from 1, and how many there are, shown or not. */
  readonly place: number
  readonly of: number
  /** Null where no branch hangs on it. */
  readonly isOpen: boolean | null
  /** What Enter and Space do. */
  readonly onEnter: () => void
  readonly onToggle?: () => void
  /** The item itself. */
  readonly children: ReactNode
  /** What hangs on it. */
  readonly branch?: ReactNode
}

/** An item of the chart, as a tree has items: one of them is reached by Tab, the others by the arrow keys. */
export function ChartItem(props: ChartItemProps) {
  const { itemKey, label, text, level, place, of, isOpen, onEnter, onToggle, children, branch } = props
  const { active, wanted, activate, arrived } = useChart()
  const item = useRef<HTMLDivElement>(null)
  const isWanted = wanted?.key === itemKey
  const takesFocus = isWanted && wanted.takesFocus

  useEffect(() => {
    if (!isWanted) return
    item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (takesFocus) item.current?.focus({ preventScroll: true })
    arrived()
  }, [isWanted, takesFocus, arrived])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const togglesTo = { ArrowRight: true, ArrowLeft: false }[event.key]
    if (event.key === 'Enter' || event.key === ' ') onEnter()
    else if (togglesTo !== undefined && isOpen !== null && isOpen !== togglesTo && onToggle) onToggle()
    else return
    event.preventDefault()
  }

  return (
    // The branch stands beside its item, so that the item's name is of itself alone; the levels say what belongs to what.
    <div className={classes.item} role="none">
      <div
        ref={item}
        className={classes.own}
        role="treeitem"
        aria-label={label}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={of}
        aria-expanded={isOpen ?? undefined}
        aria-selected={active === itemKey}
        tabIndex={active === itemKey ? 0 : -1}
        data-key={itemKey}
        data-text={text}
        onFocus={(event) => {
          if (event.target === event.currentTarget) activate(itemKey)
        }}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
      {branch}
    </div>
  )
}
