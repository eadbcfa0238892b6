import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmployeeRecord, newAccountFields } from '../../electron/contract/employees.ts'
import { goodPassword, type Office, openOffice, refusal } from './office.ts'

let office: Office
let ada: EmployeeRecord
beforeEach(async () => {
  office = await openOffice()
  const person = { employeeNumber: 'E1', firstName: 'Ada', lastName: 'Lovelace', hireDate: '2020-01-01' }
  ada = (await office.register(person)).employee
})
afterEach(() => office.dispose())

const wanted = (username = 'ada', temporaryPassword = goodPassword) =>
  newAccountFields.parse({ username, role: 'manager', temporaryPassword })
const read = async () => (await office.employees.handlers.read({ id: ada.id }, await office.caller())).employee
const create = async (account = wanted()) => {
  const { id, version } = await read()
  return office.employees.handlers.createAccount({ id, version, account }, await office.caller())
}

describe('an account made later', () => {
  it('belongs to the employee, who is found by it, with a slip to hand over', async () => {
    const changes = office.changes()
    const { employee, slip } = await create()
    expect(employee).toMatchObject({
      version: 2,
      account: { username: 'ada', role: 'manager', mustChoosePassword: true, disabledAt: null },
    })
    expect(slip).toMatchObject({ name: 'Ada Lovelace', username: 'ada', temporaryPassword: goodPassword })
    expect(slip.expiresAt).toBe('2026-11-23T09:00:00.000Z')
    expect(office.changes()).toBe(changes + 1)
    expect((await office.audit()).slice(-2)).toMatchObject([
      { action: 'account.created', actor: 'maria', subject: 'ada' },
      { action: 'employee.updated', subject: 'Ada Lovelace', changes: { username: { old: null, new: 'ada' } } },
    ])
  })

  it('is what a search finds them by', async () => {
    await create(wanted('countess'))
    expect((await office.list('countess')).rows.map(({ id }) => id)).toEqual([ada.id])
  })

  it('is refused for a second one, for a taken username and for a short password, with nothing half done', async () => {
    expect((await refusal(create(wanted('maria')))).fields).toHaveProperty('account.username')
    expect((await refusal(create(wanted('ada', 'short')))).fields).toHaveProperty('account.temporaryPassword')
    expect((await read()).account).toBeNull()
    await create()
    expect((await refusal(create(wanted('ada2')))).message).toBe('Ada Lovelace has an account already.')
  })

  it('is refused for who has left or is archived', async () => {
    const { id, version } = await read()
    const leaving = { leavingDate: '2026-11-20', leavingReason: 'other', successorId: null } as const
    await office.employees.handlers.offboard({ id, version, leaving }, await office.caller())
    expect(await refusal(create())).toEqual({
      code: 'REFUSED',
      message: 'Ada Lovelace has left. Rehire them first.',
    })
    await office.employees.handlers.archive({ id, version: version + 1 }, await office.caller())
    expect((await refusal(create())).message).toBe('Ada Lovelace is archived. Restore them first.')
  })

  it('is refused over a newer version', async () => {
    const { id, version } = await read()
    await office.update(await read(), { lastName: 'King' })
    const old = { id, version, account: wanted() }
    expect((await refusal(office.employees.handlers.createAccount(old, await office.caller()))).code).toBe('CONFLICT')
  })
})
