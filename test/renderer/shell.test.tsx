import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
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

const noEmployees = () => fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))

describe('the frame', () => {
  it('says who is signed in, where, and which screen this is', async () => {
    const user = await renderSignedIn()
    const banner = within(screen.getByRole('banner'))
    expect(banner.getByText('Ada Admin')).toBeDefined()
    expect(banner.getByText('Administrator')).toBeDefined()
    expect(banner.getByText('Acme Office')).toBeDefined()
    expect(document.title).toBe('Dashboard – Staffdesk')

    noEmployees()
    await user.click(screen.getByRole('link', { name: 'Employees' }))
    const heading = await screen.findByRole('heading', { level: 1, name: 'Employees' })
    expect(screen.getByRole('link', { name: 'Employees' }).getAttribute('aria-current')).toBe('page')
    expect(document.activeElement).toBe(heading)
    expect(document.title).toBe('Employees – Staffdesk')
  })

  it('begins every screen at its top', async () => {
    noEmployees()
    const user = await renderSignedIn()
    const main = screen.getByRole('main')
    main.scrollTop = 300
    await user.click(screen.getByRole('link', { name: 'Profile' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Profile' })).toBeDefined()
    expect(main.scrollTop).toBe(0)
  })

  it('lets a keyboard skip the navigation', async () => {
    const user = await renderSignedIn()
    await user.click(screen.getByRole('button', { name: 'Skip to content' }))
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('takes a message away when it is dismissed, and when the screen is left', async () => {
    noEmployees()
    const user = await renderSignedIn(adminSession, sessionCreated)
    expect(await screen.findByRole('status')).toBeDefined()
    await user.click(screen.getByRole('link', { name: 'Employees' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
    await user.click(screen.getByRole('link', { name: 'Dashboard' }))
    expect(screen.queryByText('Session Created')).toBeNull()

    await emit('sessions.ended', { notice: loginRequired })
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('tells of problems of this computer until they are read, also across a new start', async () => {
    fakeBridge.answer('recovery', 'tryAgain', () => ({ opened: true }))
    const problems = ['The settings were damaged.', 'The clock is wrong.']
    const problem = {
      kind: 'unknown',
      whatHappened: 'x',
      whatIsSafe: 'y',
      folder: 'z',
      confirmation: 'w',
      canStartOver: false,
    } as const
    const user = await renderApp(startState({ problems, show: { screen: 'recovery', problem } }))
    await user.click(screen.getAllByRole('button', { name: 'Dismiss' })[0] as HTMLElement)
    fakeBridge.answer('application', 'start', () => startState({ problems }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('heading', { name: 'Employee Login' })
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'About this computerThe clock is wrong.',
    ])
  })

  it('says that a screen is not allowed, and who can grant it, on that screen', async () => {
    const detail = 'An administrator can grant it.'
    fakeBridge.answer('employees', 'list', () =>
      failing({ code: 'FORBIDDEN', message: 'No.', notice: { tone: 'alert', title: 'Not Allowed', detail } }),
    )
    await renderSignedIn({ ...adminSession, role: 'employee' })
    await emit('application.openScreen', { screen: 'employees', notice: null })
    expect(await told('alert')).toBe(`Not Allowed${detail}`)
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
  })

  it('tells the main process once the first screen is there', async () => {
    await renderApp(startState())
    await waitFor(() => expect(fakeBridge.inputs('application', 'ready')).toEqual([{}]))
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
  })

  it('keeps words and a way on where a screen breaks', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = { ...dashboardOf(adminSession), recentSessions: null as never }
    await renderSignedIn()
    fakeBridge.answer('dashboard', 'read', () => broken)
    await emit('sessions.changed', {})
    expect(await screen.findByRole('heading', { name: 'This screen failed' })).toBeDefined()
    expect(await screen.findByRole('button', { name: 'Reload' })).toBeDefined()
    expect(await screen.findByRole('button', { name: 'Log Out' })).toBeDefined()
    vi.restoreAllMocks()
  })

  it('says so when nothing can be started at all', async () => {
    await renderApp(failing({ code: 'INTERNAL', message: 'x' }) as never)
    expect(await screen.findByRole('heading', { name: 'This screen failed' })).toBeDefined()
  })
})

describe('keyboard shortcuts', () => {
  it('open screens', async () => {
    noEmployees()
    const user = await renderSignedIn()
    await user.keyboard('{Control>}2{/Control}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeDefined()
  })

  it('ask for a login where nobody is signed in, and keep what is typed', async () => {
    fakeBridge.answer('dashboard', 'read', () =>
      failing({ code: 'UNAUTHENTICATED', message: 'x', notice: loginRequired }),
    )
    const user = await renderApp(startState())
    await user.type(screen.getByLabelText('Username'), 'ada')
    await user.keyboard('{Control>}1{/Control}')
    expect(await told('alert')).toContain('Login Required')
    expect(screen.getByLabelText('Username')).toHaveProperty('value', 'ada')
  })

  it.each(['{F1}', '{Control>}/{/Control}'])('%s lists them all, and Esc closes the list', async (keys) => {
    const user = await renderSignedIn()
    await user.keyboard(keys)
    const dialog = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }))
    expect(dialog.getByText('Register an employee')).toBeDefined()
    await user.keyboard('{Control>}2{/Control}')
    expect(await screen.findByRole('dialog')).toBeDefined()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeDefined()
  })

  it('are listed by the menu command too', async () => {
    await renderSignedIn()
    await emit('application.command', { command: 'shortcuts' })
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeDefined()
  })
})
