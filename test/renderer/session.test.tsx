import { notifications } from '@mantine/notifications'
import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Notice } from '../../electron/contract/notice.ts'
import { fakeBridge } from './fake-bridge.ts'
import {
  adminSession,
  dashboardOf,
  emit,
  failing,
  loginRequired,
  renderApp,
  renderSignedIn,
  sessionCreated,
  startState,
  told,
} from './render-app.tsx'

const deleted: Notice = { tone: 'status', title: 'Session Deleted', detail: 'property `user` (ada) deleted' }
const ended: Notice = { tone: 'alert', title: 'Session Ended', detail: 'Grace Hopper ended your session.' }
const unauthenticated = failing({ code: 'UNAUTHENTICATED', message: 'Sign in.', notice: loginRequired })

const goBack = '{Alt>}{ArrowLeft}{/Alt}'
const signInAs = async (user: Awaited<ReturnType<typeof renderApp>>) => {
  await user.type(screen.getByLabelText('Username'), 'ada')
  await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
}

describe('logging out', () => {
  beforeEach(() => fakeBridge.answer('accounts', 'signOut', () => ({ notice: deleted })))

  it('shows what was deleted and leads back to the login', async () => {
    const user = await renderSignedIn()
    await user.click(screen.getByRole('button', { name: 'Log Out' }))

    expect(await screen.findByRole('heading', { name: 'Logged out' })).toBeDefined()
    expect(await told('status')).toBe('Session Deletedproperty `user` (ada) deleted')
    await user.click(screen.getByRole('button', { name: 'Back to login' }))
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
    expect(screen.queryByText('Session Deleted')).toBeNull()
  })

  it('shows no data on going back, but asks for a login and goes on to that screen after it', async () => {
    const user = await renderSignedIn()
    await screen.findByText('Your session')
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    fakeBridge.answer('dashboard', 'read', () => unauthenticated)
    await user.keyboard(goBack)

    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
    expect(await told('alert')).toContain('Login Required')
    expect(screen.queryByText('Your session')).toBeNull()

    fakeBridge.answer('accounts', 'signIn', () => ({ session: adminSession, notice: sessionCreated }))
    fakeBridge.answer('dashboard', 'read', () => dashboardOf(adminSession))
    await signInAs(user)
    expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeDefined()
  })

  it('throws what was read away once no screen holds it any more', async () => {
    const held: number[] = []
    const clearing = vi.spyOn(QueryClient.prototype, 'clear').mockImplementation(function (this: QueryClient) {
      const cache = this.getQueryCache()
      held.push(...cache.getAll().map((query) => query.getObserversCount()))
      cache.clear()
    })
    const user = await renderSignedIn()
    await screen.findByText('Your session')
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    await screen.findByRole('heading', { name: 'Logged out' })
    await waitFor(() => expect(held.length).toBeGreaterThan(0))
    expect(new Set(held)).toEqual(new Set([0]))
    clearing.mockRestore()
  })

  it('leaves nothing behind that listens to the window', async () => {
    const user = await renderSignedIn()
    await screen.findByText('Your session')
    const listening = vi.spyOn(window, 'addEventListener')
    const leaving = vi.spyOn(window, 'removeEventListener')
    const count = (spied: typeof listening | typeof leaving) =>
      spied.mock.calls.filter(([type]) => type === 'pagehide').length
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    await screen.findByRole('heading', { name: 'Logged out' })
    await waitFor(() => expect([count(listening), count(leaving)]).toEqual([1, 1]))
    listening.mockRestore()
    leaving.mockRestore()
  })

  it('stays signed in and says so when it fails', async () => {
    fakeBridge.answer('accounts', 'signOut', () => failing({ code: 'BUSY', message: 'Try again in a moment.' }))
    const user = await renderSignedIn()
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    expect(await told('alert')).toBe('You are still signed inTry again in a moment.')
    expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeDefined()
  })

  it('is what the menu command does', async () => {
    await renderSignedIn()
    await emit('application.command', { command: 'log-out' })
    expect(await screen.findByRole('heading', { name: 'Logged out' })).toBeDefined()
  })

  it('does not call the logout a lost login when a screen is refreshed meanwhile', async () => {
    const user = await renderSignedIn()
    fakeBridge.answer('dashboard', 'read', () => unauthenticated)
    const signingOut = Promise.withResolvers<{ notice: Notice }>()
    fakeBridge.answer('accounts', 'signOut', () => signingOut.promise)
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    await emit('sessions.changed', {})
    await waitFor(() => expect(fakeBridge.inputs('dashboard', 'read')).toHaveLength(2))
    await act(async () => {})
    expect(await screen.findByRole('heading', { name: 'Dashboard' })).toBeDefined()
    expect(screen.queryByText('Login Required')).toBeNull()
    await act(async () => signingOut.resolve({ notice: deleted }))
    expect(await screen.findByRole('heading', { name: 'Logged out' })).toBeDefined()
  })
})

