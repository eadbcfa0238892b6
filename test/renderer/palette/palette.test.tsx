import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import { serveChart } from '../chart/company.ts'
import { employeeOf, serveRegistry } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { adminSession, emit, renderApp, renderSignedIn, startState } from '../render-app.tsx'

const employeeSession: SessionView = { ...adminSession, role: 'employee' }

async function open(session = adminSession) {
  serveRegistry([
    employeeOf(7, { firstName: 'Ada', lastName: 'Lovelace' }),
    employeeOf(8, { firstName: 'Adam', lastName: 'Smith' }),
  ])
  serveChart(
    [
      { id: 7, name: 'Ada Lovelace', managerId: null, position: 'Analyst' },
      { id: 9, name: 'Alan Turing', managerId: 7 },
    ],
    7,
  )
  const user = await renderSignedIn(session)
  await screen.findByRole('heading', { name: 'Dashboard' })
  await user.keyboard('{Control>}k{/Control}')
  const dialog = within(await screen.findByRole('dialog', { name: 'Go to' }))
  const field = await dialog.findByRole('combobox', { name: 'Go to' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  const options = () => dialog.queryAllByRole('option').map(({ textContent }) => textContent)
  /** The option to which the field's keys lead. */
  const current = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent
  return { user, dialog, field, options, current }
}

describe('Go to', () => {
  it('lists what an administrator may go to and do before anything is typed', async () => {
    const { options } = await open()
    expect(options()).toContain('EmployeesScreen')
    expect(options()).toContain('Register employeeAction')
    expect(options()).toContain('Log OutAction')
    expect(options()).toContain('Dark themeAction')
  })

  it('lists for an employee nothing that is for administrators', async () => {
    const { user, options } = await open(employeeSession)
    expect(options()).toEqual([
      'DashboardScreen',
      'Organisation chartScreen',
      'My sessionScreen',
      'ProfileScreen',
      'LockAction',
      'Log OutAction',
      'Light themeAction',
      'Dark themeAction',
      'Theme of the systemAction',
      'Keyboard shortcutsAction',
    ])
    await user.keyboard('/employees/7')
    await waitFor(() => expect(options()).toEqual([]))
    expect(fakeBridge.inputs('employees', 'list')).toEqual([])
  })

  it('finds screens, and is walked through by the arrow keys', async () => {
    const { user, options, current } = await open()
    await user.keyboard('po')
    await waitFor(() => expect(options()[0]).toBe('PositionsScreen'))
    expect(current()).toBe('PositionsScreen')
    await user.keyboard('{ArrowUp}')
    expect(current()).toBe(options().at(-1))
    await user.keyboard('{ArrowDown}')
    expect(current()).toBe('PositionsScreen')
    fakeBridge.answer('organisation', 'listPositions', () => ({ positions: [] }))
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: 'Positions' })).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('finds a person by their address, and goes there with an Enter faster than the search', async () => {
    const { user } = await open()
    await user.keyboard('Lovel{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeDefined()
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'Go to' })
    await user.keyboard('/employees/8{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Adam Smith' })).toBeDefined()
  })

  it("shows a person's address, and copies it", async () => {
    const { user, options } = await open()
    await user.keyboard('Ada')
    await waitFor(() => expect(options()).toContain('Ada LovelaceE-7/employees/7'))
    await user.keyboard('{Control>}c{/Control}')
    expect(fakeBridge.inputs('application', 'copy')).toEqual([{ text: '/employees/7', secret: false }])
    expect(await screen.findByText('Address copied')).toBeDefined()
  })

  it('leads an employee to a colleague in the chart, by public fields alone', async () => {
    const { user, options } = await open(employeeSession)
    await user.keyboard('turing')
    await waitFor(() => expect(options()).toEqual(['Alan Turing/organisation-chart/9']))
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('treeitem', { name: 'Alan Turing' })).toBeDefined()
    expect(fakeBridge.inputs('employees', 'list')).toEqual([])
  })

  it('acts: it changes the theme and stays where it was, the focus as well', async () => {
    const { user } = await open()
    fakeBridge.answer('sessions', 'setTheme', ({ theme }) => ({ session: { ...adminSession, theme } }))
    await user.keyboard('dark{Enter}')
    await waitFor(() => expect(fakeBridge.inputs('sessions', 'setTheme')).toEqual([{ theme: 'dark' }]))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Dashboard'))
  })

  it('says that nothing matches', async () => {
    const { user, dialog } = await open()
    await user.keyboard('qqq')
    expect(await dialog.findByText('Nothing matches')).toBeDefined()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('dialog')).toBeDefined()
  })

  it('is not opened where nobody is signed in', async () => {
    await renderApp(startState())
    await emit('application.command', { command: 'go-to' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('does not stand over the lock', async () => {
    const user = await renderSignedIn()
    await screen.findByRole('heading', { name: 'Dashboard' })
    const notice = { tone: 'alert', title: 'Session Locked', detail: 'Give your password.' } as const
    await emit('sessions.locked', { lock: { username: 'ada', displayName: 'Ada', notice, endsInMs: 60_000 } })
    await screen.findByText('Session Locked')
    await user.keyboard('{Control>}k{/Control}')
    await emit('application.command', { command: 'go-to' })
    expect(screen.queryByRole('dialog', { name: 'Go to', hidden: true })).toBeNull()
  })
})
