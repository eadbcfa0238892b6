import { formatDay, formatTime } from './format.ts'
import classes from './Instant.module.css'

/** An instant (ISO 8601, UTC) in a table: where it needs two lines it breaks between the day and the time of day. */
export function Instant({ at }: { at: string }) {
  return (
    <time dateTime={at}>
      <span className={classes.part}>{formatDay(at)}</span> <span className={classes.part}>{formatTime(at)}</span>
    </time>
  )
}