describe('a session that ends by itself', () => {
  it('leads to the login with its message, and going back shows nothing of it', async () => {
    const user = await renderSignedIn()
    await screen.findByText('Your session')
    await emit('sessions.ended', { notice: ended })

    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
    expect(await told('alert')).toContain('Session Ended')
    await user.keyboard(goBack)
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
    expect(screen.queryByText('Your session')).toBeNull()
  })

  it('is noticed by any call that is answered so', async () => {
    await renderSignedIn()
    fakeBridge.answer('dashboard', 'read', () =>
      failing({ code: 'UNAUTHENTICATED', message: 'Sign in.', notice: ended }),
    )
    await emit('sessions.changed', {})
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
    expect(await told('alert')).toContain('Session Ended')
  })

  it('leaves nothing of the last person in the cache of the next', async () => {
    const user = await renderSignedIn()
    await screen.findByText('Employees registered')
    await emit('sessions.ended', { notice: ended })
    const eve = { ...adminSession, role: 'employee', displayName: 'Eve Employee', username: 'eve' } as const
    fakeBridge.answer('accounts', 'signIn', () => ({ session: eve, notice: sessionCreated }))
    fakeBridge.answer('dashboard', 'read', () => new Promise(() => {}))
    await signInAs(user)
    expect(await screen.findByText('Welcome, Eve Employee')).toBeDefined()
    expect(screen.queryByText('Employees registered')).toBeNull()
  })
})

describe('the next person', () => {
  const eve = { ...adminSession, accountId: 2, role: 'employee', displayName: 'Eve Employee', username: 'eve' } as const

  async function adminAtTheEmployees() {
    fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
    const user = await renderSignedIn()
    await user.click(screen.getByRole('link', { name: 'Employees' }))
    await screen.findByRole('heading', { level: 1, name: 'Employees' })
    return user
  }

  async function endsByItself() {
    fakeBridge.answer('employees', 'list', () =>
      failing({ code: 'UNAUTHENTICATED', message: 'Sign in.', notice: ended }),
    )
    await emit('employees.changed', {})
  }

  async function logsOutAndGoesBack(user: Awaited<ReturnType<typeof renderApp>>) {
    fakeBridge.answer('accounts', 'signOut', () => ({ notice: deleted }))
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    await screen.findByRole('heading', { name: 'Logged out' })
    fakeBridge.answer('dashboard', 'read', () => unauthenticated)
    await user.keyboard(goBack)
  }

  it.each([
    ['after a session that ended by itself', endsByItself],
    ['after a logout and going back', logsOutAndGoesBack],
  ])('begins at the dashboard, and the same one where they were: %s', async (_, leave) => {
    for (const [session, heading] of [
      [eve, 'Dashboard'],
      [adminSession, 'Employees'],
    ] as const) {
      const user = await adminAtTheEmployees()
      await leave(user)
      await screen.findByRole('heading', { name: 'Employee Login' })
      fakeBridge.answer('accounts', 'signIn', () => ({ session, notice: sessionCreated }))
      fakeBridge.answer('dashboard', 'read', () => dashboardOf(session))
      fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
      await signInAs(user)
      expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeDefined()
      cleanup()
    }
  })

  it('sees no toast of the last one', async () => {
    const user = await renderSignedIn()
    act(() => void notifications.show({ message: 'Changes saved', autoClose: false }))
    await screen.findByText('Changes saved')
    fakeBridge.answer('accounts', 'signOut', () => ({ notice: deleted }))
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    await screen.findByRole('heading', { name: 'Logged out' })
    await waitFor(() => expect(screen.queryByText('Changes saved')).toBeNull())
  })
})

