import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CustomField, CustomFieldInput } from '../../electron/contract/custom-fields.ts'
import type { EmployeeRecord } from '../../electron/contract/employees.ts'
import { queries } from '../../electron/database/queries.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const typed: Omit<CustomFieldInput, 'name'> = {
  help: '',
  isRequired: false,
  isPrivate: false,
  choices: [],
  kind: 'text',
}

const add = async (name: string, more: Partial<CustomFieldInput> = {}): Promise<CustomField> =>
  (await office.customFields.add({ field: { ...typed, name, ...more } }, await office.caller())).field

const addChoice = (name: string, choices: readonly string[]) =>
  add(name, { kind: 'choice', choices: choices.map((choice) => ({ id: null, name: choice })) })

const list = async () => (await office.customFields.list({}, await office.caller())).fields
const now = async ({ id }: CustomField) => {
  const field = (await list()).find((known) => known.id === id)
  if (!field) throw new Error('the field is gone')
  return field
}

async function change(field: CustomField, more: Partial<CustomFieldInput>): Promise<CustomField> {
  const { id, version, isArchived: _, values: __, ...fields } = await now(field)
  return (await office.customFields.change({ id, version, field: { ...fields, ...more } }, await office.caller())).field
}

const archive = async (field: CustomField) => {
  const { id, version } = await now(field)
  return (await office.customFields.archive({ id, version }, await office.caller())).field
}

let number = 0
async function register(custom: Record<string, string> = {}, firstName = 'Ada'): Promise<EmployeeRecord> {
  number += 1
  return (await office.register({ employeeNumber: `C${number}`, firstName, custom })).employee
}

const read = async ({ id }: EmployeeRecord) =>
  (await office.employees.handlers.read({ id }, await office.caller())).employee

const found = async (search: string) => (await office.list(search)).total

describe('custom fields', () => {
  it('never have the id of one that was deleted, under which lists keep its column', async () => {
    const { id, version, name } = await add('Badge')
    await office.customFields.remove({ id, version, name }, await office.caller())
    expect((await add('Locker')).id).toBeGreaterThan(id)
  })

  it('are added, listed in their order and moved', async () => {
    const size = await addChoice('Shirt size', ['Small', 'Large'])
    expect(size).toMatchObject({
      version: 1,
      values: 0,
      isArchived: false,
      choices: [{ name: 'Small' }, { name: 'Large' }],
    })
    const badge = await add('Badge')
    await add('Locker', { kind: 'number' })
    await office.customFields.move({ id: badge.id, place: 0 }, await office.caller())
    expect((await list()).map(({ name }) => name)).toEqual(['Badge', 'Shirt size', 'Locker'])
    await office.customFields.move({ id: badge.id, place: 9 }, await office.caller())
    expect((await list()).map(({ name }) => name)).toEqual(['Shirt size', 'Locker', 'Badge'])
    expect((await office.audit()).at(-1)).toMatchObject({ changes: { place: { old: '1', new: '3' } } })
  })

  it('have names of their own, whatever the case', async () => {
    await add('Badge')
    const locker = await add('Locker')
    const taken = { code: 'DUPLICATE', fields: { 'field.name': 'There is a field Badge already.' } }
    expect(await refusal(add(' BADGE '))).toMatchObject(taken)
    expect(await refusal(change(locker, { name: 'badge' }))).toMatchObject(taken)
    expect((await change(locker, { name: 'LOCKER' })).name).toBe('LOCKER')
  })

  it('are changed over the newest version alone, and the audit tells what changed', async () => {
    const size = await addChoice('Shirt size', ['Small'])
    await change(size, { help: 'As on the label', isPrivate: true })
    expect((await office.audit()).at(-1)).toMatchObject({
      action: 'custom_field.changed',
      subject: 'Shirt size',
      changes: { help: { old: null, new: 'As on the label' }, private: { old: 'no', new: 'yes' } },
    })
    const stale = office.customFields.archive({ id: size.id, version: 1 }, await office.caller())
    expect((await refusal(stale)).code).toBe('CONFLICT')
  })

  it('keep their kind once somebody has a value', async () => {
    const badge = await add('Badge')
    await change(badge, { kind: 'number' })
    await register({ [badge.id]: '12' })
    expect(await refusal(change(badge, { kind: 'date' }))).toMatchObject({
      code: 'REFUSED',
      message: '1 employee has a value in Badge: its kind cannot be changed any more.',
    })
  })

  it('rename a choice with the values that hold it, also where two exchange their names', async () => {
    const size = await addChoice('Shirt size', ['Small', 'Large'])
    const [small, large] = size.choices
    const ada = await register({ [size.id]: 'Small' })
    const grace = await register({ [size.id]: 'Large' }, 'Grace')
    await change(size, {
      choices: [
        { id: small?.id ?? null, name: 'Large' },
        { id: large?.id ?? null, name: 'Small' },
      ],
    })
    expect([(await read(ada)).custom, (await read(grace)).custom]).toEqual([
      { [size.id]: 'Large' },
      { [size.id]: 'Small' },
    ])
    await change(size, { choices: [{ id: small?.id ?? null, name: 'Épic' }, ...size.choices.slice(1)] })
    expect([await found('epic'), await found('large'), await found('small')]).toEqual([1, 1, 0])
  })

  it('lose no choice that somebody has', async () => {
    const size = await addChoice('Shirt size', ['Small', 'Large'])
    await register({ [size.id]: 'Small' })
    const kept = size.choices.filter(({ name }) => name === 'Large')
    expect(await refusal(change(size, { choices: kept }))).toMatchObject({
      code: 'REFUSED',
      fields: { 'field.choices': '1 employee has the choice Small. Give them another one first, or rename it.' },
    })
    const other = size.choices.filter(({ name }) => name === 'Small')
    expect((await change(size, { choices: other })).choices).toEqual(other)
  })

  it('are archived: asked for no longer, found no longer, with their values kept', async () => {
    const badge = await add('Badge', { isRequired: true })
    const ada = await register({ [badge.id]: 'Blue' })
    expect(await archive(badge)).toMatchObject({ isArchived: true, values: 1 })
    expect([await found('blue'), await found('ada')]).toEqual([0, 1])
    await register({}, 'Grace')
    const saved = await office.update(await read(ada), { notes: 'New' }, 1, { [badge.id]: 'Blue' })
    expect(saved.custom).toEqual({ [badge.id]: 'Blue' })
    expect((await refusal(office.update(saved, {}, 1, { [badge.id]: 'Red' }))).fields).toHaveProperty([
      `custom.${badge.id}`,
    ])
    const { id, version } = await now(badge)
    await office.customFields.restore({ id, version }, await office.caller())
    expect(await found('blue')).toBe(1)
  })

  it('are deleted with all values, once their name is typed', async () => {
    const badge = await add('Badge')
    const ada = await register({ [badge.id]: 'Blue' })
    const { id, version } = await now(badge)
    const remove = async (name: string) => office.customFields.remove({ id, version, name }, await office.caller())
    expect((await refusal(remove('Bad'))).fields).toHaveProperty('name')
    await remove(' badge ')
    expect([await list(), (await read(ada)).custom, await found('blue')]).toEqual([[], {}, 0])
    expect(await office.database.read(queries.selectFrom('custom_value').selectAll())).toEqual([])
    expect((await office.audit()).at(-1)).toMatchObject({ action: 'custom_field.removed', subject: 'Badge' })
  })
})

