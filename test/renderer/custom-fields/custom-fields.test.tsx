import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { employeeOf, layOut, openAt, serveRegistry } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { fieldOf } from './field-of.ts'

beforeAll(layOut)

const badge = fieldOf(1, 'Badge')
const size = fieldOf(2, 'Shirt size', {
  kind: 'choice',
  values: 3,
  isRequired: true,
  choices: [
    { id: 5, name: 'Small' },
    { id: 6, name: 'Large' },
  ],
})

/** Opens the screen over these fields, which the test may change as others would. */
async function openFields(fields: CustomField[]) {
  serveRegistry([])
  fakeBridge.answer('customFields', 'list', () => ({ fields: [...fields] }))
  fakeBridge.answer('customFields', 'add', ({ field }) => ({ field: { ...badge, ...field, choices: [] } }))
  fakeBridge.answer('customFields', 'change', ({ id }) => ({
    field: { ...(fields.find((one) => one.id === id) ?? badge), version: 2 },
  }))
  for (const act of ['move', 'remove'] as const) fakeBridge.answer('customFields', act, () => ({}))
  for (const act of ['archive', 'restore'] as const) fakeBridge.answer('customFields', act, () => ({ field: badge }))
  const user = await openAt('employees')
  await user.click(await screen.findByRole('link', { name: 'Custom fields' }))
  await screen.findByRole('heading', { level: 1, name: 'Custom fields' })
  return user
}

const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))

describe('the screen of custom fields', () => {
  it('says that there are none, and adds one with its choices', async () => {
    const user = await openFields([])
    expect(await screen.findByText('No custom fields yet')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Add field' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add field' }))
    await user.type(dialog.getByLabelText('Name'), 'Shirt size')
    await user.selectOptions(dialog.getByLabelText('Kind'), 'Choice')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await dialog.findAllByText('Add at least one choice.')).not.toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Add choice' }))
    await user.keyboard('Small')
    await user.click(dialog.getByRole('button', { name: 'Add choice' }))
    await user.keyboard('small')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await dialog.findAllByText('There is a choice small already.')).not.toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Remove choice 2' }))
    await user.click(dialog.getByLabelText('Required'))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Field added')).toBeDefined()
    expect(fakeBridge.inputs('customFields', 'add')).toEqual([
      {
        field: {
          name: 'Shirt size',
          kind: 'choice',
          help: '',
          isRequired: true,
          isPrivate: false,
          choices: [{ id: null, name: 'Small' }],
        },
      },
    ])
  })

  it('tells of each field, and edits it: a choice that is renamed keeps its id', async () => {
    const user = await openFields([badge, size, fieldOf(3, 'Locker', { isArchived: true, isPrivate: true })])
    expect((await screen.findAllByRole('row')).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Name'),
      expect.stringMatching(/^BadgeTextEmployee and manager0/),
      expect.stringMatching(/^Shirt sizeRequiredChoice.*3/),
      expect.stringMatching(/^LockerArchivedTextNobody0/),
    ])
    await user.click(row('Shirt size').getByRole('button', { name: 'Edit' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit Shirt size' }))
    expect(dialog.getByLabelText('Kind')).toHaveProperty('disabled', true)
    await user.clear(dialog.getByLabelText('Choice 1'))
    await user.type(dialog.getByLabelText('Choice 1'), 'Tiny')
    await user.click(dialog.getByRole('button', { name: 'Remove choice 2' }))
    fakeBridge.answer('customFields', 'change', () =>
      failing({ code: 'REFUSED', message: 'No.', fields: { 'field.choices': '3 employees have the choice Large.' } }),
    )
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await dialog.findAllByText('3 employees have the choice Large.')).not.toEqual([])
    expect(fakeBridge.inputs('customFields', 'change')).toMatchObject([
      { id: 2, version: 1, field: { choices: [{ id: 5, name: 'Tiny' }] } },
    ])
  })

  it('moves, archives and brings back', async () => {
    const user = await openFields([badge, fieldOf(3, 'Locker', { isArchived: true, version: 4 })])
    await screen.findAllByRole('row')
    expect(row('Badge').getByRole('button', { name: 'Move up' })).toHaveProperty('disabled', true)
    await user.click(row('Badge').getByRole('button', { name: 'Move down' }))
    await user.click(row('Badge').getByRole('button', { name: 'Archive' }))
    await user.click(row('Locker').getByRole('button', { name: 'Restore' }))
    await waitFor(() => expect(fakeBridge.inputs('customFields', 'restore')).toEqual([{ id: 3, version: 4 }]))
    expect(fakeBridge.inputs('customFields', 'move')).toEqual([{ id: 1, place: 1 }])
    expect(fakeBridge.inputs('customFields', 'archive')).toEqual([{ id: 1, version: 1 }])
  })

  it('deletes once the name is typed', async () => {
    const user = await openFields([size])
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Shirt size?' }))
    expect(dialog.getByText(/values of 3 employees are deleted/)).toBeDefined()
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(fakeBridge.inputs('customFields', 'remove')).toEqual([])
    await user.type(dialog.getByLabelText('Name of the field'), 'Shirt size')
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('Field deleted')).toBeDefined()
    expect(fakeBridge.inputs('customFields', 'remove')).toEqual([{ id: 2, version: 1, name: 'Shirt size' }])
  })
})

