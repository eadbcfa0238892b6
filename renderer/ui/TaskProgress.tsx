import { Progress, Stack, Text } from '@mantine/core'
import { formatNumber } from './format.ts'
import { words } from './strings.ts'

interface TaskProgressProps {
  /** What is under way, such as `Exporting`. */
  readonly label: string
  readonly done: number
  readonly total: number
}

/** How far long work is. */
export function TaskProgress({ label, done, total }: TaskProgressProps) {
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
  return (
    <Stack gap={8}>
      <Text>
        {label} <span data-number>{words.doneOf(formatNumber(done), formatNumber(total))}</span>
      </Text>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={label} />
      </Progress.Root>
    </Stack>
  )
}
