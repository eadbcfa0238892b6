import { notifications } from '@mantine/notifications'
import { words } from './strings.ts'

/** Reports something that happened. Problems are not events: they stay on the screen until they are dealt with. */
export function toast(event: string, detail?: string): void {
  notifications.show({
    title: detail === undefined ? undefined : event,
    message: detail ?? event,
    role: 'status',
    closeButtonProps: { 'aria-label': words.dismiss },
  })
}
