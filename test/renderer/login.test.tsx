import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Notice } from '../../electron/contract/notice.ts'
import { fakeBridge } from './fake-bridge.ts'
import { adminSession, dashboardOf, failing, renderApp, sessionCreated, startState, told } from './render-app.tsx'

type User = Awaited<ReturnType<typeof renderApp>>

const refusedWith = (title: string, more: Partial<Notice> = {}) =>
  failing({
    code: title === 'Too Many Attempts' ? 'TOO_MANY_ATTEMPTS' : 'INVALID_CREDENTIALS',
    message: 'Not signed in.',
    notice: { tone: 'alert', title, detail: 'Check both and try again.', ...more },
  })

async function signIn(user: User, username: string, password: string) {
  await user.type(screen.getByLabelText('Username'), username)
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`)
}

afterEach(() => void vi.useRealTimers())

describe('the login screen', () => {
  it('signs in and lands on the dashboard with the message', async () => {
    fakeBridge.answer('accounts', 'signIn', () => ({ session: adminSession, notice: sessionCreated }))
    fakeBridge.answer('dashboard', 'read', () => dashboardOf(adminSession))
    const user = await renderApp(startState())
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
    expect(await screen.findByText('Please complete the form below to login.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Username'))
    expect(document.title).toBe('Employee Login – Staffdesk')
    await signIn(user, 'ada', 'correct horse')

    const heading = await screen.findByRole('heading', { level: 1, name: 'Dashboard' })
    expect(document.activeElement).toBe(heading)
    expect(await told('status')).toContain('Session Created')
    expect(fakeBridge.inputs('accounts', 'signIn')).toEqual([{ username: 'ada', password: 'correct horse' }])
  })

  it('keeps the username and asks for the password again when the credentials are wrong', async () => {
    fakeBridge.answer('accounts', 'signIn', () => refusedWith('Invalid Credentials'))
    const user = await renderApp(startState())
    await signIn(user, 'ada', 'wrong')

    expect(await told('alert')).toContain('Invalid Credentials')
    expect(screen.getByLabelText('Username')).toHaveProperty('value', 'ada')
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '')
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
  })

  it('asks for what is missing, with the first missing field in focus, before anything is sent', async () => {
    const user = await renderApp(startState())
    await user.click(screen.getByRole('button', { name: 'Login' }))

    const summary = within(screen.getByRole('alert'))
    expect(summary.getByText('Enter your username.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Username'))
    await user.click(summary.getByText('Enter your password.'))
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    expect(fakeBridge.inputs('accounts', 'signIn')).toEqual([])
  })

  it('says what went wrong when the main process fails, and keeps the username', async () => {
    fakeBridge.answer('accounts', 'signIn', () => failing({ code: 'BUSY', message: 'Staffdesk is busy. Try again.' }))
    const user = await renderApp(startState())
    await signIn(user, 'ada', 'correct horse')
    expect(await told('alert')).toContain('Staffdesk is busy. Try again.')
    expect(screen.getByLabelText('Username')).toHaveProperty('value', 'ada')
  })

  it('counts a wait down and lets nobody try before it is over', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    fakeBridge.answer('accounts', 'signIn', () => refusedWith('Too Many Attempts', { remainingMs: 65_000 }))
    const user = await renderApp(startState())
    await signIn(user, 'ada', 'wrong')

    const login = screen.getByRole('button', { name: 'Login' })
    expect(await screen.findByText('1:05')).toBeDefined()
    expect(login).toHaveProperty('disabled', true)
    await act(async () => vi.advanceTimersByTime(5_000))
    expect(await screen.findByText('1:00')).toBeDefined()
    await act(async () => vi.advanceTimersByTime(60_000))
    expect(await screen.findByText('You can try again now.')).toBeDefined()
    expect(login).toHaveProperty('disabled', false)
  })

  it('reads a wait out in coarse steps, not every second', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    const notice: Notice = { tone: 'alert', title: 'Too Many Attempts', detail: 'Wait.', remainingMs: 90_000 }
    await renderApp(startState({ show: { screen: 'login', notice, destination: null } }))
    const spoken = () =>
      [...screen.getByRole('alert').querySelectorAll('p:last-child > span:not([aria-hidden])')].map(
        (e) => e.textContent,
      )

    expect(spoken()).toEqual(['You can try again in 2 minutes.'])
    await act(async () => vi.advanceTimersByTime(5_000))
    expect(spoken()).toEqual(['You can try again in 2 minutes.'])
    await act(async () => vi.advanceTimersByTime(30_000))
    expect(spoken()).toEqual(['You can try again in 1 minute.'])
  })

  it('shows why the last session ended', async () => {
    const notice: Notice = { tone: 'alert', title: 'Session Expired', detail: 'After 60 minutes without activity.' }
    await renderApp(startState({ show: { screen: 'login', notice, destination: null } }))
    expect(await told('alert')).toBe('Session ExpiredAfter 60 minutes without activity.')
  })

  it('shows the password on request and warns of Caps Lock', async () => {
    const user = await renderApp(startState())
    const password = screen.getByLabelText('Password')
    expect(password).toHaveProperty('type', 'password')
    await user.click(screen.getByRole('button', { name: 'Show characters' }))
    expect(password).toHaveProperty('type', 'text')

    expect(screen.queryByText('Caps Lock is on.')).toBeNull()
    await user.type(password, '{CapsLock}A')
    expect(await screen.findByText('Caps Lock is on.')).toBeDefined()
  })

  it('goes on to the screen that was asked for', async () => {
    fakeBridge.answer('accounts', 'signIn', () => ({ session: adminSession, notice: sessionCreated }))
    fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
    const user = await renderApp(startState({ show: { screen: 'login', notice: null, destination: 'employees' } }))
    await signIn(user, 'ada', 'correct horse')
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
  })
})
