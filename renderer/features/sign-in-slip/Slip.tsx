import { Button, Group, Text, Title } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef } from 'react'
import type { SignInSlip } from '../../../electron/contract/accounts.ts'
import { formatInstant } from '../../ui/format.ts'
import { copySecret, printWindow } from './queries.ts'
import classes from './slip.module.css'
import { slipWords } from './strings.ts'

/** The slip's lines, the same on screen, on paper and on the clipboard. */
export function slipLines(slip: SignInSlip): readonly (readonly [label: string, value: string])[] {
  return [
    [slipWords.company, slip.company],
    [slipWords.name, slip.name],
    [slipWords.username, slip.username],
    [slipWords.temporaryPassword, slip.temporaryPassword],
    [slipWords.validUntil, formatInstant(slip.expiresAt)],
  ]
}

interface SlipPaperProps {
  readonly slip: SignInSlip
  readonly heading?: RefObject<HTMLHeadingElement | null>
}

/** A slip as it stands on paper. */
export function SlipPaper({ slip, heading }: SlipPaperProps) {
  return (
    <div className={classes.paper}>
      <Title order={2} ref={heading} tabIndex={-1} className={classes.heading}>
        {slipWords.heading}
      </Title>
      <dl className={classes.lines}>
        {slipLines(slip).map(([label, value]) => (
          <div key={label} className={classes.line}>
            <dt>{label}</dt>
            <dd data-secret={value === slip.temporaryPassword || undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm">{slipWords.instructions}</Text>
    </div>
  )
}

interface SlipProps {
  readonly slip: SignInSlip
  /** Whether the slip is what the person waits for: true where it appears on a screen that was there before. */
  readonly takesFocus?: boolean
}

/**
 * What an administrator hands to a person so that they can sign in. The password exists nowhere else: whoever shows
 * a slip keeps it in the screen's own state and nowhere longer. Printing prints the slip alone.
 */
export function Slip({ slip, takesFocus = false }: SlipProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const lines = slipLines(slip)
  const copy = useMutation({
    mutationFn: () =>
      copySecret([...lines.map(([label, value]) => `${label}: ${value}`), '', slipWords.instructions].join('\n')),
  })
  const print = useMutation({ mutationFn: printWindow })
  return (
    <section className={classes.slip} aria-label={slipWords.heading}>
      <div data-print>
        <SlipPaper slip={slip} heading={heading} />
      </div>
      <Text size="sm" c="dimmed">
        {slipWords.hint}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden="true" />}
          loading={copy.isPending}
          onClick={() => copy.mutate()}
        >
          {slipWords.copy}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          loading={print.isPending}
          onClick={() => print.mutate()}
        >
          {slipWords.print}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {copy.isSuccess ? slipWords.copied : ''}
        </Text>
      </Group>
      {copy.isError && (
        <Text c="var(--mantine-color-error)" role="alert">
          {slipWords.copyFailed}
        </Text>
      )}
      {print.isError && (
        <Text c="var(--mantine-color-error)" role="alert">
          {slipWords.printFailed}
        </Text>
      )}
    </section>
  )
}
