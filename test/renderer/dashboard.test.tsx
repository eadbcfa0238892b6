import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TeamFigures } from '../../electron/contract/dashboard.ts'
import { type EmployeeFilter, everybody } from '../../electron/contract/employee-filter.ts'
import type { SessionHistoryRow } from '../../electron/contract/session-view.ts'
import { ownOf } from './directory/people.ts'
import { fakeBridge } from './fake-bridge.ts'
import { adminSession, dashboardOf, emit, failing, noFigures, renderSignedIn, told } from './render-app.tsx'

const history: SessionHistoryRow[] = [
  {
    id: 2,
    computer: 'front-desk',
    startedAt: '2026-11-20T08:00:00.000Z',
    endedAt: null,
    reason: null,
    reasonText: null,
    isCurrent: true,
  },
  {
    id: 1,
    computer: 'warehouse',
    startedAt: '2026-11-19T08:00:00.000Z',
    endedAt: '2026-11-19T16:00:00.000Z',
    reason: 'idle',
    reasonText: '60 minutes without activity',
    isCurrent: false,
  },
]

describe('the dashboard', () => {
  it('shows an administrator who they are, their sessions and the company in numbers', async () => {
    const user = await renderSignedIn()
    fakeBridge.answer('dashboard', 'read', () => ({ ...dashboardOf(adminSession), recentSessions: history }))
    await emit('sessions.changed', {})

    expect(await screen.findByText('Welcome, Ada Admin')).toBeDefined()
    const particulars = within(await screen.findByRole('region', { name: 'Your session' }))
    expect(particulars.getByText('This computer').nextElementSibling?.textContent).toBe('front-desk')
    expect(particulars.getByText('Expires').nextElementSibling?.textContent).toContain('2026')

    const rows = within(await screen.findByRole('table', { name: 'Your recent sessions' })).getAllByRole('row')
    expect(rows.map((row) => row.lastElementChild?.textContent)).toEqual([
      'How it ended',
      'This session',
      '60 minutes without activity',
    ])

    fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
    await user.click(await screen.findByRole('link', { name: '3 Employees registered' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
  })

  it('shows others no numbers of the company and no way to the employees', async () => {
    await renderSignedIn({ ...adminSession, role: 'employee' })
    expect(await screen.findByText('Your recent sessions')).toBeDefined()
    expect(screen.queryByText('Employees registered')).toBeNull()
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Dashboard',
      'Organisation chart',
      'Directory',
      'My details',
      'My session',
      'Profile',
      'My session and its history',
    ])
  })

  it('follows what changes elsewhere', async () => {
    await renderSignedIn()
    const figures = { employees: 4, signedInNow: 2 }
    fakeBridge.answer('dashboard', 'read', () => ({ ...dashboardOf(adminSession), administration: figures }))
    await emit('employees.changed', {})
    expect(await screen.findByRole('link', { name: '4 Employees registered' })).toBeDefined()
  })

  it('counts the company anew when employees change, and who signs in when sessions do', async () => {
    await renderSignedIn()
    const asked = () => [fakeBridge.inputs('dashboard', 'company'), fakeBridge.inputs('dashboard', 'signIns')]
    const times = () => asked().map((inputs) => inputs.length)
    await waitFor(() => expect(times()).toEqual([1, 1]))
    await emit('sessions.changed', {})
    await waitFor(() => expect(times()).toEqual([1, 2]))
    await emit('employees.changed', {})
    await waitFor(() => expect(times()).toEqual([2, 3]))
  })

  it('opens the list behind each number', async () => {
    fakeBridge.answer('sessions', 'list', () => ({ sessions: [] }))
    const user = await renderSignedIn()
    await user.click(await screen.findByRole('link', { name: '1 Signed in now' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Sessions' })).toBeDefined()
  })

  it('shows the company in charts, and the numbers of each as a table that opens its list', async () => {
    const user = await renderSignedIn()
    const of = (count: number, filter: Partial<EmployeeFilter>) => ({ count, filter: { ...everybody, ...filter } })
    const joined = of(2, { hired: { from: '2026-11-01', to: '2026-11-30' } })
    const month = { until: '2026-11-20', headcount: of(9, { employedOn: '2026-11-20' }), joined, left: of(0, {}) }
    fakeBridge.answer('dashboard', 'company', () => ({
      ...noFigures,
      departments: [
        { name: 'Sales', ...of(7, { departmentIds: [4] }) },
        { name: null, ...of(2, { departmentIds: [null] }) },
      ],
      months: [month],
      registeredLately: [{ id: 1, name: 'Ben', registeredAt: '2026-11-20T08:00:00.000Z' }],
    }))
    await emit('employees.changed', {})
    expect((await screen.findByRole('link', { name: 'Ben' })).getAttribute('href')).toBe('/employees/1')
    const departments = within(await screen.findByRole('table', { name: 'Headcount by department' }))
    expect(departments.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'DepartmentEmployees',
      'Sales7',
      'No department2',
    ])

    expect(screen.getByRole('img', { name: 'In the last twelve months 2 joined and 0 left.' })).toBeDefined()
    const section = within(screen.getByRole('region', { name: 'Joiners and leavers' }))
    await user.click(section.getByRole('button', { name: 'Show as table' }))
    expect(section.queryByRole('link', { name: /Left/ })).toBeNull()
    fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
    await user.click(section.getByRole('link', { name: 'Nov 2026, Joined: 2' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
  })

  it('shows a manager their team, and whom something ends for', async () => {
    const user = await renderSignedIn({ ...adminSession, role: 'manager' })
    const figures: TeamFigures = {
      members: 4,
      types: [
        { type: 'intern', count: 3 },
        { type: null, count: 1 },
      ],
      ending: [{ id: 7, name: 'Ben', what: 'contract', on: '2026-12-01' }],
    }
    fakeBridge.answer('dashboard', 'team', () => figures)
    await emit('employees.changed', {})
    expect(await screen.findByRole('link', { name: '4 In your team' })).toBeDefined()
    const rows = within(screen.getByRole('table', { name: 'Your team by employment type' })).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual(['Employment typePeople', 'Intern3', 'Not known1'])
    fakeBridge.answer('team', 'read', () => failing({ code: 'NOT_FOUND', message: 'Nobody.' }))
    await user.click(screen.getByRole('link', { name: 'Ben' }))
    expect(await screen.findByText('Nobody of your team is here')).toBeDefined()
  })

  it('shows an employee what they are in the company', async () => {
    await renderSignedIn({ ...adminSession, role: 'employee' })
    const employee = ownOf({ manager: { id: 2, name: 'Grace Hopper' }, hireDate: '2020-05-06' })
    const celebrations = { birthday: false, anniversary: false }
    fakeBridge.answer('directory', 'readOwn', () => ({ own: { employee, custom: [], celebrations } }))
    await emit('employees.changed', {})
    const card = within(await screen.findByRole('region', { name: 'You in the company' }))
    expect(card.getByText('Manager').nextElementSibling?.textContent).toBe('Grace Hopper')
    expect(card.getByText('Position').nextElementSibling?.textContent).toBe('–')
    expect(screen.queryByText('In your team')).toBeNull()
  })

  it('says why it cannot be shown and offers to try again', async () => {
    const user = await renderSignedIn()
    fakeBridge.answer('dashboard', 'read', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    await emit('sessions.changed', {})
    expect(await told('alert')).toBe('The dashboard could not be loadedStaffdesk is busy.')
    fakeBridge.answer('dashboard', 'read', () => dashboardOf(adminSession))
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
