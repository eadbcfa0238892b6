import { Button, Group, Text } from '@mantine/core'
import classes from './FormBar.module.css'
import { words } from './strings.ts'

interface FormBarProps {
  /** The form that Save sends. */
  readonly formId: string
  readonly dirty: boolean
  /** Where there is something to save without a change. */
  readonly canSave?: boolean
  readonly pending: boolean
  readonly onDiscard: () => void
}

/** Save and Discard at the foot of a screen whose form is long. */
export function FormBar({ formId, dirty, canSave = dirty, pending, onDiscard }: FormBarProps) {
  return (
    <div className={classes.bar}>
      <Group gap="xs">
        <Button variant="default" disabled={!dirty || pending} onClick={onDiscard}>
          {words.discard}
        </Button>
        <Button type="submit" form={formId} disabled={!canSave} loading={pending}>
          {words.save}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {dirty ? words.unsaved : ''}
      </Text>
    </div>
  )
}
