import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly title: string
  readonly detail?: string
  readonly icon?: ReactNode
  /** The way out, usually one button. */
  readonly children?: ReactNode
}

/** Says why there is nothing to see, and what to do about it. */
export function EmptyState({ title, detail, icon, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Text fw={600}>{title}</Text>
      {detail && (
        <Text c="dimmed" maw={440} className={classes.detail}>
          {detail}
        </Text>
      )}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
