import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import type { SavedView } from '../../../electron/contract/employee-list.ts'
import { layOut, openAt } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { lastQuestion, serveList, three } from './company.ts'

const viewOf = (id: number, more: Partial<SavedView> = {}): SavedView => ({
  id,
  version: 1,
  name: `View ${id}`,
  isShared: false,
  isOwn: true,
  owner: 'Ada Admin',
  view: { filter: everybody, sort: [], columns: [] },
  ...more,
})

const leavers = viewOf(1, {
  name: 'Leavers',
  view: {
    filter: { ...everybody, statuses: ['left'] },
    sort: [{ column: 'hireDate', descending: true }],
    columns: ['hireDate', 'status'],
  },
})

/** Opens the list over these views, which the calls change. */
async function open(views: SavedView[] = []) {
  serveList(three())
  fakeBridge.answer('employeeList', 'listViews', () => ({ views: [...views] }))
  fakeBridge.answer('employeeList', 'addView', (fields) => {
    if (views.some(({ name }) => name === fields.name)) {
      const problem = `You have a view ${fields.name} already.`
      return failing({ code: 'DUPLICATE', message: problem, fields: { name: problem } })
    }
    const view = viewOf(views.length + 1, fields as Partial<SavedView>)
    views.push(view)
    return { view }
  })
  fakeBridge.answer('employeeList', 'changeView', ({ id, version, ...fields }) => {
    const index = views.findIndex((view) => view.id === id)
    const view = viewOf(id, { ...(fields as Partial<SavedView>), version: version + 1 })
    views[index] = view
    return { view }
  })
  fakeBridge.answer('employeeList', 'removeView', ({ id }) => {
    views.splice(
      views.findIndex((view) => view.id === id),
      1,
    )
    return {}
  })
  const user = await openAt('employees')
  await screen.findByRole('link', { name: 'Ada' })
  return { user, views }
}

type User = Awaited<ReturnType<typeof open>>['user']

const names = () => screen.queryAllByRole('link', { name: /^(Ada|Ben|Cleo)$/ }).map((link) => link.textContent)
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))
const item = async (name: string) => screen.findByRole('menuitem', { name })

async function pick(user: User, name: string) {
  await user.click(screen.getByRole('button', { name: 'Views' }))
  await user.click(await item(name))
}

beforeAll(layOut)

describe('a saved view', () => {
  it('brings back whom the list showed, in which order and columns', async () => {
    const { user } = await open([leavers])
    await pick(user, 'Leavers')
    await waitFor(() => expect(names()).toEqual(['Cleo']))
    expect(screen.getByRole('button', { name: 'Remove filter Status: Left' })).toBeDefined()
    expect(lastQuestion()?.sort).toEqual([{ column: 'hireDate', descending: true }])
    const headers = screen.getAllByRole('columnheader').map((header) => header.textContent)
    expect(headers).toEqual(['', 'Name', 'Hire date', 'Status'])
    await user.click(screen.getByRole('button', { name: 'Views' }))
    expect((await item('Leavers')).getAttribute('aria-current')).toBe('true')
    await user.click(await item('All employees'))
    await waitFor(() => expect(names()).toEqual(['Ada', 'Ben', 'Cleo']))
  })

  it('keeps what the list shows under a name, for oneself or for all', async () => {
    const { user, views } = await open()
    await user.type(screen.getByLabelText('Search employees'), 'Ben')
    await user.click(screen.getByRole('button', { name: 'Hire date' }))
    await pick(user, 'Save as a view…')
    const form = await dialog('Save as a view')
    await user.type(form.getByLabelText('Name'), 'Bens')
    await user.click(form.getByLabelText('Share with all administrators'))
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(views).toMatchObject([
      {
        name: 'Bens',
        isShared: true,
        view: {
          filter: { ...everybody, search: 'Ben' },
          sort: [{ column: 'hireDate', descending: false }],
          columns: ['employeeNumber', 'department', 'position', 'hireDate', 'status'],
        },
      },
    ])
    await user.click(screen.getByRole('button', { name: 'Views' }))
    expect((await item('Bens')).getAttribute('aria-current')).toBe('true')
  })

  it('is not saved without a name, nor under one that is taken', async () => {
    const { user } = await open([leavers])
    await pick(user, 'Save as a view…')
    const form = await dialog('Save as a view')
    await user.click(form.getByRole('button', { name: 'Save' }))
    const name = form.getByLabelText('Name')
    expect(name.getAttribute('aria-invalid')).toBe('true')
    await user.type(name, 'Leavers')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect((await form.findAllByText('You have a view Leavers already.')).length).toBeGreaterThan(0)
    expect(document.activeElement).toBe(name)
  })

  it('of one’s own takes over what the list shows now', async () => {
    const { user, views } = await open([leavers])
    await pick(user, 'Leavers')
    await waitFor(() => expect(names()).toEqual(['Cleo']))
    await user.click(screen.getByRole('button', { name: 'Views' }))
    await item('Leavers')
    expect(screen.queryByRole('menuitem', { name: 'Save changes to Leavers' })).toBeNull()
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Remove filter Status: Left' }))
    await pick(user, 'Save changes to Leavers')
    await waitFor(() => expect(views[0]).toMatchObject({ version: 2, view: { filter: everybody } }))
    expect(await screen.findByText('View saved')).toBeDefined()
  })

  it('of others can be opened and removed, not changed', async () => {
    const { user, views } = await open([
      { ...leavers, isShared: true },
      viewOf(2, { name: 'Ours', isShared: true, isOwn: false, owner: 'Grace Hopper' }),
    ])
    await pick(user, 'Ours (Grace Hopper)')
    await user.click(screen.getByRole('button', { name: 'Filters' }))
    const filters = await dialog('Filters')
    await user.click(filters.getByRole('checkbox', { name: 'Left' }))
    await user.click(filters.getByRole('button', { name: 'Done' }))
    await user.click(screen.getByRole('button', { name: 'Views' }))
    await item('Ours (Grace Hopper)')
    expect(screen.queryByRole('menuitem', { name: /^Save changes/ })).toBeNull()
    await user.click(await item('Manage views…'))
    const manage = await dialog('Views')
    expect(manage.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'NameWhoseEdit or remove',
      'LeaversYours, sharedEditRemove',
      'OursShared by Grace HopperRemove',
    ])
    await user.click(manage.getByRole('button', { name: 'Remove', description: 'Ours' }))
    const ask = await dialog('Remove the view Ours?')
    expect(ask.getByText(/It goes for all administrators/)).toBeDefined()
    await user.click(ask.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(views.map(({ name }) => name)).toEqual(['Leavers']))
  })

  it('is given another name', async () => {
    const { user, views } = await open([leavers])
    await pick(user, 'Manage views…')
    await user.click((await dialog('Views')).getByRole('button', { name: 'Edit', description: 'Leavers' }))
    const form = await dialog('Edit Leavers')
    await user.clear(form.getByLabelText('Name'))
    await user.type(form.getByLabelText('Name'), 'Gone')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(views).toMatchObject([{ name: 'Gone', version: 2, view: leavers.view }]))
  })

  it('that cannot be read any more is not opened', async () => {
    const { user } = await open([viewOf(1, { name: 'Old', view: null })])
    await user.click(screen.getByRole('button', { name: 'Views' }))
    expect(await item('Old')).toHaveProperty('disabled', true)
  })
})
