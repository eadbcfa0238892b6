import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import type { EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import { fieldOf } from '../custom-fields/field-of.ts'
import { layOut, openAt } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { lastQuestion, serveList, three } from './company.ts'

const known: CustomField[] = [
  fieldOf(9, 'Badge'),
  fieldOf(4, 'Locker', { kind: 'number' }),
  fieldOf(5, 'Trained until', { kind: 'date' }),
  fieldOf(6, 'First aider', { kind: 'yes-no' }),
  fieldOf(8, 'Shirt', {
    kind: 'choice',
    choices: [
      { id: 1, name: 'S' },
      { id: 2, name: 'M' },
    ],
  }),
  fieldOf(7, 'Old desk', { isArchived: true }),
]

async function open() {
  serveList(three())
  fakeBridge.answer('customFields', 'list', () => ({ fields: known }))
  const user = await openAt('employees')
  await screen.findByRole('link', { name: 'Ada' })
  await user.click(screen.getByRole('button', { name: 'Filters' }))
  return { user, filters: within(await screen.findByRole('dialog', { name: 'Filters' })) }
}

const asked = () => lastQuestion()?.filter?.custom
const chips = () =>
  within(screen.getByRole('list', { name: 'Filters in force' }))
    .getAllByRole('button', { name: /^Remove filter/ })
    .map(({ title }) => title)

beforeAll(layOut)

describe('the filters by custom fields', () => {
  it('ask for what each kind of field can hold, with chips that take it away', async () => {
    const { user, filters } = await open()
    await user.type(filters.getByRole('textbox', { name: 'Badge contains' }), 'blue')
    await user.type(filters.getByRole('textbox', { name: 'Locker from' }), '7,50')
    await user.type(filters.getByRole('textbox', { name: 'Trained until to' }), '2026-12-31')
    const firstAider = within(filters.getByRole('group', { name: 'First aider' }))
    await user.click(firstAider.getByRole('checkbox', { name: 'Yes' }))
    await user.click(filters.getByRole('combobox', { name: 'Shirt' }))
    for (const name of ['M', 'Not given']) await user.click(await screen.findByRole('option', { name, hidden: true }))
    expect(filters.queryByRole('textbox', { name: /Old desk/ })).toBeNull()
    await waitFor(() =>
      expect(asked()).toEqual([
        { key: 'custom.9', kind: 'text', holds: 'blue' },
        { key: 'custom.4', kind: 'number', from: '7.5', to: '' },
        { key: 'custom.5', kind: 'date', from: '', to: '2026-12-31' },
        { key: 'custom.6', kind: 'yes-no', values: ['yes'] },
        { key: 'custom.8', kind: 'choice', values: [2, null] },
      ]),
    )
    await user.click(filters.getByRole('button', { name: 'Done' }))
    expect(chips()).toEqual([
      'Badge: “blue”',
      'Locker: from 7.5',
      'Trained until: until Dec 31, 2026',
      'First aider: Yes',
      'Shirt: M',
      'Shirt: Not given',
    ])
    await user.click(screen.getByRole('button', { name: 'Remove filter Shirt: M' }))
    await user.click(screen.getByRole('button', { name: 'Remove filter Locker: from 7.5' }))
    expect(chips()).toEqual([
      'Badge: “blue”',
      'Trained until: until Dec 31, 2026',
      'First aider: Yes',
      'Shirt: Not given',
    ])
    await waitFor(() => expect(asked()).toHaveLength(4))
  })

  it('change nothing while a number is being typed, and forget what was typed when all is taken away', async () => {
    const { user, filters } = await open()
    const from = filters.getByRole('textbox', { name: 'Locker from' })
    await user.type(from, '-')
    expect(filters.getByText('Type a number, such as 12 or 3.5.')).toBeDefined()
    expect(asked()).toEqual([])
    await user.type(from, '3')
    await waitFor(() => expect(asked()).toEqual([{ key: 'custom.4', kind: 'number', from: '-3', to: '' }]))
    await user.click(filters.getByRole('button', { name: 'Clear all' }))
    await waitFor(() => expect(asked()).toEqual([]))
    expect(from).toHaveProperty('value', '')
  })
})

describe('the choice of columns', () => {
  it('keeps the columns of custom fields that could not be read', async () => {
    const layout: EmployeeListLayout = { columns: ['status', 'custom.9'], widths: {} }
    serveList(three())
    fakeBridge.answer('customFields', 'list', () => failing({ code: 'REFUSED', message: 'Not now.' }))
    fakeBridge.answer('employeeList', 'readLayout', () => ({ layout }))
    const user = await openAt('employees')
    await screen.findByRole('link', { name: 'Ada' })
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    await user.click(screen.getByRole('checkbox', { name: 'Role' }))
    await waitFor(() =>
      expect(fakeBridge.inputs('employeeList', 'saveLayout').at(-1)?.layout?.columns).toEqual([
        'role',
        'status',
        'custom.9',
      ]),
    )
  })
})
