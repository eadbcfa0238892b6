import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CustomField, type CustomFieldInput, customKeyOf } from '../../electron/contract/custom-fields.ts'
import { type CustomCondition, customCondition } from '../../electron/contract/custom-filter.ts'
import { everybody } from '../../electron/contract/employee-filter.ts'
import { readSelected } from '../../electron/employees/selection-repository.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

async function add(name: string, kind: CustomFieldInput['kind'], choices: readonly string[] = []) {
  const field = {
    name,
    kind,
    help: '',
    isRequired: false,
    isPrivate: false,
    choices: choices.map((choice) => ({ id: null, name: choice })),
  }
  return (await office.customFields.add({ field }, await office.caller())).field
}

/** Registers a person for each value, called by it, and one without. */
async function registerEach({ id }: CustomField, values: readonly string[]) {
  for (const value of [...values, '']) {
    await office.register({
      employeeNumber: `C-${value}`,
      firstName: value || 'none',
      custom: value === '' ? {} : { [id]: value },
    })
  }
}

const names = async (...custom: CustomCondition[]) =>
  (await office.list('', 0, 200, { custom }, [{ column: 'employeeNumber', descending: false }])).rows.map(
    ({ firstName }) => firstName,
  )

describe('a filter by a custom field', () => {
  it('finds a text anywhere, whatever its case and accents, and takes no sign for another', async () => {
    const badge = await add('Badge', 'text')
    const key = customKeyOf(badge)
    await registerEach(badge, ['100 %', 'Grün', 'Old green', 'Red'])
    expect(await names({ key, kind: 'text', holds: 'GRU' })).toEqual(['Grün'])
    expect(await names({ key, kind: 'text', holds: 'gre' })).toEqual(['Old green'])
    expect(await names({ key, kind: 'text', holds: '%' })).toEqual(['100 %'])
    expect(await names({ key, kind: 'text', holds: ' ' })).toHaveLength(5)
  })

  it('compares numbers by their size, both ends included', async () => {
    const locker = await add('Locker', 'number')
    const key = customKeyOf(locker)
    await registerEach(locker, ['-3', '10', '100', '9', '9.5'])
    expect(await names({ key, kind: 'number', from: '9.5', to: '10' })).toEqual(['10', '9.5'])
    expect(await names({ key, kind: 'number', from: '', to: '9' })).toEqual(['-3', '9'])
    expect(await names({ key, kind: 'number', from: '10', to: '' })).toEqual(['10', '100'])
    expect(await names({ key, kind: 'number', from: '', to: '' })).toHaveLength(6)
  })

  it('takes the first and the last day in', async () => {
    const review = await add('Review', 'date')
    const key = customKeyOf(review)
    await registerEach(review, ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'])
    expect(await names({ key, kind: 'date', from: '2026-02-01', to: '2026-02-28' })).toEqual([
      '2026-02-01',
      '2026-02-28',
    ])
  })

  it('means any of several choices, whatever they are called by now, or those without one', async () => {
    const shirt = await add('Shirt', 'choice', ['S', 'M', 'L'])
    const key = customKeyOf(shirt)
    await registerEach(shirt, ['L', 'M', 'S'])
    const [small, medium] = shirt.choices.map(({ id }) => id)
    const values = [small ?? 0, medium ?? 0]
    expect(await names({ key, kind: 'choice', values })).toEqual(['M', 'S'])
    expect(await names({ key, kind: 'choice', values: [null] })).toEqual(['none'])
    expect(await names({ key, kind: 'choice', values: [small ?? 0, null] })).toEqual(['none', 'S'])
    const { id, version, name, kind, help, isRequired, isPrivate } = shirt
    const choices = shirt.choices.map((choice) => (choice.name === 'S' ? { ...choice, name: 'Small' } : choice))
    const field = { name, kind, help, isRequired, isPrivate, choices }
    await office.customFields.change({ id, version, field }, await office.caller())
    expect(await names({ key, kind: 'choice', values })).toEqual(['M', 'S'])
  })

  it('tells yes, no and nothing apart', async () => {
    const remote = await add('Remote', 'yes-no')
    const key = customKeyOf(remote)
    await registerEach(remote, ['no', 'yes'])
    expect(await names({ key, kind: 'yes-no', values: ['yes'] })).toEqual(['yes'])
    expect(await names({ key, kind: 'yes-no', values: ['no', 'yes'] })).toEqual(['no', 'yes'])
    expect(await names({ key, kind: 'yes-no', values: [null] })).toEqual(['none'])
  })

  it('holds several fields, and all else that is asked for, against each other', async () => {
    const [badge, locker] = [await add('Badge', 'text'), await add('Locker', 'number')]
    await office.register({ employeeNumber: '1', firstName: 'Ada', custom: { [badge.id]: 'red', [locker.id]: '1' } })
    await office.register({ employeeNumber: '2', firstName: 'Ben', custom: { [badge.id]: 'red', [locker.id]: '2' } })
    const custom: CustomCondition[] = [
      { key: customKeyOf(badge), kind: 'text', holds: 'red' },
      { key: customKeyOf(locker), kind: 'number', from: '2', to: '' },
    ]
    expect(await names(...custom)).toEqual(['Ben'])
    expect((await office.list('ada', 0, 9, { custom })).total).toBe(0)
    expect((await office.list('ben', 0, 9, { custom })).total).toBe(1)
    expect((await office.list('', 0, 9, { custom })).total).toBe(1)
  })

  it('means the same people in what is changed or exported', async () => {
    const badge = await add('Badge', 'text')
    await registerEach(badge, ['blue', 'red'])
    const filter = { ...everybody, custom: [{ key: customKeyOf(badge), kind: 'text', holds: 'b' } as const] }
    const selected = await readSelected(
      office.database,
      { kind: 'matching', filter, exceptIds: [] },
      [],
      async () => {},
    )
    expect(selected.map(({ first_name }) => first_name)).toEqual(['blue'])
  })

  it('means nobody where the field is gone', async () => {
    const badge = await add('Badge', 'text')
    await registerEach(badge, ['blue'])
    expect(await names({ key: 'custom.99', kind: 'text', holds: 'b' })).toEqual([])
    expect(await names({ key: 'custom.99', kind: 'choice', values: [null] })).toEqual([])
  })

  it('is refused where a bound is no number or day', () => {
    const number = (from: string) => customCondition.safeParse({ key: 'custom.1', kind: 'number', from, to: '' })
    expect(number('7.5').success).toBe(true)
    expect(number('7,5').success).toBe(false)
    expect(number('1e9').success).toBe(false)
    expect(customCondition.safeParse({ key: 'custom.1', kind: 'date', from: '2026-02-30', to: '' }).success).toBe(false)
  })
})
