import { Text, VisuallyHidden } from '@mantine/core'
import { useMemo } from 'react'
import type { Notice } from '../../../electron/contract/notice.ts'
import { formatCountdown, spokenCountdown } from '../../ui/format.ts'
import { useCountdown } from '../../ui/use-countdown.ts'

interface CountdownLineProps {
  readonly label: string
  readonly remainingMs: number
}

/** How long until something comes about, counted down from what the main process said. */
export function CountdownLine({ label, remainingMs }: CountdownLineProps) {
  const wait = useMemo((): Notice => ({ tone: 'status', title: '', detail: '', remainingMs }), [remainingMs])
  const secondsLeft = useCountdown(wait) ?? 0
  return (
    <Text size="sm" c="dimmed">
      <span aria-hidden>
        {label} <span style={{ fontVariantNumeric: 'tabular-nums' }}>{formatCountdown(secondsLeft)}</span>
      </span>
      <VisuallyHidden>{`${label} ${spokenCountdown(secondsLeft)}.`}</VisuallyHidden>
    </Text>
  )
}
