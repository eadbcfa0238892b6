import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { layOut, openAt } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { adminSession, emit, renderApp, startState } from '../render-app.tsx'
import { lastQuestion, serveList, three } from './company.ts'

const names = () => screen.queryAllByRole('link', { name: /^(Ada|Ben|Cleo)$/ }).map((link) => link.textContent)
const total = () => screen.getAllByRole('status').map((status) => status.textContent)
const chip = (name: string) => screen.findByRole('button', { name: `Remove filter ${name}` })
const drawer = async () => within(await screen.findByRole('dialog', { name: 'Filters' }))

async function open() {
  serveList(three())
  const user = await openAt('employees')
  await screen.findByRole('link', { name: 'Ada' })
  return user
}

async function openFilters() {
  const user = await open()
  await user.click(screen.getByRole('button', { name: 'Filters' }))
  return { user, filters: await drawer() }
}

beforeAll(layOut)

describe('the filters', () => {
  it('show everybody as long as none is chosen', async () => {
    await open()
    expect(names()).toEqual(['Ada', 'Ben', 'Cleo'])
    expect(total()).toContain('3 employees')
    expect(screen.queryByRole('list', { name: 'Filters in force' })).toBeNull()
  })

  it('narrow the list at once, each with a chip that takes it away', async () => {
    const { user, filters } = await openFilters()
    await user.click(filters.getByRole('checkbox', { name: 'Active' }))
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben']))
    expect(filters.getByText('2 of 3 employees')).toBeDefined()
    await user.click(filters.getByRole('combobox', { name: 'Department' }))
    await user.click(await screen.findByRole('option', { name: 'Sales › Field', hidden: true }))
    await waitFor(() => expect(names()).toEqual(['Ben']))
    await user.click(filters.getByRole('button', { name: 'Done' }))

    expect(total()).toContain('1 of 3 employees')
    await user.click(await chip('Department: Field'))
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben']))
    expect(document.activeElement).toBe(await chip('Status: Active'))
    await user.click(await chip('Status: Active'))
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben', 'Cleo']))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filters' }))
  })

  it('ask for whatever the contract knows', async () => {
    const { user, filters } = await openFilters()
    for (const name of ['Left', 'Intern', 'Never used']) await user.click(filters.getByRole('checkbox', { name }))
    await user.click(filters.getByRole('combobox', { name: 'Position' }))
    await user.click(await screen.findByRole('option', { name: 'Clerk', hidden: true }))
    await user.type(filters.getByRole('combobox', { name: 'Manager' }), 'Ada')
    await user.click(await screen.findByRole('option', { name: 'Ada (E-1)', hidden: true }))
    for (const [label, day] of [
      ['Hire date from', '2026-01-01'],
      ['Leaving date to', '2026-12-31'],
      ['End of probation from', '2026-02-01'],
      ['End of contract to', '2027-01-31'],
    ] as const) {
      await user.type(filters.getByRole('textbox', { name: label }), day)
    }
    await waitFor(() =>
      expect(lastQuestion()?.filter).toEqual({
        search: '',
        archived: false,
        statuses: ['left'],
        departmentIds: [],
        positionIds: [1],
        managerIds: [1],
        employmentTypes: ['intern'],
        accounts: ['never-used'],
        employedOn: '',
        custom: [],
        hired: { from: '2026-01-01', to: '' },
        leaving: { from: '', to: '2026-12-31' },
        probationEnds: { from: '2026-02-01', to: '' },
        contractEnds: { from: '', to: '2027-01-31' },
      }),
    )
    expect(await chip('Manager: Ada')).toBeDefined()
    expect(await chip('Hire date: from Jan 1, 2026')).toBeDefined()
  })

  it('change nothing while a date is being typed, and say what is wrong with one', async () => {
    const { user, filters } = await openFilters()
    const from = filters.getByRole('textbox', { name: 'Hire date from' })
    await user.type(from, '2026-0')
    expect(lastQuestion()?.filter?.hired).toEqual({ from: '', to: '' })
    await user.type(from, '2-01')
    await waitFor(() => expect(names()).toEqual(['Ben']))
    await user.type(filters.getByRole('textbox', { name: 'Hire date to' }), '2025-01-01')
    expect(filters.getByText('The last day is before the first.')).toBeDefined()
    await user.clear(from)
    await user.type(from, '01.02.2026')
    expect(filters.getByText('Type it as YYYY-MM-DD.')).toBeDefined()
  })

  it('are all taken away together', async () => {
    const { user, filters } = await openFilters()
    await user.type(filters.getByRole('textbox', { name: 'Hire date from' }), '2026-02-01')
    await user.click(filters.getByRole('checkbox', { name: 'Active' }))
    await waitFor(() => expect(names()).toEqual(['Ben']))
    await user.click(filters.getByRole('button', { name: 'Clear all' }))
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben', 'Cleo']))
    expect(filters.getByRole('textbox', { name: 'Hire date from' })).toHaveProperty('value', '')
  })

  it('by who is signed in follow everybody who signs in or out', async () => {
    const { user, filters } = await openFilters()
    await user.click(filters.getByRole('checkbox', { name: 'Signed in now' }))
    await waitFor(() => expect(lastQuestion()?.filter?.accounts).toEqual(['signed-in']))
    const asked = fakeBridge.inputs('employees', 'list').length
    await emit('sessions.changed', {})
    await waitFor(() => expect(fakeBridge.inputs('employees', 'list').length).toBeGreaterThan(asked))
  })

  it('that leave nobody say so, and how to see everybody again', async () => {
    const { user, filters } = await openFilters()
    await user.click(filters.getByRole('checkbox', { name: 'Suspended' }))
    await user.click(filters.getByRole('button', { name: 'Done' }))
    expect(await screen.findByText('Nothing matches')).toBeDefined()
    expect(screen.getByText('No employee is in all the filters in force.')).toBeDefined()
    expect(total()).toContain('0 of 3 employees')
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben', 'Cleo']))
  })
})

describe('a filter in the address', () => {
  const openFromDepartments = async () => {
    serveList(three())
    const user = await renderApp(
      startState({
        show: { screen: 'signed-in', session: adminSession, notice: null, destination: 'departments' },
      }),
    )
    await user.click(await screen.findByRole('link', { name: '2 employees: Sales' }))
    await chip('Department: Sales')
    return user
  }
  const back = '{Alt>}{ArrowLeft}{/Alt}'

  it('shows exactly those whom a number elsewhere counts', async () => {
    await openFromDepartments()
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben']))
    expect(total()).toContain('2 of 3 employees')
  })

  it('is done once: what becomes of it stays when a record was opened', async () => {
    const user = await openFromDepartments()
    await user.click(await chip('Department: Sales'))
    await user.click(await screen.findByRole('link', { name: 'Cleo' }))
    await screen.findByRole('heading', { level: 1, name: 'Cleo' })
    await user.keyboard(back)
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben', 'Cleo']))
  })

  it('is asked anew by another number, and takes the place of what was searched for', async () => {
    const user = await openFromDepartments()
    await user.type(screen.getByLabelText('Search employees'), 'Ben')
    await waitFor(() => expect(names()).toEqual(['Ben']))
    await user.keyboard(back)
    await user.click(await screen.findByRole('link', { name: '1 employee: Field' }))
    await chip('Department: Field')
    expect(screen.getByLabelText('Search employees')).toHaveProperty('value', '')
    expect(screen.queryByRole('button', { name: 'Remove filter Department: Sales' })).toBeNull()
  })
})
