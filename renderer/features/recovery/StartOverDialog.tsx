import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { recoveryCalls } from '../../../electron/contract/recovery.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { words } from './strings.ts'

interface StartOverDialogProps {
  readonly opened: boolean
  /** What has to be typed. */
  readonly confirmation: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Moves the company's files aside once the person has typed its name. */
export function StartOverDialog({ opened, onClose, ...others }: StartOverDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.dialog.title}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
    >
      <StartOverForm onClose={onClose} {...others} />
    </Modal>
  )
}

function StartOverForm({ confirmation, onClose, onDone }: Omit<StartOverDialogProps, 'opened'>) {
  const text = words.dialog
  const { formProps, field, pending, problems, failure } = useContractForm({
    schema: recoveryCalls.startOver.input,
    initialValues: { confirmation: '' },
    check: (values): Record<string, string> =>
      values.confirmation.trim() === confirmation.trim() ? {} : { confirmation: text.differs(confirmation) },
    onSubmit: async (input) => {
      await answerOf(staffdesk.recovery.startOver(input))
      onDone()
    },
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text>{text.detail}</Text>
        {Object.keys(problems).length === 0 && <ErrorSummary problems={problems} failure={failure} />}
        <TextInput
          label={text.confirmation(confirmation)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          {...field('confirmation')}
        />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" color="red" loading={pending}>
            {text.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
