import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everybody } from '../../electron/contract/employee-filter.ts'
import { type SavedView, savedViewFields } from '../../electron/contract/employee-list.ts'
import { contract } from '../../electron/contract/index.ts'
import { queries } from '../../electron/database/queries.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'
import { handlersOf } from './handlers.ts'

let office: Office
let handlers: ReturnType<typeof handlersOf>

/** Maria is signed in at the first window, Grace at the second. */
const maria = 1
const grace = 2

beforeEach(async () => {
  office = await openOffice()
  handlers = handlersOf(office)
  await office.signIn(grace, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
})
afterEach(() => office.dispose())

const interns = {
  filter: { ...everybody, employmentTypes: ['intern'] },
  sort: [{ column: 'hireDate', descending: true }],
  columns: ['department', 'hireDate'],
}

const fields = (name: string, isShared = false, view: unknown = interns) =>
  savedViewFields.parse({ name, isShared, view })

const add = async (windowId: number, name: string, isShared = false) =>
  (await handlers.addView(fields(name, isShared), await office.caller(windowId))).view

const change = async (windowId: number, { id, version }: SavedView, changed: ReturnType<typeof fields>) =>
  (await handlers.changeView({ id, version, ...changed }, await office.caller(windowId))).view

const remove = async (windowId: number, { id, version }: SavedView) =>
  handlers.removeView({ id, version }, await office.caller(windowId))

const list = async (windowId: number) => {
  const answer = await handlers.listViews({}, await office.caller(windowId))
  expect(contract.employeeList.listViews.output.parse(answer)).toEqual(answer)
  return answer.views
}

const names = async (windowId: number) => (await list(windowId)).map(({ name }) => name)

const audited = async () =>
  (await office.audit())
    .filter(({ action }) => action.startsWith('saved_view'))
    .map(({ action, actor, subject, changes }) => [action, actor, subject, changes.name])

describe('a saved view', () => {
  it('is given back as it was made, to whoever made it alone', async () => {
    const view = await add(maria, ' Interns ')
    expect(view).toEqual({
      id: 1,
      version: 1,
      name: 'Interns',
      isShared: false,
      isOwn: true,
      owner: 'Maria Mitchell',
      view: interns,
    })
    expect(await list(maria)).toEqual([view])
    expect(await list(grace)).toEqual([])
    expect(await audited()).toEqual([])
  })

  it('keeps columns of custom fields, also of those that are gone', async () => {
    const view = { ...interns, sort: [{ column: 'custom.7', descending: false }], columns: ['status', 'custom.7'] }
    await handlers.addView(fields('By badge', false, view), await office.caller(maria))
    expect(await list(maria)).toMatchObject([{ view }])
  })

  it('that is shared everybody has, whose it is being told', async () => {
    await add(maria, 'Zebra')
    await add(maria, 'Interns', true)
    expect(await names(maria)).toEqual(['Interns', 'Zebra'])
    expect(await list(grace)).toMatchObject([
      { name: 'Interns', isShared: true, isOwn: false, owner: 'Maria Mitchell' },
    ])
  })

  it('has a name that none of one’s own has, nor one that is shared', async () => {
    const own = await add(maria, 'Interns')
    expect(await refusal(add(maria, 'INTERNS'))).toMatchObject({
      code: 'DUPLICATE',
      fields: { name: 'You have a view Interns already. Choose another name.' },
    })
    // What others keep for themselves is in nobody's way.
    await add(grace, 'Interns')
    await change(maria, own, fields('Interns', true))
    const graces = (await list(grace)).find(({ isOwn }) => isOwn)
    expect(await refusal(change(grace, graces as SavedView, fields('interns', true)))).toMatchObject({
      code: 'DUPLICATE',
      fields: { name: 'Maria Mitchell shares a view Interns already. Choose another name.' },
    })
  })

  it('is changed by whoever made it, over the version they know', async () => {
    const first = await add(maria, 'Interns', true)
    const second = await change(maria, first, fields('Trainees', true, { ...interns, columns: ['status'] }))
    expect(second).toMatchObject({ id: first.id, version: 2, name: 'Trainees', view: { columns: ['status'] } })
    expect(await refusal(change(maria, first, fields('Others')))).toMatchObject({ code: 'CONFLICT' })
    expect(await refusal(change(grace, second, fields('Others')))).toMatchObject({
      code: 'REFUSED',
      message: 'Only Maria Mitchell can change this view. Save yours under a name of its own.',
    })
    expect(await names(grace)).toEqual(['Trainees'])
  })

  it('is removed by whoever made it; one that is shared, by every administrator', async () => {
    const own = await add(maria, 'Own')
    const shared = await add(maria, 'Shared', true)
    expect(await refusal(remove(grace, own))).toMatchObject({ code: 'NOT_FOUND' })
    await remove(grace, shared)
    await remove(maria, own)
    expect(await list(maria)).toEqual([])
    expect(await refusal(remove(maria, own))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is told of by the audit as long as it is shared', async () => {
    const own = await add(maria, 'Own')
    const shared = await change(maria, own, fields('Ours', true))
    const renamed = await change(maria, shared, fields('All of ours', true))
    const again = await change(maria, renamed, fields('All of ours', true, { ...interns, columns: [] }))
    const withdrawn = await change(maria, again, fields('Own'))
    await remove(maria, withdrawn)
    const graces = await add(grace, 'Graces', true)
    await remove(maria, graces)
    expect(await audited()).toEqual([
      ['saved_view.shared', 'maria', 'Ours', { old: null, new: 'Ours' }],
      ['saved_view.changed', 'maria', 'All of ours', { old: 'Ours', new: 'All of ours' }],
      ['saved_view.changed', 'maria', 'All of ours', undefined],
      ['saved_view.withdrawn', 'maria', 'Own', { old: 'All of ours', new: 'Own' }],
      ['saved_view.shared', 'grace', 'Graces', { old: null, new: 'Graces' }],
      ['saved_view.withdrawn', 'maria', 'Graces', { old: 'Graces', new: null }],
    ])
  })

  it('of a form that is not known can still be seen and removed', async () => {
    const view = await add(maria, 'Interns')
    await office.database.write((transaction) =>
      transaction.execute(queries.updateTable('saved_view').set({ view: '{"shoeSize":7}' })),
    )
    expect(await list(maria)).toEqual([{ ...view, view: null }])
    await remove(maria, view)
  })

  it('is not changed in a session that ended meanwhile', async () => {
    const caller = await office.caller(maria)
    await office.lifecycle.signOut(maria)
    expect(await refusal(handlers.addView(fields('Late'), caller))).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
