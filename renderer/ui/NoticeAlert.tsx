import { CloseButton, VisuallyHidden } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Notice } from '../../electron/contract/notice.ts'
import { formatCountdown, spokenCountdown } from './format.ts'
import classes from './NoticeAlert.module.css'
import { words } from './strings.ts'
import { useCountdown } from './use-countdown.ts'

interface NoticeAlertProps {
  readonly notice: Notice
  readonly onDismiss?: () => void
}

/** A message in its two lines, told apart by icon, role and words, never by colour alone. */
export function NoticeAlert({ notice, onDismiss }: NoticeAlertProps) {
  const isGood = notice.tone === 'status'
  const Icon = isGood ? IconCircleCheck : IconAlertCircle
  // A live region is read out when it changes, not when it appears: the words come one step after the box.
  const [filled, setFilled] = useState(false)
  useEffect(() => setFilled(true), [])
  const secondsLeft = useCountdown(notice)

  return (
    <div className={classes.notice} data-tone={notice.tone}>
      <Icon className={classes.icon} size={20} stroke={1.75} aria-hidden />
      <div className={classes.words} role={notice.tone}>
        {filled && (
          <>
            <p className={classes.title}>{notice.title}</p>
            {notice.detail !== '' && <p className={classes.detail}>{notice.detail}</p>}
            {secondsLeft !== null && <Countdown secondsLeft={secondsLeft} />}
          </>
        )}
      </div>
      {onDismiss && <CloseButton className={classes.close} size="sm" aria-label={words.dismiss} onClick={onDismiss} />}
    </div>
  )
}

function Countdown({ secondsLeft }: { secondsLeft: number }) {
  if (secondsLeft === 0) return <p className={classes.detail}>{words.tryAgainNow}</p>
  return (
    <p className={classes.detail}>
      <span aria-hidden>
        {words.tryAgainIn} <span className={classes.countdown}>{formatCountdown(secondsLeft)}</span>
      </span>
      <VisuallyHidden>{`${words.tryAgainIn} ${spokenCountdown(secondsLeft)}.`}</VisuallyHidden>
    </p>
  )
}
