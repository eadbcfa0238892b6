import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { words } from './strings.ts'

/** Long enough to be read and reached by the keyboard, in milliseconds. */
const shownFor = 15_000

/** Reports something that happened and can be undone from there. */
export function undoToast(event: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{event}</span>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {words.undo}
        </Button>
      </Group>
    ),
    role: 'status',
    autoClose: shownFor,
    closeButtonProps: { 'aria-label': words.dismiss },
  })
}

/** Tells of an undo that failed, until it is dismissed. */
export function problemToast(problem: string, detail: string): void {
  notifications.show({
    title: problem,
    message: detail,
    role: 'alert',
    autoClose: false,
    color: 'red',
    closeButtonProps: { 'aria-label': words.dismiss },
  })
}
