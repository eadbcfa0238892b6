import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { listWords } from '../employee-list/strings.ts'

/** Stands for the list while it is asked for the first time. */
export function ListSkeleton() {
  return (
    <Stack gap={28} py={12} aria-busy="true">
      <VisuallyHidden role="status">{listWords.loading}</VisuallyHidden>
      {['one', 'two', 'three', 'four', 'five', 'six'].map((row) => (
        <Skeleton key={row} height={16} radius="sm" />
      ))}
    </Stack>
  )
}
