import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { ImportState } from '../../../electron/contract/imports.ts'
import { useCancel } from './queries.ts'
import { importWords } from './strings.ts'

/** An act that takes its time: how far it has come, and the way to stop it. */
export function UnderWay({ state: { act, done, total } }: { state: Extract<ImportState, { kind: 'working' }> }) {
  const cancel = useCancel()
  const percent = total === null || total === 0 ? null : Math.min(100, (done / total) * 100)
  return (
    <Stack gap="sm" maw={560}>
      <Text fw={600} role="status">
        {importWords.acts[act]}
      </Text>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        aria-label={importWords.acts[act]}
        aria-valuetext={importWords.progress(done, total)}
      />
      <Group justify="space-between">
        <Text c="dimmed">{importWords.progress(done, total)}</Text>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {importWords.stop}
        </Button>
      </Group>
    </Stack>
  )
}
