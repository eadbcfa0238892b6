import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeListLayout, SavedView } from '../../../electron/contract/employee-list.ts'
import { fieldOf } from '../custom-fields/field-of.ts'
import { employeeOf, layOut, openAt } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit } from '../render-app.tsx'
import { lastQuestion, serveList } from './company.ts'

/** In the order of the administrators, which is not that of their ids. */
const known = (): CustomField[] => [
  fieldOf(9, 'Badge'),
  fieldOf(4, 'Locker', { kind: 'number' }),
  fieldOf(6, 'First aider', { kind: 'yes-no' }),
  fieldOf(5, 'Trained until', { kind: 'date' }),
  fieldOf(7, 'Old desk', { isArchived: true }),
]

const people = () => [
  employeeOf(1, {
    firstName: 'Ada',
    lastName: '',
    custom: { 9: 'Blue', 4: '471.5', 6: 'no', 5: '2027-03-01', 7: 'D1' },
  }),
  employeeOf(2, { firstName: 'Ben', lastName: '' }),
]

interface Kept {
  readonly layout?: EmployeeListLayout
  readonly views?: SavedView[]
  readonly areFieldsKnown?: boolean
}

const failure = { ok: false, error: { code: 'INTERNAL', message: 'No.' } } as const

/** Opens the list of a person who keeps a layout and views; rows tell the custom fields that were asked for. */
async function open({ layout, views = [], areFieldsKnown = true }: Kept = {}) {
  const fields = known()
  serveList(people())
  fakeBridge.answer('customFields', 'list', () => (areFieldsKnown ? { fields: [...fields] } : failure))
  fakeBridge.answer('employeeList', 'readLayout', () => ({ layout: layout ?? null }))
  fakeBridge.answer('employeeList', 'listViews', () => ({ views }))
  fakeBridge.answer('employees', 'list', ({ custom = [] }) => {
    const told = ([id]: [string, string]) => custom.some((key) => key === `custom.${id}`)
    const rows = people().map((employee) => ({
      ...employee,
      custom: Object.fromEntries(Object.entries(employee.custom).filter(told)),
    }))
    return { total: rows.length, registered: rows.length, rows }
  })
  const user = await openAt('employees')
  await screen.findByRole('link', { name: 'Ada' })
  return { user, fields }
}

const headers = () =>
  screen
    .getAllByRole('columnheader')
    .slice(1)
    .map((header) => header.textContent)
const header = (name: string) => screen.getByRole('columnheader', { name: new RegExp(`^${name}`) })
const cells = (name: string) =>
  [...(screen.getByRole('link', { name }).closest('tr')?.querySelectorAll('td[data-column^="custom"]') ?? [])].map(
    (cell) => cell.textContent,
  )
const saved = () => fakeBridge.inputs('employeeList', 'saveLayout').map(({ layout }) => layout)

beforeAll(layOut)

