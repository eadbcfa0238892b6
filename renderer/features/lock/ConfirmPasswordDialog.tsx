import { Button, Modal, Stack, Text } from '@mantine/core'
import { PasswordForm } from '../../ui/PasswordForm.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { useTopLayer } from '../../ui/top-layer.ts'
import { words } from './strings.ts'

interface ConfirmPasswordDialogProps {
  readonly confirm: (password: string) => Promise<unknown>
  readonly onCancel: () => void
}

/** Before a sensitive act: the password once more, then the act goes on. Esc means "cancel". */
export function ConfirmPasswordDialog({ confirm, onCancel }: ConfirmPasswordDialogProps) {
  useTopLayer({ onEscape: onCancel })
  return (
    <Modal
      opened
      closeOnEscape={false}
      onClose={onCancel}
      title={words.confirm.heading}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      zIndex={300}
      centered
    >
      <Stack gap="md">
        <Text>{words.confirm.lead}</Text>
        <PasswordForm submit={words.confirm.confirm} send={confirm}>
          <Button variant="default" onClick={onCancel}>
            {sharedWords.cancel}
          </Button>
        </PasswordForm>
      </Stack>
    </Modal>
  )
}
