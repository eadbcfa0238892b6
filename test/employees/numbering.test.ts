import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { numberPattern } from '../../electron/contract/employee-numbers.ts'
import { employeeNumberKey } from '../../electron/employees/keys.ts'
import { similarNumberKeys } from '../../electron/employees/similar-numbers.ts'
import { type Office, openOffice, type Person, refusal } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const add = async (employeeNumber: string, more: Partial<Person> = {}) =>
  (await office.register({ employeeNumber, firstName: 'Ada', ...more })).employee
const next = async (pattern: string) =>
  (await office.employees.handlers.previewNumber({ pattern: numberPattern.parse(pattern) }, await office.caller())).next
const save = async (pattern: string) =>
  office.employees.handlers.saveNumberPattern({ pattern: numberPattern.parse(pattern) }, await office.caller())
const suggested = async () => office.employees.handlers.readNumberPattern({}, await office.caller())

const nothing = { employeeNumber: '', firstName: '', lastName: '', dateOfBirth: '', workEmail: '' }
const similar = async (typed: Partial<typeof nothing>) => {
  const asked = await office.employees.handlers.findSimilar({ ...nothing, ...typed }, await office.caller())
  return asked.similar.map(({ employeeNumber, reasons }) => [employeeNumber, ...reasons])
}

describe('a pattern', () => {
  it.each(['E-{0000}', '{0}', '{000}/HQ', 'Ä*[{00}'])('%s is one', (pattern) => {
    expect(numberPattern.safeParse(pattern).success).toBe(true)
  })

  it.each(['E-', 'E-{}', 'E-{1}', '{0}{0}', '2026{000}', '{000}7', `${'x'.repeat(31)}{0}`])('%s is none', (pattern) => {
    expect(numberPattern.safeParse(pattern).success).toBe(false)
  })
})

describe('the next number', () => {
  it('is the first where there is none', async () => {
    expect([await next('E-{0000}'), await next('{00}/HQ')]).toEqual(['E-0001', '01/HQ'])
  })

  it('follows the highest of its form, whatever its case, and minds no other', async () => {
    for (const number of ['e-0041', 'E-0007', 'E-99', 'E-12345', 'E-00x9', 'X-0999', 'E-0042-B']) await add(number)
    expect(await next('E-{0000}')).toBe('E-0042')
  })

  it('grows by a digit once the numbers of its length are used up', async () => {
    await add('E-99')
    expect(await next('E-{00}')).toBe('E-100')
    await add('E-100')
    expect(await next('E-{00}')).toBe('E-101')
  })

  it('takes signs that search for something else as they stand', async () => {
    await add('A*[7')
    await add('AB[8')
    expect(await next('A*[{0}')).toBe('A*[8')
  })

  it('is never one that somebody once had', async () => {
    const ada = await add('E-0001')
    await office.update(ada, { employeeNumber: 'Z' })
    expect(await next('E-{0000}')).toBe('E-0002')
  })
})

describe('the pattern of the company', () => {
  it('is none before it is set, and is audited when it is', async () => {
    expect(await suggested()).toEqual({ pattern: '', next: null })
    expect(await save('E-{000}')).toEqual({ pattern: 'E-{000}', next: 'E-001' })
    await save('E-{000}')
    await add('E-001')
    expect(await suggested()).toEqual({ pattern: 'E-{000}', next: 'E-002' })
    const changes = (await office.audit()).filter(({ action }) => action === 'employee_numbers.changed')
    expect(changes).toMatchObject([{ actor: 'maria', changes: { pattern: { old: null, new: 'E-{000}' } } }])
    expect(await save('')).toEqual({ pattern: '', next: null })
  })

  it('leads to a clear refusal for the later of two who took one number at once', async () => {
    await save('E-{000}')
    const outcomes = await Promise.allSettled([add('E-001'), add('E-001')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusal(add('E-001'))).fields).toHaveProperty('employee.employeeNumber')
    expect((await suggested()).next).toBe('E-002')
  })
})

describe('numbers that may be meant', () => {
  it('have other zeros or two neighbours swapped', () => {
    const keys = similarNumberKeys('E-0042')
    for (const number of ['E-42', 'e-00042', 'E-0024', 'E0-042']) expect(keys).toContain(employeeNumberKey(number))
    for (const number of ['E-0042', 'E-0043', 'E-4200', 'F-0042']) expect(keys).not.toContain(employeeNumberKey(number))
  })
})

describe('who may be registered already', () => {
  beforeEach(async () => {
    const ada = { firstName: 'Ádá', lastName: 'Lovelace', dateOfBirth: '1985-12-10', workEmail: 'ada@office.example' }
    await add('E-0042', ada)
    await add('E-0099', { firstName: 'Grace', lastName: 'Hopper' })
  })

  it('is nobody for an empty form, or for a first name alone', async () => {
    expect(await similar({})).toEqual([])
    expect(await similar({ firstName: 'Ada' })).toEqual([])
  })

  it('has the same number or one like it', async () => {
    expect(await similar({ employeeNumber: 'e-0042' })).toEqual([['E-0042', 'number']])
    expect(await similar({ employeeNumber: 'E-42' })).toEqual([['E-0042', 'similar-number']])
    expect(await similar({ employeeNumber: 'E-0043' })).toEqual([])
  })

  it('has the same name, without accents, unless two known dates of birth differ', async () => {
    const name = { firstName: 'ada', lastName: 'LOVELACE' }
    expect(await similar(name)).toEqual([['E-0042', 'name']])
    expect(await similar({ ...name, dateOfBirth: '1985-12-10' })).toEqual([['E-0042', 'name-and-birth']])
    expect(await similar({ ...name, dateOfBirth: '1990-01-01' })).toEqual([])
    expect(await similar({ firstName: 'Grace', lastName: 'Hopper', dateOfBirth: '1990-01-01' })).toEqual([
      ['E-0099', 'name'],
    ])
  })

  it('has the same address, and is named once with every reason', async () => {
    expect(
      await similar({
        employeeNumber: 'E-0042',
        firstName: 'Ada',
        lastName: 'Lovelace',
        workEmail: 'ADA@office.example',
      }),
    ).toEqual([['E-0042', 'number', 'email', 'name']])
  })

  it('may have been archived', async () => {
    const ada = (await office.list('lovelace')).rows[0]
    await office.employees.handlers.archive({ id: ada?.id ?? 0, version: 1 }, await office.caller())
    const asked = { ...nothing, firstName: 'Ada', lastName: 'Lovelace' }
    expect((await office.employees.handlers.findSimilar(asked, await office.caller())).similar).toMatchObject([
      { name: 'Ádá Lovelace', isPresent: false },
    ])
  })
})
