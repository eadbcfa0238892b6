import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeRecord } from '../../electron/contract/employees.ts'
import { type Department, departmentFields } from '../../electron/contract/organisation.ts'
import type { z } from '../../electron/contract/zod.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'

type Typed = z.input<typeof departmentFields>

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const add = async (name: string, more: Partial<Typed> = {}): Promise<Department> => {
  const department = departmentFields.parse({ name, code: '', parentId: null, headId: null, ...more })
  return (await office.organisation.addDepartment({ department }, await office.caller())).department
}

const change = async (former: Department, more: Partial<Typed>): Promise<Department> => {
  const { id, version, name, code, parentId, head } = former
  const department = departmentFields.parse({ name, code, parentId, headId: head?.id ?? null, ...more })
  return (await office.organisation.changeDepartment({ id, version, department }, await office.caller())).department
}

const remove = async ({ id, version }: Pick<Department, 'id' | 'version'>) =>
  office.organisation.removeDepartment({ id, version }, await office.caller())

const list = async () => (await office.organisation.listDepartments({}, await office.caller())).departments

const registerGrace = async (departmentId: number | null = null, employeeNumber = '7'): Promise<EmployeeRecord> => {
  const person = { employeeNumber, firstName: 'Grace', lastName: 'Hopper', departmentId }
  return (await office.register(person)).employee
}

describe('a department', () => {
  it('is added with what was typed, and told', async () => {
    const grace = await registerGrace()
    const sales = await add(' Sales ', { code: ' S-1 ', headId: grace.id })
    expect(sales).toEqual({
      id: sales.id,
      version: 1,
      name: 'Sales',
      code: 'S-1',
      parentId: null,
      head: { id: grace.id, name: 'Grace Hopper' },
      employees: 0,
    })
    expect(await list()).toEqual([sales])
    expect(office.organisationChanges()).toBe(1)
  })

  it('stands in the list by its name, whatever its case and accents, and counts its own people alone', async () => {
    const sales = await add('sales')
    await add('Étude')
    await add('Accounts', { parentId: sales.id })
    await registerGrace(sales.id)
    expect((await list()).map(({ name, employees }) => [name, employees])).toEqual([
      ['Accounts', 0],
      ['Étude', 0],
      ['sales', 1],
    ])
  })

  it('is changed in everything, as a newer version', async () => {
    const grace = await registerGrace()
    const top = await add('Top')
    const sales = await add('Sales', { code: 'S-1' })
    const changed = await change(sales, { name: 'Selling', code: '', parentId: top.id, headId: grace.id })
    expect(changed).toEqual({
      ...sales,
      version: 2,
      name: 'Selling',
      code: '',
      parentId: top.id,
      head: { id: grace.id, name: 'Grace Hopper' },
    })
    expect(await list()).toContainEqual(changed)
    expect(office.organisationChanges()).toBe(3)
  })

  it('makes no version and no audit entry where nothing changed', async () => {
    const sales = await add('Sales', { code: 'S-1' })
    const before = await office.audit()
    expect(await change(sales, {})).toEqual(sales)
    expect(await office.audit()).toEqual(before)
  })

  it('is removed once nothing belongs to it', async () => {
    const sales = await add('Sales')
    await remove(sales)
    expect(await list()).toEqual([])
    expect(office.organisationChanges()).toBe(2)
  })

  it('leaves an audit entry of every change, with names', async () => {
    const grace = await registerGrace()
    const top = await add('Top')
    const sales = await add('Sales', { code: 'S-1', headId: grace.id })
    const moved = await change(sales, { parentId: top.id, headId: null })
    await remove(moved)
    const entries = (await office.audit()).slice(-3)
    expect(entries.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
      ['department.added', 'maria', 'Sales'],
      ['department.changed', 'maria', 'Sales'],
      ['department.removed', 'maria', 'Sales'],
    ])
    expect(entries.map(({ changes }) => changes)).toEqual([
      {
        name: { old: null, new: 'Sales' },
        code: { old: null, new: 'S-1' },
        head: { old: null, new: 'Grace Hopper' },
      },
      { parent: { old: null, new: 'Top' }, head: { old: 'Grace Hopper', new: null } },
      {
        name: { old: 'Sales', new: null },
        code: { old: 'S-1', new: null },
        parent: { old: 'Top', new: null },
      },
    ])
  })

  it('that moves between two departments of one name is seen in the audit to move', async () => {
    const [north, south] = [await add('North'), await add('South')]
    const [one, other] = [await add('Field', { parentId: north.id }), await add('Field', { parentId: south.id })]
    const team = await add('Team', { parentId: one.id })
    await change(team, { parentId: other.id })
    expect((await office.audit()).at(-1)?.changes).toEqual({
      parent: { old: 'North › Field', new: 'South › Field' },
    })
  })

  it('whose head is followed by somebody of the same name has another head', async () => {
    const [one, other] = [await registerGrace(), await registerGrace(null, '8')]
    const sales = await add('Sales', { headId: one.id })
    expect((await change(sales, { headId: other.id })).head?.id).toBe(other.id)
    expect((await office.audit()).at(-1)?.fields).toEqual(['head'])
  })
})

