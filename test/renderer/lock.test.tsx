import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { LockedSession } from '../../electron/contract/session-view.ts'
import { fakeBridge } from './fake-bridge.ts'
import {
  adminSession,
  dashboardOf,
  emit,
  failing,
  renderApp,
  renderSignedIn,
  sessionCreated,
  startState,
  told,
} from './render-app.tsx'

const lock: LockedSession = {
  username: 'ada',
  displayName: 'Ada Admin',
  notice: { tone: 'status', title: 'Session Locked', detail: 'You locked this session.' },
  endsInMs: 45 * 60_000,
}
const unlocked = { tone: 'status', title: 'Session Unlocked', detail: 'Everything is as you left it.' } as const
const wrong = failing({
  code: 'INVALID_INPUT',
  message: 'This is not your password.',
  fields: { password: 'This is not your password.' },
})

const isShown = (element: HTMLElement) => element.closest('[hidden]') === null
const typedIn = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value

/** Somebody who has begun to register an employee. */
async function renderTyping() {
  const user = await renderSignedIn()
  fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
  fakeBridge.answer('employees', 'readDraft', () => ({ draft: null }))
  fakeBridge.answer('employees', 'saveDraft', () => ({}))
  fakeBridge.answer('employees', 'readNumberPattern', () => ({ pattern: '', next: null }))
  fakeBridge.answer('customFields', 'list', () => ({ fields: [] }))
  await user.keyboard('{Control>}n{/Control}')
  await user.type(await screen.findByLabelText('First name'), 'Grace')
  return user
}

