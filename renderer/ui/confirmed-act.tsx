import { Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { keepFocusAfter } from './focus-after.ts'
import { RequestError } from './RequestError.tsx'

export interface ConfirmedAct {
  readonly title: string
  /** What comes of it. */
  readonly detail: string
  /** The button that goes on, named after what it does. */
  readonly confirm: string
  readonly isDangerous?: boolean
  readonly run: () => Promise<unknown>
}

/**
 * Asks before an act and runs it. Why it failed is told in the dialog, which stays.
 * @returns `ask`, and the dialog to be put somewhere on the screen
 */
export function useConfirmedAct(): { readonly ask: (act: ConfirmedAct) => void; readonly dialog: ReactNode } {
  // The act stays when the dialog goes, so that its words do not vanish before it does.
  const [act, setAct] = useState<ConfirmedAct | null>(null)
  const [opened, setOpened] = useState(false)
  const opener = useRef<Element | null>(null)
  const running = useMutation({
    mutationFn: (asked: ConfirmedAct) => asked.run(),
    onSuccess: () => {
      keepFocusAfter(opener.current)
      setOpened(false)
    },
  })

  const ask = (asked: ConfirmedAct) => {
    running.reset()
    opener.current = document.activeElement
    setAct(asked)
    setOpened(true)
  }
  const dialog = act && (
    <ConfirmDialog
      opened={opened}
      title={act.title}
      confirm={act.confirm}
      isDangerous={act.isDangerous}
      pending={running.isPending}
      onConfirm={() => running.mutate(act)}
      onCancel={() => setOpened(false)}
    >
      <Stack gap="md">
        <Text>{act.detail}</Text>
        {running.isError && <RequestError failure={running.error} />}
      </Stack>
    </ConfirmDialog>
  )
  return { ask, dialog }
}
