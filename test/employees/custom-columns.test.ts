import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CustomFieldInput, type CustomKey, customKeyOf } from '../../electron/contract/custom-fields.ts'
import { everybody } from '../../electron/contract/employee-filter.ts'
import { contract } from '../../electron/contract/index.ts'
import type { Database } from '../../electron/database/port.ts'
import { readList } from '../../electron/employees/listing.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

async function add(name: string, kind: CustomFieldInput['kind'] = 'text', choices: readonly string[] = []) {
  const field = {
    name,
    kind,
    help: '',
    isRequired: false,
    isPrivate: true,
    choices: choices.map((choice) => ({ id: null, name: choice })),
  }
  return (await office.customFields.add({ field }, await office.caller())).field
}

let number = 0
async function register(firstName: string, custom: Record<string, string> = {}) {
  number += 1
  return (await office.register({ employeeNumber: `C${number}`, firstName, custom })).employee
}

/** Registers a person for each value, called by it; the last has none. */
async function registerEach(id: number, values: readonly string[]) {
  for (const value of values) await register(value, { [id]: value })
  await register('none')
}

const rows = async (custom: CustomKey[]) => (await office.list('', 0, 200, {}, [], custom)).rows

const inOrder = async (column: CustomKey, descending = false) =>
  (await office.list('', 0, 200, {}, [{ column, descending }])).rows.map(({ firstName }) => firstName)

describe('a row of the list', () => {
  it('tells the custom fields that are asked for, and no other', async () => {
    const [badge, locker] = [await add('Badge'), await add('Locker', 'number')]
    await register('Ada', { [badge.id]: 'Blue', [locker.id]: '7,50' })
    await register('Bo', { [badge.id]: 'Red' })
    await register('Cy')
    const told = async (custom: CustomKey[]) => (await rows(custom)).map((row) => row.custom)
    expect(await told([])).toEqual([{}, {}, {}])
    expect(await told([customKeyOf(locker)])).toEqual([{ [locker.id]: '7.5' }, {}, {}])
    expect(await told([customKeyOf(locker), customKeyOf(badge)])).toEqual([
      { [badge.id]: 'Blue', [locker.id]: '7.5' },
      { [badge.id]: 'Red' },
      {},
    ])
  })

  it('tells nothing of a field that is archived, or is not there', async () => {
    const badge = await add('Badge')
    await register('Ada', { [badge.id]: 'Blue' })
    const { id, version } = badge
    await office.customFields.archive({ id, version }, await office.caller())
    expect((await rows([customKeyOf(badge), 'custom.99'])).map(({ custom }) => custom)).toEqual([{}])
  })

  it('costs no query more, however many fields are told', async () => {
    const fields = [await add('Badge'), await add('Locker'), await add('Desk')]
    await register('Ada', Object.fromEntries(fields.map(({ id }) => [id, 'x'])))
    let queries = 0
    const counting: Pick<Database, 'read'> = {
      read: (query) => {
        queries += 1
        return office.database.read(query)
      },
    }
    const asked = async (custom: CustomKey[]) => {
      queries = 0
      await readList(counting, everybody, { sort: [], custom, offset: 0, limit: 100 }, 1)
      return queries
    }
    expect(await asked(fields.map(customKeyOf))).toBe(await asked([]))
  })

  it('is told by no call but the one of administrators', () => {
    expect(contract.employees.list.access).toBe('admin')
    const { input } = contract.employees.list
    expect(input.parse({ offset: 0, limit: 1 }).custom).toEqual([])
    expect(input.safeParse({ offset: 0, limit: 1, custom: ['notes'] }).success).toBe(false)
  })
})

describe('the order by a custom field', () => {
  it('does not see case and accents of a text', async () => {
    const badge = await add('Badge')
    await registerEach(badge.id, ['Zebra', 'éclair', 'Øre', 'apple', 'Ångström', 'Eclair 2'])
    const words = ['Ångström', 'apple', 'éclair', 'Eclair 2', 'Øre', 'Zebra']
    expect(await inOrder(customKeyOf(badge))).toEqual([...words, 'none'])
    expect(await inOrder(customKeyOf(badge), true)).toEqual([...words.toReversed(), 'none'])
  })

  it('goes by the size of a number', async () => {
    const locker = await add('Locker', 'number')
    await registerEach(locker.id, ['10', '9', '-3', '9.5', '100'])
    expect(await inOrder(customKeyOf(locker))).toEqual(['-3', '9', '9.5', '10', '100', 'none'])
  })

  it('goes by date, by the word of a choice, and from no to yes', async () => {
    const since = await add('Badge since', 'date')
    const size = await add('Shirt size', 'choice', ['Small', 'large'])
    const trained = await add('First aider', 'yes-no')
    await register('Ada', { [since.id]: '2026-03-01', [size.id]: 'Small', [trained.id]: 'yes' })
    await register('Bo', { [since.id]: '2025-12-31', [size.id]: 'large', [trained.id]: 'no' })
    expect(await inOrder(customKeyOf(since))).toEqual(['Bo', 'Ada'])
    expect(await inOrder(customKeyOf(size))).toEqual(['Bo', 'Ada'])
    expect(await inOrder(customKeyOf(trained))).toEqual(['Bo', 'Ada'])
    expect(await inOrder(customKeyOf(trained), true)).toEqual(['Ada', 'Bo'])
  })

  it('comes before and after other columns, page by page, of what is searched too', async () => {
    const floor = await add('Floor', 'number')
    for (const [name, level] of [
      ['Ann 1', '2'],
      ['Ann 2', '10'],
      ['Ann 3', '2'],
      ['Bo', '1'],
    ] as const) {
      await register(name, { [floor.id]: level })
    }
    const sort = [
      { column: customKeyOf(floor), descending: true },
      { column: 'employeeNumber', descending: true },
    ] as const
    const names = async (search: string, offset: number, limit: number) => {
      const { total, rows } = await office.list(search, offset, limit, {}, [...sort])
      return [total, ...rows.map(({ firstName }) => firstName)]
    }
    expect(await names('', 0, 200)).toEqual([4, 'Ann 2', 'Ann 3', 'Ann 1', 'Bo'])
    expect(await names('', 1, 2)).toEqual([4, 'Ann 3', 'Ann 1'])
    expect(await names('ann', 0, 2)).toEqual([3, 'Ann 2', 'Ann 3'])
    expect(await names('ann', 2, 2)).toEqual([3, 'Ann 1'])
  })

  it('is that of the names where the field is archived, or is not there', async () => {
    const badge = await add('Badge')
    await register('Ada', { [badge.id]: 'Z' })
    await register('Bo', { [badge.id]: 'A' })
    const { id, version } = badge
    await office.customFields.archive({ id, version }, await office.caller())
    expect(await inOrder(customKeyOf(badge))).toEqual(['Ada', 'Bo'])
    expect(await inOrder('custom.99')).toEqual(['Ada', 'Bo'])
  })
})
