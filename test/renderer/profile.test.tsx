import { notifications } from '@mantine/notifications'
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '../../electron/contract/notice.ts'
import type { SessionView, Theme } from '../../electron/contract/session-view.ts'
import { ProfileScreen } from '../../renderer/features/profile/ProfileScreen.tsx'
import { fakeBridge } from './fake-bridge.ts'
import { failing, told } from './render-app.tsx'
import { ownSession, renderScreen } from './render-screen.tsx'

const password = 'amber canoe violet plinth'

const deleted: Notice = { tone: 'status', title: 'Session Property Deleted', detail: '`theme` was deleted.' }

beforeEach(() => notifications.clean())

/** Shows the screen over a session that keeps the theme. */
async function open(first: Theme | null = null) {
  let session: SessionView = { ...ownSession, theme: first }
  const news: [SessionView, Notice | null][] = []
  fakeBridge.answer('sessions', 'readOwn', () => ({ session, properties: [], history: [], messages: [] }))
  fakeBridge.answer('sessions', 'setTheme', ({ theme }) => {
    session = { ...session, theme }
    return { session }
  })
  fakeBridge.answer('sessions', 'deleteProperty', () => {
    session = { ...session, theme: null }
    return { session, notice: deleted }
  })
  fakeBridge.answer('accounts', 'changePassword', () => ({ session }))
  fakeBridge.answer('accounts', 'administrators', () => ({ names: [] }))
  fakeBridge.answer('directory', 'readOwn', () => ({ own: null }))
  const user = await renderScreen(<ProfileScreen onSession={(...changed) => news.push(changed)} />)
  return { user, news }
}

const fill = async (user: Awaited<ReturnType<typeof open>>['user'], values: readonly [string, string][]) => {
  for (const [name, value] of values) await user.type(screen.getByLabelText(name), value)
}

describe('the password', () => {
  it('is changed, told, and gone from the fields', async () => {
    const { user, news } = await open()
    await fill(user, [
      ['Current password', 'the old one'],
      ['New password', password],
      ['Confirm password', password],
    ])
    await user.click(screen.getByRole('button', { name: 'Change password' }))
    expect(await screen.findByText('Password changed')).toBeDefined()
    expect(fakeBridge.inputs('accounts', 'changePassword')).toEqual([
      { currentPassword: 'the old one', newPassword: password },
    ])
    for (const name of ['Current password', 'New password', 'Confirm password'])
      expect(screen.getByLabelText(name)).toHaveProperty('value', '')
    expect(news).toEqual([[ownSession, null]])
  })

  it('is checked before it is sent', async () => {
    const { user } = await open()
    await fill(user, [
      ['New password', 'too short'],
      ['Confirm password', 'another'],
    ])
    await user.click(screen.getByRole('button', { name: 'Change password' }))
    expect(await screen.findAllByText('Enter your current password.')).not.toEqual([])
    expect(screen.getAllByText('The password needs at least 15 characters.')).not.toEqual([])
    expect(screen.getAllByText('The two passwords are not the same. Type it again.')).not.toEqual([])
    expect(document.activeElement).toBe(screen.getByLabelText('Current password'))
    expect(fakeBridge.inputs('accounts', 'changePassword')).toEqual([])
  })

  it('keeps what was typed when the current one is wrong', async () => {
    const { user } = await open()
    fakeBridge.answer('accounts', 'changePassword', () =>
      failing({
        code: 'INVALID_INPUT',
        message: 'The current password is not right.',
        fields: { currentPassword: 'This is not your current password.' },
      }),
    )
    await fill(user, [
      ['Current password', 'wrong'],
      ['New password', password],
      ['Confirm password', password],
    ])
    await user.click(screen.getByRole('button', { name: 'Change password' }))
    expect(await screen.findAllByText('This is not your current password.')).not.toEqual([])
    expect(document.activeElement).toBe(screen.getByLabelText('Current password'))
    expect(screen.getByLabelText('New password')).toHaveProperty('value', password)
  })
})

describe('the theme', () => {
  const isChosen = (name: string) => (screen.getByRole('radio', { name }) as HTMLInputElement).checked

  it('is none until one is chosen, and then kept in the session', async () => {
    const { user, news } = await open()
    expect(await screen.findByRole('radiogroup', { name: 'Theme' })).toBeDefined()
    expect(['Light', 'Dark', 'System'].filter(isChosen)).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Dark' }))
    await waitFor(() => expect(news).toEqual([[{ ...ownSession, theme: 'dark' }, null]]))
    expect(fakeBridge.inputs('sessions', 'setTheme')).toEqual([{ theme: 'dark' }])
    expect(['Light', 'Dark', 'System'].filter(isChosen)).toEqual(['Dark'])
  })

  it('is given up for the one of this computer', async () => {
    const { user, news } = await open('light')
    const reset = await screen.findByRole('button', { name: "Use this computer's theme" })
    await user.click(reset)
    await waitFor(() => expect(news).toEqual([[ownSession, deleted]]))
    expect(fakeBridge.inputs('sessions', 'deleteProperty')).toEqual([{ name: 'theme' }])
    await waitFor(() => expect(isChosen('Light')).toBe(false))
    expect(document.activeElement).toBe(reset)
    await user.click(reset)
    expect(fakeBridge.inputs('sessions', 'deleteProperty')).toHaveLength(1)
  })

  it('stays as it was when it could not be kept', async () => {
    const { user } = await open('light')
    fakeBridge.answer('sessions', 'setTheme', () => failing({ code: 'DISK_FULL', message: 'The disk is full.' }))
    await user.click(await screen.findByRole('radio', { name: 'Dark' }))
    expect(await told('alert')).toContain('The disk is full.')
    expect(isChosen('Light')).toBe(true)
  })
})
