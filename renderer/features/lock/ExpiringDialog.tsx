import { Button, Modal, Stack, Text } from '@mantine/core'
import type { Notice } from '../../../electron/contract/notice.ts'
import { PasswordForm } from '../../ui/PasswordForm.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { useTopLayer } from '../../ui/top-layer.ts'
import { CountdownLine } from './CountdownLine.tsx'
import { words } from './strings.ts'

interface ExpiringDialogProps {
  readonly notice: Notice
  readonly signInAgain: (password: string) => Promise<unknown>
  readonly onLater: () => void
}

/** Before the absolute limit: the password goes on in a new session with everything as it is. Esc means "later". */
export function ExpiringDialog({ notice, signInAgain, onLater }: ExpiringDialogProps) {
  useTopLayer({ onEscape: onLater })
  return (
    <Modal
      opened
      closeOnEscape={false}
      onClose={onLater}
      title={notice.title}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      zIndex={400}
      centered
    >
      <Stack gap="md">
        <Text role="alert">{notice.detail}</Text>
        <CountdownLine label={words.expiresIn} remainingMs={notice.remainingMs ?? 0} />
        <PasswordForm submit={words.signInAgain} send={signInAgain}>
          <Button variant="default" onClick={onLater}>
            {words.later}
          </Button>
        </PasswordForm>
      </Stack>
    </Modal>
  )
}
