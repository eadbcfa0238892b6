import { Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './Screen.module.css'
import { showFromTop } from './show-from-top.ts'
import { words } from './strings.ts'

interface ScreenProps {
  readonly title: string
  /** A line under the heading. */
  readonly lead?: ReactNode
  /** What can be done on the screen as a whole; stands beside the heading. */
  readonly actions?: ReactNode
  /** `form` keeps lines short enough to read, `list` takes the window's width. */
  readonly width?: 'form' | 'list'
  readonly children: ReactNode
}

/** A screen inside the frame: its heading, which takes the focus when the screen opens, and the window's title. */
export function Screen({ title, lead, actions, width = 'form', children }: ScreenProps) {
  return (
    <section className={classes.screen} data-width={width}>
      <div className={classes.header}>
        <div className={classes.titles}>
          <Heading title={title} />
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

interface HeadingProps {
  readonly title: string
  /** False where a field of the screen takes the focus instead. */
  readonly takesFocus?: boolean
}

/** The one heading of a screen. Focused when the screen opens, so that a screen reader says where the person is. */
export function Heading({ title, takesFocus = true }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    showFromTop(heading.current)
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  useEffect(() => {
    document.title = words.titleOf(title)
  }, [title])
  return (
    <Title order={1} ref={heading} tabIndex={-1} className={classes.heading}>
      {title}
    </Title>
  )
}
