import { Button, Group, Text } from '@mantine/core'
import { words } from './strings.ts'

interface PagesProps {
  /** Counts from 0. */
  readonly page: number
  readonly pageSize: number
  /** Rows of all pages together. */
  readonly total: number
  readonly onPage: (page: number) => void
}

/** Which rows of a long list are in sight, and the way to the others. */
export function Pages({ page, pageSize, total, onPage }: PagesProps) {
  const first = page * pageSize + 1
  const last = Math.min(total, (page + 1) * pageSize)
  return (
    <Group gap="xs" mt="sm">
      <Button variant="default" size="compact-sm" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {words.previous}
      </Button>
      <Button variant="default" size="compact-sm" disabled={last >= total} onClick={() => onPage(page + 1)}>
        {words.next}
      </Button>
      <Text c="dimmed" aria-live="polite">
        {words.range(Math.min(first, total), last, total)}
      </Text>
    </Group>
  )
}
