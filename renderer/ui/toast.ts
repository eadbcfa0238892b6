import { notifications, notificationsStore } from '@mantine/notifications'
import { words } from './strings.ts'

/** How many toasts are in sight at once; more wait for one to go. */
export const mostToasts = 3

/** Lets the oldest event go where a new one would have to wait. What can be undone from its toast, or failed, stays. */
function makeRoom(): void {
  const { notifications: inSight } = notificationsStore.getState()
  const oldest = inSight.find(({ autoClose }) => autoClose === undefined)
  if (inSight.length >= mostToasts && oldest?.id !== undefined) notifications.hide(oldest.id)
}

/** Reports something that happened. Problems are not events: they stay on the screen until they are dealt with. */
export function toast(event: string, detail?: string): void {
  makeRoom()
  notifications.show({
    title: detail === undefined ? undefined : event,
    message: detail ?? event,
    role: 'status',
    closeButtonProps: { 'aria-label': words.dismiss },
  })
}
