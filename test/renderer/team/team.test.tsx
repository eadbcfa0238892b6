import { screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ToldCustomValue } from '../../../electron/contract/custom-fields.ts'
import type { TeamFigures } from '../../../electron/contract/dashboard.ts'
import { asSeenBy, type LineView } from '../../../electron/contract/visibility.ts'
import { openAs, serveDirectory } from '../directory/people.ts'
import { employeeOf, layOut } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit, failing, told } from '../render-app.tsx'

beforeAll(layOut)

const memberOf = (id: number, more: Partial<LineView> = {}): LineView => ({
  ...asSeenBy('manager', employeeOf(id)),
  ...more,
})

const shirtSize: ToldCustomValue = { name: 'Shirt size', kind: 'text', value: 'XL' }

function serveTeam(members: LineView[]): void {
  serveDirectory({})
  fakeBridge.answer('team', 'list', ({ search, statuses = [], employmentTypes = [], offset, limit }) => {
    const holds = (wanted: readonly unknown[], value: unknown) => wanted.length === 0 || wanted.includes(value)
    const rows = members
      .filter(({ firstName, lastName }) => `${firstName} ${lastName}`.includes(search))
      .filter(({ status, employmentType }) => holds(statuses, status) && holds(employmentTypes, employmentType))
      .map(({ id, firstName, lastName, employeeNumber, position, department, manager, status }) => {
        return { id, firstName, lastName, employeeNumber, position, department, manager, status }
      })
    return { total: rows.length, members: members.length, rows: rows.slice(offset, offset + limit) }
  })
  fakeBridge.answer('team', 'read', ({ id }) => {
    const member = members.find((candidate) => candidate.id === id)
    return member ? { member, custom: [shirtSize] } : failing({ code: 'NOT_FOUND', message: 'Nobody.' })
  })
}

const status = () => screen.getAllByRole('status').map((element) => element.textContent)

describe('my team', () => {
  it('lists for managers who reports to them, and opens what belongs to work', async () => {
    const manager = { id: 9, name: 'Grace Hopper' }
    serveTeam([memberOf(1, { manager, leavingDate: '2026-12-31' }), memberOf(2, { status: 'suspended' })])
    const user = await openAs('manager', 'dashboard')
    await user.click(screen.getByRole('link', { name: 'My team' }))
    const row = (await screen.findByRole('link', { name: 'Person 1' })).closest('tr')
    expect(row?.textContent).toBe('Person 1E-1Grace HopperActive')
    expect(status()).toContain('2 people')

    await user.click(screen.getByRole('link', { name: 'Person 1' }))
    await screen.findByRole('heading', { level: 1, name: 'Person 1' })
    expect((await screen.findByText('Leaving date')).nextSibling?.textContent).toContain('2026')
    expect(screen.getByText('Hire date')).toBeDefined()
    expect(screen.getByText('Shirt size').nextSibling?.textContent).toBe('XL')
    for (const hidden of ['Date of birth', 'Address', 'Personal email', 'Mobile phone', 'Notes', 'Emergency contact'])
      expect(screen.queryByText(hidden)).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('is searched, and tells nobody there from nothing found', async () => {
    const members = [memberOf(1), memberOf(2)]
    serveTeam(members)
    const user = await openAs('manager', 'team')
    await user.type(await screen.findByLabelText('Search my team'), 'Person 2')
    await waitFor(() => expect(status()).toContain('1 of 2'))
    await user.type(screen.getByLabelText('Search my team'), '9')
    expect(await screen.findByText('Nothing matches')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Show everybody' }))
    await screen.findByRole('link', { name: 'Person 1' })
    members.length = 0
    await emit('employees.changed', {})
    expect(await screen.findByText('Nobody reports to you')).toBeDefined()
  })

  it('is narrowed by status, employment type and reach, and found so again', async () => {
    serveTeam([memberOf(1, { status: 'suspended' }), memberOf(2), memberOf(3, { employmentType: 'intern' })])
    const user = await openAs('manager', 'team')
    await screen.findByRole('link', { name: 'Person 1' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Active')
    await waitFor(() => expect(status()).toContain('2 of 3'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who' }), 'Direct reports')
    await waitFor(() =>
      expect(fakeBridge.inputs('team', 'list').at(-1)).toMatchObject({ isDirect: true, statuses: ['active'] }),
    )
    await user.click(await screen.findByRole('link', { name: 'Person 2' }))
    await screen.findByRole('heading', { level: 1, name: 'Person 2' })
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await screen.findByRole('link', { name: 'Person 2' })
    expect(screen.queryByRole('link', { name: 'Person 1' })).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Employment type' }), 'Contractor')
    expect(await screen.findByText('Nothing matches')).toBeDefined()
  })

  it('is opened by the numbers of the dashboard', async () => {
    serveTeam([memberOf(1), memberOf(2, { employmentType: 'intern' })])
    const user = await openAs('manager', 'dashboard')
    const types: TeamFigures['types'] = [
      { type: null, count: 1 },
      { type: 'intern', count: 1 },
    ]
    fakeBridge.answer('dashboard', 'team', () => ({ members: 2, types, ending: [] }))
    await emit('employees.changed', {})
    await user.click(await screen.findByRole('link', { name: 'Intern: 1' }))
    await screen.findByRole('link', { name: 'Person 2' })
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Person 1' })).toBeNull())
    expect(screen.getByRole('combobox', { name: 'Employment type' })).toHaveProperty('value', 'intern')
  })

  it('tells whoever was moved elsewhere meanwhile', async () => {
    const members = [memberOf(1)]
    serveTeam(members)
    const user = await openAs('manager', 'team')
    await user.click(await screen.findByRole('link', { name: 'Person 1' }))
    await screen.findByRole('heading', { level: 1, name: 'Person 1' })
    members.pop()
    await emit('employees.changed', {})
    expect(await screen.findByText('Nobody of your team is here')).toBeDefined()
  })

  it('is not for employees, who are told who can grant it', async () => {
    const detail = 'An administrator can grant it.'
    fakeBridge.answer('team', 'list', () =>
      failing({ code: 'FORBIDDEN', message: 'No.', notice: { tone: 'alert', title: 'Not Allowed', detail } }),
    )
    await openAs('employee', 'team')
    expect(await told('alert')).toBe(`Not Allowed${detail}`)
    expect(await screen.findByRole('heading', { level: 1, name: 'My team' })).toBeDefined()
  })
})
