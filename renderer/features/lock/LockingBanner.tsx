import type { Notice } from '../../../electron/contract/notice.ts'
import { CountdownLine } from './CountdownLine.tsx'
import classes from './LockingBanner.module.css'
import { words } from './strings.ts'

/** Says quietly that the session is about to lock. Any input takes it away: the main process sees to that. */
export function LockingBanner({ notice }: { notice: Notice }) {
  return (
    <div className={classes.banner}>
      <div role="status">
        <p className={classes.title}>{notice.title}</p>
        <p className={classes.detail}>{notice.detail}</p>
      </div>
      <CountdownLine label={words.locksIn} remainingMs={notice.remainingMs ?? 0} />
    </div>
  )
}
