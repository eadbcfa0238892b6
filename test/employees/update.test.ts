import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmployeeRecord, employeeFields } from '../../electron/contract/employees.ts'
import { columnsOf } from '../../electron/employees/columns.ts'
import { selectEmployee } from '../../electron/employees/repository.ts'
import { detailsOf } from '../../renderer/features/employees/details.ts'
import { type Office, openOffice, refusal } from './office.ts'

let office: Office
let ada: EmployeeRecord
beforeEach(async () => {
  office = await openOffice()
  const person = { employeeNumber: '0042', firstName: 'Ada', lastName: 'Byron', workEmail: 'ada@example.com' }
  ada = (await office.register({ ...person, username: 'countess' })).employee
})
afterEach(() => office.dispose())

describe('changing an employee', () => {
  it('saves what was changed as a newer version', async () => {
    office.clock.advance(60_000)
    const saved = await office.update(ada, { lastName: 'Lovelace', workEmail: '' })
    expect(saved).toEqual({
      ...ada,
      lastName: 'Lovelace',
      workEmail: '',
      version: 2,
      updatedAt: '2026-11-20T09:01:00.000Z',
    })
    expect((await office.employees.handlers.read({ id: ada.id }, await office.caller())).employee).toEqual(saved)
    expect(office.changes()).toBe(2)
  })

  it('writes every column that follows from what was typed, and goes back to what was', async () => {
    const row = async () => (await office.database.read(selectEmployee({ id: ada.id })))[0]
    const before = await row()
    const change = {
      employeeNumber: '0043',
      firstName: 'Ångström',
      lastName: 'Lovelace',
      preferredName: 'Countess',
      workEmail: 'Lovelace@example.com',
      workPhone: '0123 456',
      address: 'St James Square',
      notes: 'First of all',
    }
    const saved = await office.update(ada, change)
    const fields = employeeFields.parse({ ...detailsOf(ada), ...change })
    expect(await row()).toMatchObject(columnsOf(fields, 'countess', []))
    await office.update(saved, detailsOf(ada))
    expect(await row()).toEqual({ ...before, version: 3 })
  })

  it('tells the audit the changed fields alone, from what to what', async () => {
    await office.update(ada, { lastName: 'Lovelace', workEmail: '' })
    expect((await office.audit()).at(-1)).toEqual({
      action: 'employee.updated',
      actor: 'maria',
      subject: 'Ada Lovelace',
      fields: ['lastName', 'workEmail'],
      changes: {
        lastName: { old: 'Byron', new: 'Lovelace' },
        workEmail: { old: 'ada@example.com', new: null },
      },
    })
  })

  it('makes no version, audit entry or event where nothing changed', async () => {
    const before = await office.audit()
    expect(await office.update(ada, {})).toEqual(ada)
    expect(await office.audit()).toEqual(before)
    expect(office.changes()).toBe(1)
  })

  it('keeps the employee in its place in the list and findable by what it is now', async () => {
    await office.register({ employeeNumber: '1', firstName: 'Zoe', lastName: 'Kramer' })
    await office.update(ada, { lastName: 'Lovelace', employeeNumber: 'B-9' })
    expect((await office.list()).rows.map((row) => row.firstName)).toEqual(['Zoe', 'Ada'])
    expect((await office.list('lovelace b-9 ada')).total).toBe(1)
    expect((await office.list('countess')).total).toBe(1)
    expect((await office.list('byron')).total).toBe(0)
    expect((await office.list('0042')).total).toBe(0)
  })

  it('gives a number to nobody else, not even one that was given up', async () => {
    await office.update(ada, { employeeNumber: 'B-9' })
    const grace = { employeeNumber: '0042', firstName: 'Grace', lastName: 'Hopper' }
    expect((await refusal(office.register(grace))).fields).toEqual({
      'employee.employeeNumber': 'Employee number 0042 once belonged to Ada Byron, and numbers are never given twice.',
    })
  })

  it('changes nothing for whoever was signed out while the call was under way', async () => {
    const caller = await office.caller()
    await office.signOutEverywhere(caller)
    const employee = { ...detailsOf(ada), lastName: 'Lovelace' }
    await expect(office.employees.handlers.update({ id: ada.id, version: 1, employee }, caller)).rejects.toMatchObject({
      error: { code: 'UNAUTHENTICATED' },
    })
  })

  it('may take back a number of its own', async () => {
    const renumbered = await office.update(ada, { employeeNumber: 'B-9' })
    expect((await office.update(renumbered, { employeeNumber: '0042' })).employeeNumber).toBe('0042')
  })

  it('may write its own number and address in another way', async () => {
    const saved = await office.update(ada, { workEmail: 'Ada@Example.com' })
    expect(saved).toMatchObject({ workEmail: 'Ada@Example.com', version: 2 })
  })
})

describe('what is refused', () => {
  it('a save over a newer version, with who changed what meanwhile', async () => {
    await office.signIn(2, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    await office.update(ada, { lastName: 'Lovelace', hireDate: '2026-12-02' }, 2)
    const error = await refusal(office.update(ada, { firstName: 'Augusta' }))
    expect(error).toEqual({
      code: 'CONFLICT',
      message:
        'grace changed Ada Lovelace while you were editing (last name and hire date). ' +
        'Nothing of yours was saved: look at the newer version, then save again.',
    })
    const { employee } = await office.employees.handlers.read({ id: ada.id }, await office.caller())
    expect(employee).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace', version: 2 })
  })

  it('the same over several newer versions: all of them are told, older ones are not', async () => {
    await office.signIn(2, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    const second = await office.update(ada, { workEmail: '' })
    const third = await office.update(second, { firstName: 'Augusta' }, 2)
    await office.update(third, { lastName: 'King' })
    const { message } = await refusal(office.update(second, { lastName: 'Lovelace' }))
    expect(message).toContain('maria and grace changed Augusta King while you were editing (last name and first name)')
  })

  it('one of two who save the same version at the same moment', async () => {
    await office.signIn(2, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    const results = await Promise.allSettled([
      office.update(ada, { lastName: 'Lovelace' }),
      office.update(ada, { lastName: 'King' }, 2),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { employee } = await office.employees.handlers.read({ id: ada.id }, await office.caller())
    expect(employee.version).toBe(2)
  })

  it("another's number and address", async () => {
    await office.register({ employeeNumber: '7', firstName: 'Grace', workEmail: 'grace@example.com' })
    const error = await refusal(office.update(ada, { employeeNumber: '7', workEmail: 'GRACE@example.com' }))
    expect(error.code).toBe('DUPLICATE')
    expect(error.fields).toEqual({
      'employee.employeeNumber': 'Employee number 7 is already used by Grace.',
      'employee.workEmail': 'Work email grace@example.com is already used by Grace.',
    })
  })

  it('an employee who is not there', async () => {
    const caller = await office.caller()
    expect((await refusal(office.update({ ...ada, id: 999 }, {}))).code).toBe('NOT_FOUND')
    expect((await refusal(office.employees.handlers.read({ id: 999 }, caller))).code).toBe('NOT_FOUND')
  })
})
