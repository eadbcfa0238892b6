import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { words } from './strings.ts'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly children: ReactNode
  /** The button that goes on, named after what it does. */
  readonly confirm: string
  readonly cancel?: string
  readonly isDangerous?: boolean
  readonly pending?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before something that is not easily undone. Esc and the cross mean "no". */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirm, cancel = words.cancel, isDangerous, pending, onConfirm, onCancel } = props
  return (
    <Modal opened={opened} onClose={onCancel} title={title} closeButtonProps={{ 'aria-label': words.close }} centered>
      <Stack gap="lg">
        <div>{children}</div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} data-autofocus>
            {cancel}
          </Button>
          <Button color={isDangerous ? 'red' : undefined} loading={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