describe('the Go menu', () => {
  it('opens a screen for whoever is signed in', async () => {
    fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
    await renderSignedIn()
    await emit('application.openScreen', { screen: 'employees', notice: null })
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
  })

  it('asks for a login otherwise, keeps what is typed there, and goes on after it', async () => {
    fakeBridge.answer('accounts', 'signIn', () => ({ session: adminSession, notice: sessionCreated }))
    fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
    const user = await renderApp(startState())
    await user.type(screen.getByLabelText('Username'), 'a')
    await emit('application.openScreen', { screen: 'employees', notice: loginRequired })

    expect(await told('alert')).toContain('Login Required')
    expect(screen.getByLabelText('Username')).toHaveProperty('value', 'a')
    await signInAs(user)
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
  })
})

describe('a temporary password', () => {
  const choosing = { ...adminSession, mustChoosePassword: true }

  it('has to be replaced before anything else', async () => {
    fakeBridge.answer('accounts', 'choosePassword', () => ({
      session: adminSession,
      notice: { ...sessionCreated, detail: 'Password saved.' },
    }))
    const user = await renderSignedIn(choosing)
    expect(await screen.findByRole('heading', { name: 'Choose a new password' })).toBeDefined()
    await user.keyboard('{Control>}1{/Control}')
    await emit('application.openScreen', { screen: 'dashboard', notice: null })
    expect(await screen.findByRole('heading', { name: 'Choose a new password' })).toBeDefined()

    await user.type(screen.getByLabelText('New password'), 'correct horse battery')
    await user.type(screen.getByLabelText('Confirm password'), 'correct horse battery{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeDefined()
    expect(await told('status')).toBe('Session CreatedPassword saved.')
    expect(fakeBridge.inputs('accounts', 'choosePassword')).toEqual([{ newPassword: 'correct horse battery' }])
  })

  it('can be replaced by a suggestion that is shown', async () => {
    fakeBridge.answer('accounts', 'suggestPassphrase', () => ({ password: 'lantern quiet harbour' }))
    const user = await renderSignedIn(choosing)
    await user.click(screen.getByRole('button', { name: 'Suggest a passphrase' }))
    for (const label of ['New password', 'Confirm password']) {
      await waitFor(() => expect(screen.getByLabelText(label)).toHaveProperty('value', 'lantern quiet harbour'))
      expect(screen.getByLabelText(label)).toHaveProperty('type', 'text')
    }
  })

  it('shows what the main process has against the new one', async () => {
    const reused = 'Choose a password other than the temporary one.'
    fakeBridge.answer('accounts', 'choosePassword', () =>
      failing({ code: 'INVALID_INPUT', message: 'Please correct the form.', fields: { newPassword: reused } }),
    )
    const user = await renderSignedIn(choosing)
    await user.type(screen.getByLabelText('New password'), 'correct horse battery')
    await user.type(screen.getByLabelText('Confirm password'), 'correct horse battery{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('New password')))
    expect(screen.getAllByText(reused)).toHaveLength(2)
  })

  it('leaves the way out open', async () => {
    fakeBridge.answer('accounts', 'signOut', () => ({ notice: deleted }))
    const user = await renderSignedIn(choosing)
    await user.click(screen.getByRole('button', { name: 'Log Out' }))
    expect(await screen.findByRole('heading', { name: 'Logged out' })).toBeDefined()
  })

  it.each([
    ['saved', { session: adminSession, notice: sessionCreated }],
    ['refused', failing({ code: 'UNAUTHENTICATED', message: 'Your session ended meanwhile.', notice: loginRequired })],
  ] as const)(
    'leaves it open while a new one is on its way: one that is %s late brings nothing back',
    async (_, late) => {
      const choosePassword = Promise.withResolvers<typeof late>()
      fakeBridge.answer('accounts', 'choosePassword', () => choosePassword.promise)
      fakeBridge.answer('accounts', 'signOut', () => ({ notice: deleted }))
      const user = await renderSignedIn(choosing)
      await user.type(screen.getByLabelText('New password'), 'correct horse battery')
      await user.type(screen.getByLabelText('Confirm password'), 'correct horse battery{Enter}')
      await user.click(screen.getByRole('button', { name: 'Log Out' }))
      expect(await screen.findByRole('heading', { name: 'Logged out' })).toBeDefined()

      await act(async () => choosePassword.resolve(late))
      expect(await screen.findByRole('heading', { name: 'Logged out' })).toBeDefined()
      expect(await told('status')).toContain('Session Deleted')
    },
  )
})
