import { notifications } from '@mantine/notifications'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Providers } from '../../../renderer/app/providers.tsx'
import { toast } from '../../../renderer/ui/toast.ts'
import { undoToast } from '../../../renderer/ui/undo-toast.tsx'

const told = () => screen.queryAllByRole('status').map(({ textContent }) => textContent)

describe('toasts', () => {
  beforeEach(() => {
    render(
      <Providers nonce="" env="test">
        <p>Screen</p>
      </Providers>,
    )
  })
  afterEach(() => act(() => notifications.clean()))

  it('show what happened last, in the place of what happened first', () => {
    act(() => ['first', 'second', 'third', 'fourth'].forEach((event) => void toast(event)))
    expect(told()).toEqual(['second', 'third', 'fourth'])
  })

  it('stay where they can be undone', () => {
    act(() => undoToast('archived', () => {}))
    act(() => ['first', 'second', 'third'].forEach((event) => void toast(event)))
    expect(told()).toEqual(['archivedUndo', 'second', 'third'])
  })
})
