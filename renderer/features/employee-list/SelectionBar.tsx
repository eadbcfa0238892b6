import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { longestChoice } from '../../../electron/contract/employee-selection.ts'
import classes from './selection.module.css'
import { selectionWords } from './strings.ts'

interface SelectionBarProps {
  /** How many are selected; without any there is nothing to see. */
  readonly count: number
  /** How many the list shows. */
  readonly matching: number
  /** Whether those are all selected. */
  readonly isAll: boolean
  readonly hasTooMany: boolean
  readonly onSelectAll: () => void
  readonly onClear: () => void
  /** What can be done with those selected. */
  readonly children?: ReactNode
}

/** How many employees are selected, and what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, matching, isAll, hasTooMany, onSelectAll, onClear, children } = props
  if (count === 0 && !hasTooMany) return null
  return (
    <section className={classes.bar} aria-label={selectionWords.bar}>
      <span role="status" className={classes.count}>
        {selectionWords.count(count)}
      </span>
      {!isAll && (
        <Button variant="subtle" size="compact-md" onClick={onSelectAll}>
          {selectionWords.selectAll(matching)}
        </Button>
      )}
      <Button variant="subtle" size="compact-md" onClick={onClear}>
        {selectionWords.clear}
      </Button>
      {hasTooMany && (
        <Text role="alert" size="sm">
          {selectionWords.tooMany(longestChoice)}
        </Text>
      )}
      {children && <div className={classes.actions}>{children}</div>}
    </section>
  )
}
