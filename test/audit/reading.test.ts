import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAuditReading } from '../../electron/audit/reading.ts'
import { contract } from '../../electron/contract/index.ts'
import { type Office, openOffice } from '../employees/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const everything = { search: '', area: null, outcome: null, from: null, before: null, offset: 0, limit: 50 }

const reading = () => createAuditReading(office.database, async () => {})

/** As the router answers: what the contract does not know fails. */
async function list(filter: Partial<typeof everything> | { area: 'employees' } = {}) {
  return contract.audit.list.output.parse(await reading().list({ ...everything, ...filter }))
}

const actions = async (filter: Parameters<typeof list>[0] = {}) =>
  (await list(filter)).entries.map(({ action }) => action)

describe('the audit log', () => {
  it('tells what happened, the last first, with what changed from what to what', async () => {
    const { employee } = await office.register({ employeeNumber: '1', firstName: 'Ada', lastName: 'Byron' })
    await office.update(employee, { lastName: 'Lovelace', middleName: 'King' })
    const { total, entries } = await list()
    expect(entries.map(({ action }) => action)).toEqual([
      'employee.updated',
      'employee.registered',
      'session.created',
      'account.created',
    ])
    expect(total).toBe(4)
    expect(entries[0]).toEqual({
      id: 4,
      at: '2026-11-20T09:00:00.000Z',
      actor: 'maria',
      computer: 'Front desk',
      action: 'employee.updated',
      subjectKind: 'employee',
      subjectId: employee.id,
      subjectName: 'Ada Lovelace',
      outcome: 'success',
      changes: [
        { field: 'middleName', old: null, new: 'King', isKept: true },
        { field: 'lastName', old: 'Byron', new: 'Lovelace', isKept: true },
      ],
    })
  })

  it('names secrets and holds none of them', async () => {
    await office.register({ employeeNumber: '1', firstName: 'Ada', username: 'ada' })
    const created = (await list()).entries.find(({ subjectName }) => subjectName === 'ada')
    expect(created?.changes).toContainEqual({ field: 'password', old: null, new: null, isKept: false })
  })

  it('is narrowed down by part, by time and by who or whom, wildcards taken as they are', async () => {
    await office.register({ employeeNumber: '1', firstName: 'Ada' })
    office.clock.advance(60_000)
    await office.register({ employeeNumber: '2', firstName: '100%' })
    expect(await actions({ area: 'employees' })).toEqual(['employee.registered', 'employee.registered'])
    expect((await list({ search: 'ADA' })).entries.map(({ subjectName }) => subjectName)).toEqual(['Ada'])
    expect((await list({ search: '00%' })).entries.map(({ subjectName }) => subjectName)).toEqual(['100%'])
    expect((await list({ search: '%' })).total).toBe(0)
    expect((await list({ search: 'maria' })).total).toBe(4)
    const minute = '2026-11-20T09:01:00.000Z'
    expect((await list({ from: minute } as object)).total).toBe(1)
    expect((await list({ before: minute } as object)).total).toBe(3)
    expect((await list({ outcome: 'refused' } as object)).total).toBe(0)
  })

  it('is searched as employees are: case and accents folded, every word, short ones at a beginning', async () => {
    await office.register({ employeeNumber: '1', firstName: 'Zoë', lastName: 'Müller-Łukasz' })
    await office.register({ employeeNumber: '2', firstName: 'Άννα', lastName: 'Straße' })
    const found = async (search: string) =>
      (await list({ search })).entries.map(({ subjectName }) => subjectName).filter((name) => name !== 'maria')
    for (const search of ['zoe', 'ZOË', 'zoe\u0308', 'uller', 'lukasz zoe', 'lu', 'zo mu', 'maria zoe']) {
      expect(await found(search), search).toEqual(['Zoë Müller-Łukasz'])
    }
    for (const search of ['αννα', 'STRASSE', 'straße', 'ss straße']) {
      expect(await found(search), search).toEqual(search.startsWith('ss ') ? [] : ['Άννα Straße'])
    }
    expect(await found('zoe strasse')).toEqual([])
    expect(await found('ul')).toEqual([])
    expect(await found(' ')).toHaveLength(2)
  })

  it('comes in pages with the exact total', async () => {
    for (let number = 1; number <= 5; number += 1) {
      await office.register({ employeeNumber: String(number), firstName: 'Ada' })
    }
    const first = await reading().list({ ...everything, limit: 2 })
    const second = await reading().list({ ...everything, offset: 2, limit: 2 })
    expect([first.total, second.total]).toEqual([7, 7])
    expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual([7, 6, 5, 4])
  })
})

describe('the history of an employee', () => {
  it('holds what happened to the record and to the account, and nothing of others', async () => {
    const { employee } = await office.register({ employeeNumber: '1', firstName: 'Ada', username: 'ada' })
    await office.register({ employeeNumber: '2', firstName: 'Grace', username: 'grace' })
    await office.update(employee, { notes: 'Likes engines.' })
    const { total, entries } = await reading().employee({ id: employee.id, offset: 0, limit: 50 })
    expect(entries.map(({ action, subjectName }) => [action, subjectName])).toEqual([
      ['employee.updated', 'Ada'],
      ['employee.registered', 'Ada'],
      ['account.created', 'ada'],
    ])
    expect(total).toBe(3)
  })
})
