import { Button, Group } from '@mantine/core'
import { words } from './strings.ts'

interface RowActionsProps {
  /** The id of the element that names the row. */
  readonly of: string
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** What can be done with the row of a table. */
export function RowActions({ of, onEdit, onRemove }: RowActionsProps) {
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button variant="default" size="compact-sm" aria-describedby={of} onClick={onEdit}>
        {words.edit}
      </Button>
      <Button variant="default" size="compact-sm" aria-describedby={of} onClick={onRemove}>
        {words.remove}
      </Button>
    </Group>
  )
}