describe('the values of an employee', () => {
  it('are kept in their canonical form with the registration, and told in the audit by the names of the fields', async () => {
    const [badge, locker] = [await add('Badge'), await add('Locker', { kind: 'number' })]
    const ada = await register({ [badge.id]: ' Blue ', [locker.id]: '07,50' })
    expect(ada.custom).toEqual({ [badge.id]: 'Blue', [locker.id]: '7.5' })
    expect((await office.audit()).at(-1)?.changes).toMatchObject({
      'custom.Badge': { old: null, new: 'Blue' },
      'custom.Locker': { old: null, new: '7.5' },
    })
  })

  it('change with the employee in one version; what is left out stays, and nothing changed is no version', async () => {
    const [badge, locker] = [await add('Badge'), await add('Locker', { kind: 'number' })]
    const ada = await register({ [badge.id]: 'Blue', [locker.id]: '7' })
    const saved = await office.update(ada, { lastName: 'King' }, 1, { [badge.id]: 'Red' })
    expect(saved).toMatchObject({ version: 2, lastName: 'King', custom: { [badge.id]: 'Red', [locker.id]: '7' } })
    expect((await office.audit()).at(-1)?.changes).toEqual({
      lastName: { old: null, new: 'King' },
      'custom.Badge': { old: 'Blue', new: 'Red' },
    })
    expect((await office.update(saved, {}, 1, { [locker.id]: '7.0' })).version).toBe(2)
    const emptied = await office.update(saved, {}, 1, { [badge.id]: '' })
    expect(emptied).toMatchObject({ version: 3, custom: { [locker.id]: '7' } })
    expect((await refusal(office.update(saved, {}, 1, { [badge.id]: 'Blue' }))).message).toContain('(Badge)')
  })

  it.each([
    ['a number that is none', { kind: 'number' }, 'x', /as a number/],
    ['nothing where it is required', { isRequired: true }, '', /^Enter Badge\.$/],
    ['a choice that there is not', { kind: 'choice', choices: [{ id: null, name: 'A' }] }, 'B', /from the list/],
  ] as const)('are refused beside their field: %s', async (_what, more, value, message) => {
    const ada = await register()
    const badge = await add('Badge', { ...more, choices: [...('choices' in more ? more.choices : [])] })
    const fields = { [`custom.${badge.id}`]: expect.stringMatching(message) }
    expect(await refusal(office.update(ada, {}, 1, { [badge.id]: value }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields,
    })
    expect((await refusal(register({ [badge.id]: value }))).fields).toMatchObject(fields)
    expect((await read(ada)).custom).toEqual({})
  })

  it('that are required are asked for by a registration', async () => {
    const badge = await add('Badge', { isRequired: true })
    expect((await refusal(register())).fields).toHaveProperty([`custom.${badge.id}`])
    expect((await office.list()).registered).toBe(0)
  })

  it('are found by a search, unless administrators alone see them', async () => {
    const badge = await add('Badge')
    const driver = await add('Driver', { kind: 'yes-no' })
    const ada = await register({ [badge.id]: 'Türkis', [driver.id]: 'yes' })
    expect([await found('turkis'), await found('ada turk'), await found('yes')]).toEqual([1, 1, 0])
    await change(badge, { isPrivate: true })
    expect(await found('turkis')).toBe(0)
    await change(badge, { isPrivate: false })
    await office.update(await read(ada), { lastName: 'King' })
    expect(await found('turkis king')).toBe(1)
  })
})
