import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { longestChoice } from '../../../electron/contract/employee-selection.ts'
import classes from './selection.module.css'
import { selectsAll } from './selection.ts'
import { selectionWords } from './strings.ts'
import type { Selecting } from './use-selecting.ts'

interface SelectionBarProps {
  readonly selecting: Selecting
  /** What can be done with those selected. */
  readonly children?: ReactNode
}

/** How many employees are selected, and what can be done with them. Without any there is nothing to see. */
export function SelectionBar({ selecting, children }: SelectionBarProps) {
  const { selection, count, matching, hasTooMany, selectAll, clear } = selecting
  if (count === 0 && !hasTooMany) return null
  return (
    <section className={classes.bar} aria-label={selectionWords.bar}>
      <span role="status" className={classes.count}>
        {selectionWords.count(count)}
      </span>
      {!selectsAll(selection) && matching > 0 && (
        <Button variant="subtle" size="compact-md" onClick={selectAll}>
          {selectionWords.selectAll(matching)}
        </Button>
      )}
      <Button variant="subtle" size="compact-md" onClick={clear}>
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
