import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Section.module.css'

interface SectionProps {
  readonly title: string
  /** What can be done with the section as a whole; stands beside its heading. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a screen under a heading of its own, parted from what stands above it by a hairline. */
export function Section({ title, actions, children }: SectionProps) {
  const heading = useId()
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <div className={classes.header}>
        <Title order={2} id={heading}>
          {title}
        </Title>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** How many there are, read out whenever it changes. */
export function Total({ children }: { children: ReactNode }) {
  return (
    <span role="status" className={classes.total}>
      {children}
    </span>
  )
}