describe('what is refused', () => {
  it.each([
    ['Sales', 'sales'],
    ['Sales  Team', ' SALES\u00a0team '],
    ['Straße', 'STRASSE'],
  ])('the name %j where %j stands in the same place, beside its field', async (first, second) => {
    const top = await add('Top')
    await add(first, { parentId: top.id })
    const message = `There is a department ${first.normalize()} in the same place already.`
    expect(await refusal(add(second, { parentId: top.id }))).toEqual({
      code: 'DUPLICATE',
      message,
      fields: { 'department.name': message },
    })
    expect((await add(second)).parentId).toBeNull()
  })

  it('two of one name at the top, and a move or a new name that would make them', async () => {
    const top = await add('Top')
    const sales = await add('Sales')
    expect((await refusal(add('SALES'))).fields).toHaveProperty(['department.name'])
    const below = await add('Sales', { parentId: top.id })
    expect((await refusal(change(below, { parentId: null }))).fields).toHaveProperty(['department.name'])
    expect((await refusal(change(top, { name: 'sales' }))).fields).toHaveProperty(['department.name'])
    expect((await change(sales, { name: 'SALES' })).name).toBe('SALES')
  })

  it('a code that another one has, wherever it stands, and both problems at once', async () => {
    const top = await add('Top', { code: 'T 1' })
    expect((await refusal(add('Low', { code: 't\u00a01', parentId: top.id }))).fields).toEqual({
      'department.code': 'The code t\u00a01 already belongs to Top.',
    })
    const error = await refusal(add('TOP', { code: 'T 1' }))
    expect(Object.keys(error.fields ?? {})).toEqual(['department.name', 'department.code'])
    for (const sentence of Object.values(error.fields ?? {})) expect(error.message).toContain(sentence)
  })

  it('nothing for two without a code', async () => {
    await add('One')
    expect((await add('Two')).code).toBe('')
  })

  it('a circle, with its path, beside the field of the parent', async () => {
    const a = await add('A')
    const b = await add('B', { parentId: a.id })
    const c = await add('C', { parentId: b.id })
    const refused = async (parentId: number) => refusal(change(a, { parentId }))
    const message = 'A department cannot stand below itself: A → C → B → A. Choose another parent department.'
    expect(await refused(c.id)).toEqual({ code: 'REFUSED', message, fields: { 'department.parentId': message } })
    expect((await refused(b.id)).message).toContain('A → B → A.')
    expect((await refused(a.id)).message).toContain('A → A.')
    expect((await list()).find(({ id }) => id === a.id)).toEqual(a)
  })

  it('a parent or a head that is gone, beside its field', async () => {
    const parent = await refusal(add('Sales', { parentId: 999 }))
    expect(parent).toMatchObject({ code: 'INVALID_INPUT', fields: { 'department.parentId': /not exist/ } } as never)
    const head = await refusal(add('Sales', { headId: 999 }))
    expect([head.code, Object.keys(head.fields ?? {})]).toEqual(['INVALID_INPUT', ['department.headId']])
  })

  it('a removal while people or departments belong to it, in numbers', async () => {
    const sales = await add('Sales')
    const grace = await registerGrace(sales.id)
    const advice = 'Move them to another department first.'
    expect(await refusal(remove(sales))).toEqual({
      code: 'REFUSED',
      message: `1 employee belongs to Sales. ${advice}`,
    })
    const field = await add('Field', { parentId: sales.id })
    await office.register({ employeeNumber: '8', firstName: 'Ada', departmentId: sales.id })
    expect((await refusal(remove(sales))).message).toBe(`2 employees and 1 department belong to Sales. ${advice}`)
    await remove(field)
    await office.update(grace, { departmentId: null })
    expect((await refusal(remove(sales))).message).toBe(`1 employee belongs to Sales. ${advice}`)
  })

  it('a change or a removal over a newer version', async () => {
    const sales = await add('Sales')
    await change(sales, { name: 'Selling' })
    const error = await refusal(change(sales, { code: 'S' }))
    expect(error.code).toBe('CONFLICT')
    expect(error.message).toContain('Selling')
    expect((await refusal(remove(sales))).code).toBe('CONFLICT')
    expect((await list()).map(({ name, code }) => [name, code])).toEqual([['Selling', '']])
  })

  it('one that is not there any more', async () => {
    const sales = await add('Sales')
    await remove(sales)
    expect((await refusal(change(sales, { name: 'X' }))).code).toBe('NOT_FOUND')
    expect((await refusal(remove(sales))).code).toBe('NOT_FOUND')
  })

  it('whoever was signed out while the call was under way', async () => {
    const sales = await add('Sales')
    const caller = await office.caller()
    await office.signOutEverywhere(caller)
    const department = { name: 'X', code: '', parentId: null, headId: null }
    const { id, version } = sales
    for (const act of [
      () => office.organisation.addDepartment({ department }, caller),
      () => office.organisation.changeDepartment({ id, version, department }, caller),
      () => office.organisation.removeDepartment({ id, version }, caller),
    ]) {
      expect((await refusal(act())).code).toBe('UNAUTHENTICATED')
    }
    const { departments } = await office.organisation.listDepartments({}, caller)
    expect(departments).toEqual([sales])
  })

  it('leaves nothing behind: no audit entry, no event', async () => {
    const sales = await add('Sales')
    const before = await office.audit()
    await refusal(add('Sales'))
    await refusal(change(sales, { parentId: sales.id }))
    expect(await office.audit()).toEqual(before)
    expect(office.organisationChanges()).toBe(1)
  })
})
