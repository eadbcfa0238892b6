import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Department } from '../../../electron/contract/organisation.ts'
import { DepartmentsScreen } from '../../../renderer/features/organisation/DepartmentsScreen.tsx'
import { employeeOf } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit, failing } from '../render-app.tsx'
import { renderScreen } from '../render-screen.tsx'
import { departmentOf, serveOrganisation } from './company.ts'

/** Sales, with the field under it and the stand under that, and the stores. */
const company = (): Department[] => [
  departmentOf(1, { name: 'Sales', code: 'S-1', head: { id: 7, name: 'Grace Hopper' }, employees: 1200 }),
  departmentOf(2, { name: 'Field', parentId: 1, employees: 4 }),
  departmentOf(3, { name: 'Stand', parentId: 2, employees: 1 }),
  departmentOf(4, { name: 'Stores' }),
]

async function open(departments = company()) {
  serveOrganisation(departments, [], [employeeOf(7, { firstName: 'Grace', lastName: 'Hopper' })])
  return { departments, user: await renderScreen(<DepartmentsScreen />) }
}

type User = Awaited<ReturnType<typeof open>>['user']

const row = (name: RegExp) => screen.findByRole('row', { name })
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))
const button = (name: string) => screen.getByRole('button', { name })

async function act(user: User, name: string, what: 'Edit' | 'Remove') {
  const found = screen.getAllByRole('button', { name: what, description: name })
  expect(found).toHaveLength(1)
  await user.click(found[0] as HTMLElement)
}

async function edit(user: User, name: string) {
  await row(new RegExp(`^${name}`))
  await act(user, name, 'Edit')
  return dialog(`Edit ${name}`)
}

async function choose(user: User, field: HTMLElement, option: string) {
  await user.click(field)
  await user.click(await screen.findByRole('option', { name: option, hidden: true }))
}

