import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { unknownEmployee } from '../../../electron/contract/employees.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit, failing } from '../render-app.tsx'
import { accountOf, employeeOf, layOut, openAt, serveRegistry } from './registry.ts'

const field = (name: string) => screen.getByLabelText(name)

const saved = () => fakeBridge.inputs('employees', 'update')

beforeAll(layOut)

/** Opens the record of a company's one employee from the list. */
async function openRecord(more: Partial<EmployeeRecord> = {}) {
  const employees = [employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', ...more })]
  serveRegistry(employees)
  const user = await openAt('employees')
  await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
  await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })
  return { user, employees }
}

const retype = async (user: Awaited<ReturnType<typeof openAt>>, name: string, value: string) => {
  await user.clear(field(name))
  await user.type(field(name), value)
}

describe('the details of an employee', () => {
  it('saves what was changed, over the version that was read', async () => {
    const { user } = await openRecord()
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    await retype(user, 'Last name', 'King')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('Changes saved')).toBeDefined()
    expect(saved()).toEqual([
      {
        id: 1,
        version: 1,
        employee: {
          ...unknownEmployee,
          employeeNumber: 'E-1',
          firstName: 'Ada',
          lastName: 'King',
          hireDate: '2026-01-05',
        },
      },
    ])
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada King' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
  })

  it('saves with Ctrl+S, and only when there is something to save', async () => {
    const { user } = await openRecord()
    await user.keyboard('{Control>}s{/Control}')
    expect(saved()).toEqual([])
    await retype(user, 'Work email', 'ada@acme.example')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(saved()).toHaveLength(1))
  })

  it('say at a glance who it is, and lead to every part of the page', async () => {
    const { user } = await openRecord({
      status: 'suspended',
      position: { id: 1, name: 'Analyst' },
      department: { id: 1, name: 'Engines' },
    })
    const header = screen.getByRole('heading', { level: 1 }).parentElement
    expect(header?.textContent).toBe('Ada LovelaceE-1SuspendedAnalystEngines')
    const parts = within(screen.getByRole('navigation', { name: 'On this page' }))
    await waitFor(() =>
      expect(parts.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(
        screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent),
      ),
    )
    await user.click(parts.getByRole('button', { name: 'Status' }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Status' }))
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Status' }))
  })

  it('discards what was typed', async () => {
    const { user } = await openRecord()
    await retype(user, 'First name', 'Bda')
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(field('First name')).toHaveProperty('value', 'Ada')
    expect(saved()).toEqual([])
  })

  it('checks before it sends, and shows what main refuses beside its field', async () => {
    const { user } = await openRecord()
    await user.clear(field('First name'))
    await user.keyboard('{Control>}s{/Control}')
    expect(document.activeElement).toBe(field('First name'))
    expect(saved()).toEqual([])

    fakeBridge.answer('employees', 'update', () =>
      failing({ code: 'DUPLICATE', message: 'Taken.', fields: { 'employee.employeeNumber': 'That number is taken.' } }),
    )
    await user.type(field('First name'), 'Ada')
    await retype(user, 'Employee number', 'E-2')
    await user.keyboard('{Control>}s{/Control}')
    expect(await screen.findAllByText('That number is taken.')).not.toEqual([])
    expect(document.activeElement).toBe(field('Employee number'))
    expect(field('Employee number')).toHaveProperty('value', 'E-2')
  })

  it('asks before it is left with unsaved changes', async () => {
    const { user } = await openRecord()
    await retype(user, 'First name', 'Bda')
    await user.click(screen.getByRole('link', { name: 'Dashboard' }))
    await user.click(await screen.findByRole('button', { name: 'Stay' }))
    expect(field('First name')).toHaveProperty('value', 'Bda')
    await user.click(screen.getByRole('link', { name: 'Dashboard' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Discard' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeDefined()
  })

  it('follows a newer version while nothing was typed', async () => {
    const { employees } = await openRecord()
    employees[0] = employeeOf(1, { version: 2, firstName: 'Ada', lastName: 'King' })
    await emit('employees.changed', {})
    await waitFor(() => expect(field('Last name')).toHaveProperty('value', 'King'))
  })
})

describe('a newer version', () => {
  /** Somebody else saves while the first name is being changed; then the person saves. */
  async function meetConflict() {
    const { user, employees } = await openRecord()
    await retype(user, 'First name', 'Augusta')
    employees[0] = employeeOf(1, { version: 2, firstName: 'Ada', lastName: 'King' })
    await user.keyboard('{Control>}s{/Control}')
    const alert = await screen.findByText('Somebody saved a newer version')
    return { user, employees, alert }
  }

  it('is shown beside what was typed, with nothing lost', async () => {
    await meetConflict()
    expect(field('First name')).toHaveProperty('value', 'Augusta')
    const rows = within(screen.getByRole('alert'))
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent))
    expect(rows).toEqual([
      ['Field', 'Yours', 'Newer version'],
      ['First name', 'Augusta', 'Ada'],
      ['Last name', 'Lovelace', 'King'],
    ])
  })

  it('can be loaded', async () => {
    const { user } = await meetConflict()
    await user.click(screen.getByRole('button', { name: 'Load the newer version' }))
    expect(field('First name')).toHaveProperty('value', 'Ada')
    expect(field('Last name')).toHaveProperty('value', 'King')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is merged with one’s own: each field as whoever changed it left it', async () => {
    const { user, employees } = await meetConflict()
    await user.click(screen.getByRole('button', { name: 'Go on with the chosen' }))
    expect(field('Last name')).toHaveProperty('value', 'King')
    await user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Changes saved')
    expect(employees[0]).toMatchObject({ version: 3, firstName: 'Augusta', lastName: 'King' })
  })

  it('gives way field by field, as the person chooses', async () => {
    const { user, employees } = await meetConflict()
    await user.click(screen.getByRole('radio', { name: 'Lovelace' }))
    await user.click(screen.getByRole('radio', { name: 'Ada' }))
    await user.click(screen.getByRole('button', { name: 'Go on with the chosen' }))
    await user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Changes saved')
    expect(employees[0]).toMatchObject({ version: 3, firstName: 'Ada', lastName: 'Lovelace' })
  })
})

describe('the account of an employee', () => {
  it('is described, and so is its absence', async () => {
    const { employees } = await openRecord({ account: accountOf(1, { username: 'ada', role: 'manager' }) })
    const account = within(screen.getByRole('region', { name: 'Account' }))
    for (const words of ['ada', 'Manager', 'Never signed in', 'Can sign in'])
      expect(account.getByText(words)).toBeDefined()

    employees[0] = employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', account: null })
    await emit('employees.changed', {})
    expect(await account.findByText('This employee has no account and cannot sign in.')).toBeDefined()
    expect(account.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Create account'])
  })

  it('is disabled after a confirmation, and enabled again', async () => {
    const { user } = await openRecord()
    await user.click(screen.getByRole('button', { name: 'Disable account' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(fakeBridge.inputs('accounts', 'disable')).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Disable account' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Disable account' }))
    expect(await screen.findByText('Account disabled')).toBeDefined()
    expect(fakeBridge.inputs('accounts', 'disable')).toEqual([{ accountId: 1 }])
    expect(await screen.findByText(/^Disabled since /)).toBeDefined()

    await user.click(screen.getByRole('button', { name: 'Enable account' }))
    expect(await screen.findByText('Can sign in')).toBeDefined()
  })

  it('says why it cannot be disabled', async () => {
    const { user } = await openRecord()
    fakeBridge.answer('accounts', 'disable', () =>
      failing({ code: 'REFUSED', message: 'This is the last active administrator.' }),
    )
    await user.click(screen.getByRole('button', { name: 'Disable account' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Disable account' }))
    expect(await dialog.findByText('This is the last active administrator.')).toBeDefined()
  })

  it('gets a new temporary password, which the slip shows once', async () => {
    const { user } = await openRecord()
    await user.click(screen.getByRole('button', { name: 'Reset password' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Reset password' }))
    expect(document.activeElement).toBe(dialog.getByLabelText('Temporary password'))
    expect(fakeBridge.inputs('accounts', 'resetPassword')).toEqual([])

    await user.click(dialog.getByRole('button', { name: 'Generate' }))
    await waitFor(() =>
      expect(dialog.getByLabelText('Temporary password')).toHaveProperty('value', 'amber canoe violet plinth'),
    )
    await user.click(dialog.getByRole('button', { name: 'Reset password' }))
    const slip = within(await screen.findByRole('region', { name: 'Sign-in slip' }))
    expect(slip.getByText('amber canoe violet plinth')).toBeDefined()
    expect(slip.getByRole('heading')).toBe(document.activeElement)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a record that is not there', () => {
  it('says so and leads back to the list', async () => {
    const { user, employees } = await openRecord()
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    const link = await screen.findByRole('link', { name: 'Ada Lovelace' })
    fakeBridge.answer('employees', 'read', () => failing({ code: 'NOT_FOUND', message: 'There is no such employee.' }))
    await user.click(link)
    expect(await screen.findByText('This employee does not exist')).toBeDefined()
    employees.push(employeeOf(2))
    await user.click(screen.getByRole('button', { name: 'Back to employees' }))
    expect(await screen.findByRole('link', { name: 'Person 2' })).toBeDefined()
  })
})
