import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { words as sharedWords } from '../ui/strings.ts'
import { useTopLayer } from '../ui/top-layer.ts'
import { words } from './strings.ts'

interface UnsavedWorkDialogProps {
  readonly opened: boolean
  readonly canSaveDraft: boolean
  readonly saveDraft: () => Promise<boolean>
  readonly discardDraft: () => Promise<void>
  readonly onLeave: () => void
  readonly onStay: () => void
}

/** What to do with unsaved work. Esc and the cross mean "stay". */
export function UnsavedWorkDialog({
  opened,
  canSaveDraft,
  saveDraft,
  discardDraft,
  onLeave,
  onStay,
}: UnsavedWorkDialogProps) {
  const [state, setState] = useState<'asking' | 'saving' | 'not-saved'>('asking')

  function leave(act: () => void) {
    setState('asking')
    act()
  }

  async function save() {
    setState('saving')
    if (await saveDraft()) leave(onLeave)
    else setState('not-saved')
  }

  async function discard() {
    await discardDraft()
    leave(onLeave)
  }

  return (
    <Modal
      opened={opened}
      closeOnEscape={false}
      onClose={() => leave(onStay)}
      zIndex={250}
      title={words.unsaved.title}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      centered
    >
      <Escape onEscape={() => leave(onStay)} />
      <Stack gap="lg">
        <Text>{canSaveDraft ? words.unsaved.detailWithDraft : words.unsaved.detail}</Text>
        {state === 'not-saved' && (
          <Text role="alert" c="var(--mantine-color-error)">
            {words.unsaved.notSaved}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={discard}>
            {words.unsaved.discard}
          </Button>
          <Button variant={canSaveDraft ? 'default' : 'filled'} onClick={() => leave(onStay)} data-autofocus>
            {words.unsaved.stay}
          </Button>
          {canSaveDraft && (
            <Button loading={state === 'saving'} onClick={save}>
              {words.unsaved.saveDraft}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

/** What is asked about may stand in a dialog itself, which must not close at the same Esc. */
function Escape({ onEscape }: { onEscape: () => void }) {
  useTopLayer({ onEscape })
  return null
}