describe('a custom field as a column', () => {
  it('is chosen behind the others, in the order of the fields, and shows what it holds as forms do', async () => {
    const { user } = await open()
    expect(lastQuestion()?.custom).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const choice = within(screen.getByRole('group', { name: 'Columns that are shown' }))
    const names = choice.getAllByRole<HTMLInputElement>('checkbox').map(({ labels }) => labels?.[0]?.textContent)
    expect(names.slice(-5)).toEqual(['Status', 'Badge', 'Locker', 'First aider', 'Trained until'])
    for (const name of ['Trained until', 'First aider', 'Locker', 'Badge']) {
      await user.click(choice.getByRole('checkbox', { name }))
    }
    expect(headers().slice(-4)).toEqual(['Badge', 'Locker', 'First aider', 'Trained until'])
    const keys = ['custom.9', 'custom.4', 'custom.6', 'custom.5']
    expect(saved().at(-1)?.columns.slice(-4)).toEqual(keys)
    await waitFor(() => expect(lastQuestion()?.custom).toEqual(keys))
    await waitFor(() => expect(cells('Ada')).toEqual(['Blue', '471.5', 'No', 'Mar 1, 2027']))
    expect(cells('Ben')).toEqual(['', '', '', ''])
  })

  it('is as wide as the person made it, and orders the list', async () => {
    const { user } = await open({ layout: { columns: ['custom.4', 'status'], widths: { 'custom.4': 200 } } })
    expect(headers()).toEqual(['Name', 'Status', 'Locker'])
    const edge = screen.getByRole('separator', { name: 'Width of Locker' })
    expect(edge.getAttribute('aria-valuenow')).toBe('200')
    edge.focus()
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(saved().at(-1)?.widths).toEqual({ 'custom.4': 216 }))
    await user.click(within(header('Locker')).getByRole('button'))
    await waitFor(() => expect(lastQuestion()?.sort).toEqual([{ column: 'custom.4', descending: false }]))
    expect(header('Locker').getAttribute('aria-sort')).toBe('ascending')
    await user.keyboard('{Shift>}')
    await user.click(within(header('Status')).getByRole('button'))
    await user.keyboard('{/Shift}')
    await waitFor(() => expect(lastQuestion()?.sort).toHaveLength(2))
    expect(header('Locker').textContent).toContain('1 of 2 in the order')
  })

  it('has its new name as soon as the field is renamed, and falls away with it', async () => {
    const { fields } = await open({ layout: { columns: ['status', 'custom.9', 'custom.4'], widths: {} } })
    fields[0] = fieldOf(9, 'Key card')
    await emit('customFields.changed', {})
    await waitFor(() => expect(headers()).toEqual(['Name', 'Status', 'Key card', 'Locker']))
    expect(cells('Ada')).toEqual(['Blue', '471.5'])
    fields.shift()
    await emit('customFields.changed', {})
    await waitFor(() => expect(headers()).toEqual(['Name', 'Status', 'Locker']))
    await waitFor(() => expect(lastQuestion()?.custom).toEqual(['custom.4']))
    expect(cells('Ada')).toEqual(['471.5'])
  })

  it('that is gone or archived is missing quietly from a layout that was kept', async () => {
    const { user } = await open({
      layout: { columns: ['custom.99', 'status', 'custom.7'], widths: { 'custom.99': 90 } },
    })
    expect(headers()).toEqual(['Name', 'Status'])
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    await user.click(screen.getByRole('checkbox', { name: 'Badge' }))
    expect(saved().at(-1)?.columns).toEqual(['status', 'custom.9'])
  })

  it('stays in the layout where custom fields cannot be read', async () => {
    const layout: EmployeeListLayout = { columns: ['status', 'custom.7'], widths: {} }
    const { user } = await open({ layout, areFieldsKnown: false })
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    await user.click(screen.getByRole('checkbox', { name: 'Username' }))
    expect(saved().at(-1)?.columns).toEqual(['username', 'status', 'custom.7'])
  })

  it('that is gone is missing quietly from a saved view, and from its order', async () => {
    const view: SavedView = {
      id: 1,
      version: 1,
      name: 'By desk',
      isShared: true,
      isOwn: false,
      owner: 'Grace',
      view: {
        filter: everybody,
        sort: [
          { column: 'custom.99', descending: false },
          { column: 'status', descending: true },
        ],
        columns: ['status', 'custom.99', 'custom.9'],
      },
    }
    const { user } = await open({ views: [view] })
    await user.click(screen.getByRole('button', { name: 'Views' }))
    await user.click(await screen.findByRole('menuitem', { name: 'By desk (Grace)' }))
    await waitFor(() => expect(headers()).toEqual(['Name', 'Status', 'Badge']))
    await waitFor(() => expect(lastQuestion()?.sort).toEqual([{ column: 'status', descending: true }]))
    expect(header('Status').getAttribute('aria-sort')).toBe('descending')
    // It is still the view that was saved.
    expect(screen.getByRole('button', { name: /^Views/ }).textContent).not.toContain('changed')
  })
})
