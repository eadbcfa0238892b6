import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useStart } from '../../frame/session.ts'
import { Branch } from './Branch.tsx'
import { ChartItem } from './ChartItem.tsx'
import classes from './chart.module.css'
import { companyKey, useChart } from './chart-context.ts'
import { company } from './openings.ts'
import { chartWords as words } from './strings.ts'
import { destinationOf, typedTo } from './tree-keys.ts'

/** Letters that are typed within so many milliseconds belong together. */
const typingRest = 700

interface ChartProps {
  readonly tree: RefObject<HTMLDivElement | null>
  readonly onZoom: (direction: 'in' | 'out') => void
}

/** The company and, below it, who reports to whom. */
export function Chart({ tree, onZoom }: ChartProps) {
  const { company: name } = useStart()
  const { active, activate } = useChart()
  const typed = useRef({ text: '', at: 0 })

  // The item that Tab led to may have gone with its branch, or with a change that somebody made.
  useEffect(() => {
    if (tree.current?.querySelector('[tabindex="0"]') === null && active !== companyKey) activate(companyKey)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="treeitem"]') : null
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || here === null) return
    const found = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]
    const items = found.map((item) => ({
      level: Number(item.getAttribute('aria-level')),
      text: item.dataset.text ?? '',
    }))
    const at = found.indexOf(here)
    const expanded = here.getAttribute('aria-expanded')

    let to = destinationOf(event.key, items, at, expanded === null ? null : expanded === 'true')
    if (event.key === '+' || event.key === '-') onZoom(event.key === '+' ? 'in' : 'out')
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const isFresh = event.timeStamp - typed.current.at > typingRest
      typed.current = { text: isFresh ? event.key : typed.current.text + event.key, at: event.timeStamp }
      to = typedTo(typed.current.text, items, at)
    } else if (to === null) return
    event.preventDefault()
    const target = to === null ? undefined : found[to]
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return (
    <div ref={tree} role="tree" aria-label={words.chart} className={classes.tree} onKeyDown={onKeyDown}>
      <ChartItem
        itemKey={companyKey}
        label={name ?? words.company}
        text={name ?? words.company}
        level={1}
        place={1}
        of={1}
        isOpen
        onEnter={() => {}}
        branch={<Branch id={company} level={2} />}
      >
        <div className={classes.company}>{name ?? words.company}</div>
      </ChartItem>
    </div>
  )
}
