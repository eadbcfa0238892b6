import { Checkbox } from '@mantine/core'
import classes from './selection.module.css'

interface TickProps {
  readonly label: string
  readonly checked: boolean
  readonly indeterminate?: boolean
  readonly tabIndex?: number
  /** @param extends_ whether Shift was held */
  readonly onToggle: (extends_: boolean) => void
}

/** The checkbox of a row or of all of them. */
export function Tick({ label, checked, indeterminate, tabIndex, onToggle }: TickProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox within has a name of its own.
    <label className={classes.tick}>
      <Checkbox
        size="xs"
        aria-label={label}
        checked={checked}
        indeterminate={indeterminate}
        tabIndex={tabIndex}
        onChange={({ nativeEvent }) => onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
      />
    </label>
  )
}