describe('a locked session', () => {
  it('hides everything at once and comes back as it was', async () => {
    const user = await renderTyping()
    const field = screen.getByLabelText('First name')
    await emit('sessions.locked', { lock })
    expect(isShown(field)).toBe(false)
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(await told('status')).toContain('Session Locked')
    expect(screen.getByText(/The session ends in 45 minutes/)).toBeTruthy()
    expect(screen.getByText(/unsaved work/)).toBeTruthy()

    fakeBridge.answer('accounts', 'unlock', () => ({ session: adminSession, notice: unlocked }))
    await user.type(screen.getByLabelText('Password'), 'the right one{Enter}')
    expect(fakeBridge.inputs('accounts', 'unlock')).toEqual([{ password: 'the right one' }])
    expect(await screen.findByText('Session Unlocked')).toBeTruthy()
    expect(isShown(field)).toBe(true)
    expect(typedIn('First name')).toBe('Grace')
    expect(document.activeElement).toBe(field)
  })

  it('hears of no key but its own', async () => {
    const user = await renderSignedIn()
    await emit('sessions.locked', { lock })
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    await user.type(screen.getByLabelText('Password'), '{F1}{Escape}')
    expect(screen.queryByText('Keyboard shortcuts')).toBeNull()
    await user.click(document.body)
    await user.keyboard('{F1}')
    expect(screen.queryByText('Keyboard shortcuts')).toBeNull()
  })

  it('leaves a dialog behind it open, and the title of the screen as it was', async () => {
    const user = await renderSignedIn()
    const { title } = document
    await user.keyboard('{F1}')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    await emit('sessions.locked', { lock })
    await user.keyboard('{Escape}')
    fakeBridge.answer('accounts', 'unlock', () => ({ session: adminSession, notice: unlocked }))
    await user.type(screen.getByLabelText('Password'), 'the right one{Enter}')
    expect(await screen.findByText('Session Unlocked')).toBeTruthy()
    expect(dialog.isConnected && isShown(dialog)).toBe(true)
    expect(document.title).toBe(title)
  })

  it('says beside the field that the password is wrong, and how long to wait', async () => {
    const user = await renderSignedIn()
    await emit('sessions.locked', { lock })
    fakeBridge.answer('accounts', 'unlock', () => wrong)
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect(await screen.findAllByText(/not your password/)).not.toEqual([])
    expect(typedIn('Password')).toBe('')

    const notice = { tone: 'alert', title: 'Too Many Attempts', detail: 'Wait.', remainingMs: 30_000 } as const
    fakeBridge.answer('accounts', 'unlock', () => failing({ code: 'TOO_MANY_ATTEMPTS', message: 'Wait.', notice }))
    await user.type(screen.getByLabelText('Password'), 'again{Enter}')
    expect(await told('alert')).toContain('Too Many Attempts')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unlock' }).disabled).toBe(true)
  })

  it('leads to another person’s login, or out', async () => {
    const user = await renderSignedIn()
    await emit('sessions.locked', { lock })
    fakeBridge.answer('accounts', 'switchUser', () => ({}))
    await user.click(screen.getByRole('button', { name: 'Switch user' }))
    expect(fakeBridge.inputs('accounts', 'switchUser')).toHaveLength(1)
    fakeBridge.answer('accounts', 'signOut', () => ({ notice: { ...unlocked, title: 'Session Deleted' } }))
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    expect(await screen.findByRole('heading', { name: 'Logged out' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Unlock' })).toBeNull()
  })

  it('is asked for by the button and by its key', async () => {
    fakeBridge.answer('accounts', 'lock', () => ({}))
    const user = await renderSignedIn()
    await user.click(screen.getByRole('button', { name: 'Lock' }))
    await user.keyboard('{Control>}l{/Control}')
    await emit('application.command', { command: 'lock' })
    expect(fakeBridge.inputs('accounts', 'lock')).toHaveLength(3)
  })

  it('is what a window starts with where it was kept or its page loaded anew', async () => {
    fakeBridge.answer('dashboard', 'read', () => dashboardOf(adminSession))
    await renderApp(startState({ show: { screen: 'locked', session: adminSession, lock, destination: null } }))
    expect(screen.getByRole('button', { name: 'Unlock' })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Dashboard' })).toBeNull()
  })

  it('gives way to the login when it ends', async () => {
    await renderSignedIn()
    await emit('sessions.locked', { lock })
    const notice = { tone: 'alert', title: 'Session Expired', detail: 'After 1 hour.' } as const
    await emit('sessions.ended', { notice })
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeTruthy()
    expect(await told('alert')).toContain('Session Expired')
  })
})

describe('warnings', () => {
  it('say quietly that the session is about to lock, until something is done', async () => {
    await renderSignedIn()
    const notice = { tone: 'status', title: 'Session Locking', detail: 'Move the mouse.', remainingMs: 60_000 } as const
    await emit('sessions.warned', { kind: 'locking', notice })
    expect(screen.getByText('Session Locking')).toBeTruthy()
    expect(screen.getByText(/It locks in 1 minute/)).toBeTruthy()
    await emit('sessions.warningOver', {})
    expect(screen.queryByText('Session Locking')).toBeNull()
  })

  it('take the password before the limit and go on with everything as it is', async () => {
    const user = await renderTyping()
    const notice = {
      tone: 'alert',
      title: 'Session Expiring',
      detail: 'The limit is near.',
      remainingMs: 600_000,
    } as const
    await emit('sessions.warned', { kind: 'expiring', notice })
    const dialog = await screen.findByRole('dialog', { name: 'Session Expiring' })
    expect(within(dialog).getByText(/It ends in 10 minutes/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Later' }))
    expect(screen.queryByRole('dialog')).toBeNull()

    await emit('sessions.warned', { kind: 'expiring', notice: { ...notice, remainingMs: 60_000 } })
    fakeBridge.answer('accounts', 'signInAgain', () => ({ session: adminSession, notice: sessionCreated }))
    await user.type(await screen.findByLabelText('Password'), 'the right one{Enter}')
    expect(await screen.findByText('Session Created')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(typedIn('First name')).toBe('Grace')
  })
})

describe('work of a session that ended', () => {
  const notice = { tone: 'alert', title: 'Session Ended', detail: 'Bea ended your session.' } as const

  it('waits behind a curtain for its owner’s password', async () => {
    const user = await renderTyping()
    await emit('sessions.ended', { notice })
    expect(isShown(screen.getByLabelText('First name'))).toBe(false)
    expect(await told('alert')).toContain('Bea ended your session')
    fakeBridge.answer('accounts', 'signInAgain', () => wrong)
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect(await screen.findAllByText(/not your password/)).not.toEqual([])
    fakeBridge.answer('accounts', 'signInAgain', () => ({ session: adminSession, notice: sessionCreated }))
    await user.type(screen.getByLabelText('Password'), 'the right one{Enter}')
    expect(await screen.findByText('Session Created')).toBeTruthy()
    expect(isShown(screen.getByLabelText('First name'))).toBe(true)
    expect(typedIn('First name')).toBe('Grace')
  })

  it('is gone for anybody else', async () => {
    const user = await renderTyping()
    await emit('sessions.ended', { notice })
    await user.click(screen.getByRole('button', { name: 'Somebody else' }))
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeTruthy()
    expect(screen.queryByLabelText('First name')).toBeNull()
  })
})

describe('a sensitive act', () => {
  async function act(keys = '') {
    const user = await renderSignedIn()
    if (keys !== '') await user.keyboard(keys)
    let given = false
    fakeBridge.answer('accounts', 'confirmPassword', () => {
      given = true
      return {}
    })
    fakeBridge.answer('sessions', 'renewSecret', () =>
      given ? {} : failing({ code: 'REAUTH_REQUIRED', message: 'Give your password again.' }),
    )
    const { staffdesk } = await import('../../renderer/bridge/staffdesk.ts')
    const reply = staffdesk.sessions.renewSecret({})
    return { user, reply, dialog: await screen.findByRole('dialog', { name: 'Confirm it is you' }) }
  }

  it('asks for the password and then goes on', async () => {
    const { user, reply, dialog } = await act()
    await user.type(within(dialog).getByLabelText('Password'), 'the right one{Enter}')
    expect(await reply).toEqual({ ok: true, value: {} })
    expect(fakeBridge.inputs('sessions', 'renewSecret')).toHaveLength(2)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is cancelled by Esc, which leaves a dialog behind it open', async () => {
    const { user, reply } = await act('{F1}')
    await user.keyboard('{Escape}')
    expect(await reply).toMatchObject({ ok: false, error: { code: 'REAUTH_REQUIRED' } })
    expect(screen.queryByRole('dialog', { name: 'Confirm it is you' })).toBeNull()
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
  })

  it('does not happen when the person cancels', async () => {
    const { user, reply, dialog } = await act()
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(await reply).toMatchObject({ ok: false, error: { code: 'REAUTH_REQUIRED' } })
    expect(fakeBridge.inputs('sessions', 'renewSecret')).toHaveLength(1)
  })
})

describe('the theme', () => {
  const scheme = () => document.documentElement.dataset.mantineColorScheme

  it('is the session’s, and this computer’s without one', async () => {
    await renderSignedIn({ ...adminSession, theme: 'dark' })
    await waitFor(() => expect(scheme()).toBe('dark'))
    await emit('sessions.ended', { notice: { tone: 'alert', title: 'Session Ended', detail: '' } })
    await waitFor(() => expect(scheme()).toBe('light'))
  })
})

describe('the screen that a window shows', () => {
  it('is told to the main process, so that a kept session comes back to it', async () => {
    fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
    const user = await renderSignedIn()
    await user.click(screen.getByRole('link', { name: 'Employees' }))
    await waitFor(() =>
      expect(fakeBridge.inputs('application', 'showing')).toEqual([{ screen: 'dashboard' }, { screen: 'employees' }]),
    )
  })
})
