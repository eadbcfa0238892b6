import { Button, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SignInSlip } from '../../../electron/contract/accounts.ts'
import { useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { printWindow } from '../sign-in-slip/queries.ts'
import { SlipPaper } from '../sign-in-slip/Slip.tsx'
import classes from './bulk.module.css'
import { readSlips } from './queries.ts'
import { words } from './strings.ts'

interface SlipsProps {
  readonly id: number
  readonly count: number
}

/** The sign-in slips of everybody whose password was reset, printed as one document. They are lost when this goes. */
export function Slips({ id, count }: SlipsProps) {
  const [slips, setSlips] = useState<readonly SignInSlip[]>([])
  const read = useMutation({ mutationFn: () => readSlips(id, count), onSuccess: setSlips })
  const print = useMutation({ mutationFn: printWindow })
  const { mutate } = read
  useEffect(() => mutate(), [mutate])
  useUnsavedWork({ dirty: slips.length > 0 && print.data?.printed !== true })
  return (
    <section aria-label={words.slips}>
      <Stack gap="sm">
        <Title order={2}>{words.slips}</Title>
        <Text c="dimmed">{words.slipsHint}</Text>
        {read.isError && <RequestError failure={read.error} onRetry={() => read.mutate()} />}
        <div>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            disabled={slips.length === 0}
            loading={print.isPending}
            onClick={() => print.mutate()}
          >
            {words.print(count)}
          </Button>
        </div>
        {print.isError && (
          <Text c="var(--mantine-color-error)" role="alert">
            {words.printFailed}
          </Text>
        )}
        {/* What scrolls has to be reached by the keyboard too. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <div className={classes.slips} data-print tabIndex={0}>
          {slips.map((slip) => (
            <SlipPaper key={slip.username} slip={slip} />
          ))}
        </div>
      </Stack>
    </section>
  )
}
