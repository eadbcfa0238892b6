import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn } from '../../../electron/contract/employee-list.ts'
import { formatNumber } from '../../../renderer/ui/format.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit, failing } from '../render-app.tsx'
import { employeeOf, layOut, openAt, serveRegistry } from './registry.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => employeeOf(index + 1))
const total = () => screen.getAllByRole('status').map((status) => status.textContent)
const frame = () => {
  const element = screen.getByRole('table').parentElement
  if (element === null) throw new Error('The table stands in nothing.')
  return element
}

beforeAll(layOut)

describe('the list of employees', () => {
  it('tells the exact total and shows only the rows in sight', async () => {
    serveRegistry(people(5000))
    await openAt('employees')
    await screen.findByRole('link', { name: 'Person 1' })

    expect(total()).toContain(`${formatNumber(5000)} employees`)
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('5001')
    expect(screen.getAllByRole('row').length).toBeLessThan(40)
    expect(fakeBridge.inputs('employees', 'list')).toEqual([
      { filter: everybody, sort: [], custom: [], offset: 0, limit: 100 },
    ])
  })

  it('asks for the page that is scrolled to, and for no other', async () => {
    serveRegistry(people(5000))
    await openAt('employees')
    await screen.findByRole('link', { name: 'Person 1' })
    frame().scrollTop = 44 * 4050
    frame().dispatchEvent(new Event('scroll'))

    const link = await screen.findByRole('link', { name: 'Person 4055' })
    expect(link.closest('tr')?.getAttribute('aria-rowindex')).toBe('4056')
    expect(fakeBridge.inputs('employees', 'list').map(({ offset }) => offset)).toEqual([0, 4000])
    expect(screen.getAllByRole('row').length).toBeLessThan(40)
  })

  it('asks for nothing that only rushes past', async () => {
    serveRegistry(people(5000))
    await openAt('employees')
    await screen.findByRole('link', { name: 'Person 1' })
    for (const index of [1050, 2050, 3050, 4050]) {
      frame().scrollTop = 44 * index
      frame().dispatchEvent(new Event('scroll'))
    }
    await screen.findByRole('link', { name: 'Person 4055' })
    expect(fakeBridge.inputs('employees', 'list').map(({ offset }) => offset)).toEqual([0, 4000])
  })

  it('says what a row holds: who, which account, which state', async () => {
    serveRegistry([
      employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', department: { id: 1, name: 'Engines' }, account: null }),
      employeeOf(2, { firstName: 'Alan', lastName: '' }),
    ])
    const columns: EmployeeColumn[] = ['employeeNumber', 'username', 'department', 'status']
    fakeBridge.answer('employeeList', 'readLayout', () => ({ layout: { columns, widths: {} } }))
    await openAt('employees')
    const row = (await screen.findByRole('link', { name: 'Ada Lovelace' })).closest('tr')
    expect(row?.textContent).toContain('No account')
    expect(row?.textContent).toContain('Engines')
    const headers = screen
      .getAllByRole('columnheader')
      .slice(1)
      .map((header) => header.textContent)
    expect(headers).toEqual(['Name', 'Number', 'Username', 'Department', 'Status'])
    expect(screen.getByRole('link', { name: 'Alan' })).toBeDefined()
  })

  it('searches as one types and counts the matches', async () => {
    serveRegistry(people(60))
    const user = await openAt('employees')
    await user.type(await screen.findByLabelText('Search employees'), 'E-5')

    await waitFor(() => expect(total()).toContain('11 of 60 employees'))
    expect(screen.queryByRole('link', { name: 'Person 1' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Person 50' })).toBeDefined()
  })

  it('tells an empty company, a search without a match and a failure apart', async () => {
    const employees = people(0)
    serveRegistry(employees)
    const user = await openAt('employees')
    expect(await screen.findByText('No employees yet')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Register the first employee' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Import employees' })).toBeDefined()

    employees.push(...people(3))
    await emit('employees.changed', {})
    await screen.findByRole('link', { name: 'Person 1' })
    await user.type(screen.getByLabelText('Search employees'), 'nobody')
    expect(await screen.findByText('Nothing matches')).toBeDefined()
    expect(total()).toContain('0 of 3 employees')
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    await screen.findByRole('link', { name: 'Person 1' })
    expect(document.activeElement).toBe(screen.getByLabelText('Search employees'))

    fakeBridge.answer('employees', 'list', () =>
      failing({ code: 'DATABASE_UNAVAILABLE', message: 'The data cannot be reached.' }),
    )
    await emit('employees.changed', {})
    const alert = await screen.findByRole('alert')
    await waitFor(() => expect(alert.textContent).toContain('The data cannot be reached.'))
    serveRegistry(employees)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'Person 1' })).toBeDefined()
  })

  it('comes back as it was left when a record was opened', async () => {
    serveRegistry(people(900))
    const user = await openAt('employees')
    await user.type(await screen.findByLabelText('Search employees'), 'E-')
    await waitFor(() => expect(total()).toContain('900 of 900 employees'))
    frame().scrollTop = 44 * 300
    frame().dispatchEvent(new Event('scroll'))
    await user.click(await screen.findByRole('link', { name: 'Person 305' }))
    await screen.findByRole('heading', { level: 1, name: 'Person 305' })
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')

    const link = await screen.findByRole('link', { name: 'Person 305' })
    expect(document.activeElement).toBe(link)
    expect(frame().scrollTop).toBe(44 * 300)
    expect(screen.getByLabelText('Search employees')).toHaveProperty('value', 'E-')
  })

  it('keeps what was typed when the person leaves at once', async () => {
    serveRegistry(people(60))
    const user = await openAt('employees')
    await user.type(await screen.findByLabelText('Search employees'), 'E-5')
    await user.keyboard('{Control>}1{/Control}')
    await screen.findByRole('heading', { level: 1, name: 'Dashboard' })
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')

    expect(await screen.findByLabelText('Search employees')).toHaveProperty('value', 'E-5')
    await waitFor(() => expect(total()).toContain('11 of 60 employees'))
  })

  it('opens a record from anywhere on its row', async () => {
    serveRegistry(people(3))
    const user = await openAt('employees')
    await user.click(await screen.findByRole('cell', { name: 'E-2' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Person 2' })).toBeDefined()
  })

  it('is walked with the keyboard, from the search field to the last row', async () => {
    serveRegistry(people(400))
    const user = await openAt('employees')
    await screen.findByRole('link', { name: 'Person 1' })
    await user.keyboard('{Control>}f{/Control}')
    expect(document.activeElement).toBe(screen.getByLabelText('Search employees'))
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Person 2')
    await user.keyboard('{End}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 400'))
    const stops = within(screen.getByRole('table'))
      .getAllByRole('link')
      .filter((link) => link.tabIndex === 0)
    expect(stops.map((link) => link.textContent)).toEqual(['Person 400'])
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Person 400' })).toBeDefined()
  })

  it('registers from the button', async () => {
    serveRegistry(people(1))
    const user = await openAt('employees')
    await user.click(screen.getByRole('button', { name: 'Register employee' }))
    expect(await screen.findByLabelText('Employee number')).toBeDefined()
  })
})