describe('custom fields of an employee', () => {
  const locker = fieldOf(4, 'Locker', { kind: 'number', help: 'In the basement' })
  const driver = fieldOf(5, 'Driver', { kind: 'yes-no' })
  const since = fieldOf(6, 'Member since', { kind: 'date' })
  const gone = fieldOf(9, 'Old field', { isArchived: true })

  async function openRecord(more: Partial<EmployeeRecord> = {}) {
    const employees = [employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', ...more })]
    serveRegistry(employees)
    fakeBridge.answer('customFields', 'list', () => ({ fields: [badge, size, locker, driver, since, gone] }))
    const user = await openAt('employees')
    await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
    const group = within(await screen.findByRole('region', { name: 'More about the employee' }))
    return { user, employees, group }
  }

  const sent = () => fakeBridge.inputs('employees', 'update').at(-1)

  it('stand in the form by their names, and are saved with the employee', async () => {
    const { user, group } = await openRecord({ custom: { 2: 'Small', 4: '7.5', 5: 'yes', 9: 'kept' } })
    expect(group.getByLabelText('Shirt size')).toHaveProperty('value', 'Small')
    expect(group.getByLabelText('Driver')).toHaveProperty('value', 'yes')
    expect(group.getByText(/In the basement/)).toBeDefined()
    expect(group.queryByLabelText('Old field')).toBeNull()
    await user.type(group.getByLabelText('Badge'), 'Blue')
    await user.selectOptions(group.getByLabelText('Driver'), 'No')
    await user.type(group.getByLabelText('Member since'), '2026-01-31')
    await user.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText('Changes saved')).toBeDefined()
    expect(sent()).toMatchObject({ custom: { 1: 'Blue', 2: 'Small', 4: '7.5', 5: 'no', 6: '2026-01-31' } })
    expect(sent()?.employee).not.toHaveProperty('custom1')
  })

  it('are checked by their kind before they are sent, and show what main refuses', async () => {
    const { user, group } = await openRecord()
    await user.type(group.getByLabelText('Locker'), 'seven')
    await user.keyboard('{Control>}s{/Control}')
    expect(document.activeElement).toBe(group.getByLabelText('Shirt size'))
    expect(group.getByText('Enter Locker as a number, such as 12 or 3.5.')).toBeDefined()
    expect(sent()).toBeUndefined()
    fakeBridge.answer('employees', 'update', () =>
      failing({ code: 'INVALID_INPUT', message: 'No.', fields: { 'custom.4': 'This field is asked for no longer.' } }),
    )
    await user.clear(group.getByLabelText('Locker'))
    await user.type(group.getByLabelText('Locker'), '7')
    await user.selectOptions(group.getByLabelText('Shirt size'), 'Large')
    await user.keyboard('{Control>}s{/Control}')
    expect(await group.findByText('This field is asked for no longer.')).toBeDefined()
    expect(document.activeElement).toBe(group.getByLabelText('Locker'))
  })

  it('are told in words where somebody saved a newer version', async () => {
    const { user, employees, group } = await openRecord({ custom: { 2: 'Small' } })
    await user.selectOptions(group.getByLabelText('Driver'), 'Yes')
    employees[0] = employeeOf(1, {
      version: 2,
      firstName: 'Ada',
      lastName: 'Lovelace',
      custom: { 2: 'Large', 5: 'no' },
    })
    await user.keyboard('{Control>}s{/Control}')
    await screen.findByText('Somebody saved a newer version')
    const rows = within(screen.getByRole('alert'))
      .getAllByRole('row')
      .map((one) => [...one.children].map((cell) => cell.textContent))
    expect(rows.slice(1)).toEqual([
      ['Shirt size', 'Small', 'Large'],
      ['Driver', 'Yes', 'No'],
    ])
  })
})

describe('a registration', () => {
  const pass = { kind: 'date', isRequired: true } as const

  it('asks for the required fields after the job, checks and reviews them, and sends them', async () => {
    serveRegistry([])
    fakeBridge.answer('customFields', 'list', () => ({ fields: [badge, size, fieldOf(7, 'Pass until', pass)] }))
    const user = await openAt('register-employee')
    await user.type(await screen.findByLabelText('Employee number'), 'E-1')
    await user.type(screen.getByLabelText('First name'), 'Ada')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.type(await screen.findByLabelText('Hire date'), '2026-12-01')
    expect(screen.queryByLabelText('Badge')).toBeNull()
    await user.selectOptions(screen.getByLabelText('Shirt size'), 'Large')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Pass until')))
    expect(screen.getAllByText('Enter Pass until.')).not.toEqual([])
    await user.type(screen.getByLabelText('Pass until'), '2027-01-31')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(await screen.findByLabelText('Create an account'))
    await user.click(screen.getByRole('button', { name: 'Next' }))
    const job = within(await screen.findByRole('region', { name: 'Job' }))
    expect(job.getByText('Large')).toBeDefined()

    fakeBridge.answer('employees', 'register', () =>
      failing({ code: 'INVALID_INPUT', message: 'No.', fields: { 'custom.2': 'Choose Shirt size from the list.' } }),
    )
    await user.click(screen.getByRole('button', { name: 'Register' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Shirt size')))
    expect(screen.getAllByText('Choose Shirt size from the list.')).not.toEqual([])
    expect(fakeBridge.inputs('employees', 'register')).toMatchObject([{ custom: { 2: 'Large', 7: '2027-01-31' } }])
    await waitFor(() =>
      expect(fakeBridge.inputs('employees', 'saveDraft').at(-1)?.draft.custom).toEqual({ 2: 'Large', 7: '2027-01-31' }),
    )
  })
})