describe('the departments', () => {
  it('stand as a tree, with what is known of each', async () => {
    await open()
    await row(/^Sales/)
    const rows = screen.getAllByRole('row').slice(1)
    expect(rows.map(({ textContent }) => textContent?.replace(/EditRemove$/, ''))).toEqual([
      'SalesS-1Grace Hopper1,205',
      'Field, part of Sales––5',
      'Stand, part of Sales › Field––1',
      'Stores––0',
    ])
    expect(screen.getByRole('status', { name: '' }).textContent).toBe('4 departments')
  })

  it('follow what happens elsewhere', async () => {
    const { departments } = await open()
    await row(/^Sales/)
    departments.push(departmentOf(5, { name: 'Canteen' }))
    await emit('organisation.changed', {})
    expect(await row(/^Canteen/)).toBeDefined()
    departments[4] = departmentOf(5, { name: 'Canteen', employees: 9 })
    await emit('employees.changed', {})
    expect(await row(/^Canteen – – 9/)).toBeDefined()
  })

  it('say that there is none yet, and how to add the first', async () => {
    const { user } = await open([])
    expect(await screen.findByText('No departments yet')).toBeDefined()
    await user.click(button('Add department'))
    expect(await dialog('Add department')).toBeDefined()
  })

  it('say why they cannot be shown and are asked for again', async () => {
    serveOrganisation(company())
    fakeBridge.answer('organisation', 'listDepartments', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    const user = await renderScreen(<DepartmentsScreen />)
    expect(await screen.findByText('Staffdesk is busy.')).toBeDefined()
    serveOrganisation(company())
    await user.click(button('Try again'))
    expect(await row(/^Sales/)).toBeDefined()
  })
})

describe('a department', () => {
  it('is added with its code, parent and head', async () => {
    const { user } = await open()
    await row(/^Sales/)
    await user.click(button('Add department'))
    const fields = await dialog('Add department')
    expect(document.activeElement).toBe(fields.getByLabelText('Name'))
    await user.type(fields.getByLabelText('Name'), 'Online')
    await user.type(fields.getByLabelText('Code'), 'S-2')
    await choose(user, fields.getByRole('combobox', { name: 'Parent department' }), 'Sales › Field')
    await choose(user, fields.getByRole('combobox', { name: 'Head' }), 'Grace Hopper (E-7)')
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Department added')).toBeDefined()
    expect(fakeBridge.inputs('organisation', 'addDepartment')).toEqual([
      { department: { name: 'Online', code: 'S-2', parentId: 2, headId: 7 } },
    ])
    expect(await row(/^Online.*part of Sales › Field/)).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('is asked for its name before anything is sent', async () => {
    const { user } = await open([])
    await user.click(await screen.findByRole('button', { name: 'Add department' }))
    const fields = await dialog('Add department')
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect((await fields.findByRole('alert')).textContent).toContain('Enter the name.')
    await waitFor(() => expect(document.activeElement).toBe(fields.getByLabelText('Name')))
    expect(fields.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true')
    expect(fakeBridge.inputs('organisation', 'addDepartment')).toEqual([])
  })

  it('stays in the dialog, with all that was typed, where the main process refuses', async () => {
    const { user } = await open()
    const fields = await edit(user, 'Stores')
    const problem = 'There is a department Sales in the same place already.'
    fakeBridge.answer('organisation', 'changeDepartment', () =>
      failing({ code: 'DUPLICATE', message: problem, fields: { 'department.name': problem } }),
    )
    await user.clear(fields.getByLabelText('Name'))
    await user.type(fields.getByLabelText('Name'), 'Sales')
    await user.type(fields.getByLabelText('Code'), 'X')
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect((await fields.findByRole('alert')).textContent).toContain(problem)
    expect(fields.getByLabelText('Name')).toHaveProperty('value', 'Sales')
    expect(fields.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true')
    expect(fields.getByLabelText('Code')).toHaveProperty('value', 'X')
  })

  it('cannot be put below itself or what stands below it, and says what moves with it', async () => {
    const { user } = await open()
    const fields = await edit(user, 'Sales')
    await user.click(fields.getByRole('combobox', { name: 'Parent department' }))
    const list = await screen.findByRole('listbox', { name: 'Parent department', hidden: true })
    const options = within(list).getAllByRole('option', { hidden: true })
    expect(options.map(({ textContent }) => textContent)).toEqual(['Stores'])
    expect(fields.queryByText(/with it/)).toBeNull()
    await user.click(options[0] as HTMLElement)
    expect(await fields.findByText('2 departments and 1,205 employees move with it.')).toBeDefined()
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Department saved')).toBeDefined()
    expect(fakeBridge.inputs('organisation', 'changeDepartment')).toEqual([
      { id: 1, version: 1, department: { name: 'Sales', code: 'S-1', parentId: 4, headId: 7 } },
    ])
  })

  it('that takes nothing along says nothing of it', async () => {
    const { user } = await open()
    const fields = await edit(user, 'Stores')
    await choose(user, fields.getByRole('combobox', { name: 'Parent department' }), 'Sales')
    expect(fields.getByRole('combobox', { name: 'Parent department' })).toHaveProperty('value', 'Sales')
    expect(fields.queryByText(/with it/)).toBeNull()
  })

  it('that somebody changed meanwhile is shown in both versions, and goes on as the fields are chosen', async () => {
    const { user, departments } = await open()
    const fields = await edit(user, 'Stores')
    await user.type(fields.getByLabelText('Code'), 'ST')
    departments[3] = departmentOf(4, { name: 'Warehouse', version: 2, parentId: 1 })
    await user.click(fields.getByRole('button', { name: 'Save' }))
    const alert = within(await fields.findByRole('alert'))
    const rows = () => alert.getAllByRole('row').map(({ textContent }) => textContent)
    await waitFor(() =>
      expect(rows()).toEqual([
        'FieldYoursNewer version',
        'NameStoresWarehouse',
        'CodeSTEmpty',
        'Parent departmentEmptySales',
      ]),
    )
    await user.click(alert.getByRole('radio', { name: 'Stores' }))
    await user.click(alert.getByRole('button', { name: 'Go on with the chosen' }))
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Department saved')).toBeDefined()
    expect(fakeBridge.inputs('organisation', 'changeDepartment').at(-1)).toEqual({
      id: 4,
      version: 2,
      department: { name: 'Stores', code: 'ST', parentId: 1, headId: null },
    })
  })

  it('is not lost while it is typed: closing asks, and Esc stays', async () => {
    const { user } = await open()
    const fields = await edit(user, 'Stores')
    await user.type(fields.getByLabelText('Code'), 'ST')
    await user.keyboard('{Escape}')
    await dialog('There is unsaved work')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'There is unsaved work' })).toBeNull())
    expect(fields.getByLabelText('Code')).toHaveProperty('value', 'ST')

    await user.click(fields.getByRole('button', { name: 'Cancel' }))
    await user.click((await dialog('There is unsaved work')).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await edit(user, 'Stores')).getByLabelText('Code')).toHaveProperty('value', '')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('is removed once it was asked, and a refusal is told where it was asked', async () => {
    const { user } = await open()
    await row(/^Stores/)
    await act(user, 'Sales', 'Remove')
    const asked = await dialog('Remove Sales?')
    const { answer } = fakeBridge
    const message = '1200 employees and 1 department belong to Sales. Move them to another department first.'
    answer('organisation', 'removeDepartment', () => failing({ code: 'REFUSED', message }))
    await user.click(asked.getByRole('button', { name: 'Remove' }))
    expect(await asked.findByText(message)).toBeDefined()
    await user.click(asked.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

    serveOrganisation(company())
    await act(user, 'Stores', 'Remove')
    await user.click((await dialog('Remove Stores?')).getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('Department removed')).toBeDefined()
    expect(fakeBridge.inputs('organisation', 'removeDepartment').at(-1)).toEqual({ id: 4, version: 1 })
    await waitFor(() => expect(screen.queryByRole('row', { name: /^Stores/ })).toBeNull())
  })
})
