import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { employeeFields, newAccountFields, unknownEmployee } from '../../electron/contract/employees.ts'
import { queries } from '../../electron/database/queries.ts'
import { companyName, goodPassword, type Office, openOffice, refusal } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const ada = { employeeNumber: '0042', firstName: 'Ada', lastName: 'Lovelace', workEmail: 'ada@example.com' }

describe('registering an employee', () => {
  it('keeps what was typed and answers the record', async () => {
    const { employee, slip } = await office.register(ada)
    expect(slip).toBeNull()
    expect(employee).toMatchObject({
      ...ada,
      hireDate: '2026-12-01',
      status: 'active',
      version: 1,
      account: null,
      createdAt: '2026-11-20T09:00:00.000Z',
    })
    const read = await office.employees.handlers.read({ id: employee.id }, await office.caller())
    expect(read.employee).toEqual(employee)
    expect(office.changes()).toBe(1)
  })

  it('takes somebody with one name, without e-mail address and without account', async () => {
    const { employee } = await office.register({ employeeNumber: '7', firstName: 'Suharto' })
    expect(employee).toMatchObject({ firstName: 'Suharto', lastName: '', workEmail: '', account: null })
  })

  it('makes the account with it and hands out the slip, which opens it for 72 hours', async () => {
    const { employee, slip } = await office.register({ ...ada, username: 'ada', role: 'manager' })
    expect(employee.account).toMatchObject({
      username: 'ada',
      role: 'manager',
      mustChoosePassword: true,
      disabledAt: null,
      lastSignInAt: null,
    })
    expect(slip).toEqual({
      company: companyName,
      name: 'Ada Lovelace',
      username: 'ada',
      temporaryPassword: goodPassword,
      expiresAt: '2026-11-23T09:00:00.000Z',
    })
  })

  it('tells the audit who registered whom and with what, and never the password', async () => {
    await office.register({ ...ada, username: 'ada' })
    const entries = (await office.audit()).slice(-2)
    expect(entries).toContainEqual({
      action: 'employee.registered',
      actor: 'maria',
      subject: 'Ada Lovelace',
      fields: ['employeeNumber', 'firstName', 'lastName', 'workEmail', 'hireDate', 'status'],
      changes: {
        employeeNumber: { old: null, new: '0042' },
        firstName: { old: null, new: 'Ada' },
        lastName: { old: null, new: 'Lovelace' },
        workEmail: { old: null, new: 'ada@example.com' },
        hireDate: { old: null, new: '2026-12-01' },
        status: { old: null, new: 'active' },
      },
    })
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'account.created', actor: 'maria', subject: 'ada' }),
    )
    expect(JSON.stringify(entries)).not.toContain(goodPassword)
  })
})

describe('what is refused', () => {
  it.each([
    ['0042', '0042'],
    ['a-7', 'A-7'],
    ['A 7', 'a\u00a0 7'],
    ['１２', '12'],
    ['Straße 1', 'STRASSE 1'],
  ])('the number %j where %j is there, and says whose it is', async (first, second) => {
    await office.register({ ...ada, employeeNumber: first })
    const error = await refusal(office.register({ employeeNumber: second, firstName: 'Grace' }))
    const message = `Employee number ${first} is already used by Ada Lovelace.`
    expect(error).toEqual({ code: 'DUPLICATE', message, fields: { 'employee.employeeNumber': message } })
  })

  it('all that is taken, at once', async () => {
    await office.register({ ...ada, username: 'ada' })
    const error = await refusal(
      office.register({ ...ada, firstName: 'Adam', workEmail: 'ADA@example.com', username: 'Ada' }),
    )
    expect(error.code).toBe('DUPLICATE')
    expect(error.fields).toEqual({
      'employee.employeeNumber': 'Employee number 0042 is already used by Ada Lovelace.',
      'employee.workEmail': 'Work email ada@example.com is already used by Ada Lovelace.',
      'account.username': expect.stringContaining('taken'),
    })
    for (const sentence of Object.values(error.fields ?? {})) expect(error.message).toContain(sentence)
  })

  it('a taken username by itself, and two people of whom one has the number and one the address', async () => {
    await office.register({ ...ada, username: 'ada' })
    await office.register({ employeeNumber: '2', firstName: 'Grace', workEmail: 'grace@example.com' })
    const username = await refusal(office.register({ employeeNumber: '3', firstName: 'X', username: 'ADA' }))
    expect(Object.keys(username.fields ?? {})).toEqual(['account.username'])
    const both = await refusal(
      office.register({ employeeNumber: '0042', firstName: 'X', workEmail: 'grace@example.com' }),
    )
    expect(both.fields).toEqual({
      'employee.employeeNumber': expect.stringContaining('Ada Lovelace'),
      'employee.workEmail': expect.stringContaining('Grace'),
    })
  })

  it('nothing for two people without e-mail addresses', async () => {
    await office.register({ employeeNumber: '1', firstName: 'Ada' })
    await office.register({ employeeNumber: '2', firstName: 'Grace' })
    expect((await office.list()).registered).toBe(2)
    const error = await refusal(office.register({ employeeNumber: '1', firstName: 'Ida' }))
    expect(Object.keys(error.fields ?? {})).toEqual(['employee.employeeNumber'])
  })

  it('leaves nothing behind: no employee, no account, no audit, no event', async () => {
    await office.register(ada)
    const before = await office.audit()
    await refusal(office.register({ ...ada, username: 'adam' }))
    expect(await office.audit()).toEqual(before)
    expect((await office.list()).registered).toBe(1)
    expect(office.changes()).toBe(1)
    const { employee } = await office.register({ employeeNumber: '43', firstName: 'Adam', username: 'adam' })
    expect(employee.account?.username).toBe('adam')
  })

  it('a temporary password that the policy refuses, beside its field', async () => {
    const account = (temporaryPassword: string) =>
      newAccountFields.parse({ username: 'ada.lovelace', role: 'employee', temporaryPassword })
    const employee = { ...unknownEmployee, ...ada, hireDate: '2026-12-01' }
    for (const password of ['too short', 'Lovelace Ada 2026!', 'ada@example.com 1', 'Analytical Engines']) {
      const register = office.employees.handlers.register(
        { employee, account: account(password) },
        await office.caller(),
      )
      const error = await refusal(register)
      expect(error.code).toBe('INVALID_INPUT')
      expect(Object.keys(error.fields ?? {})).toEqual(['account.temporaryPassword'])
    }
    expect((await office.list()).registered).toBe(0)
  })

  it.each(['\u200b', '\u3164\u00ad', '\u2003'])('a name that looks empty: %j', (name) => {
    const typed = { ...unknownEmployee, ...ada, hireDate: '2026-12-01', firstName: name }
    expect(employeeFields.safeParse(typed).error?.issues[0]).toMatchObject({
      path: ['firstName'],
      message: 'Enter the first name.',
    })
  })

  it('a username with a letter that nobody sees', () => {
    const typed = { username: 'ada\u3164', role: 'employee', temporaryPassword: goodPassword }
    expect(newAccountFields.safeParse(typed).error?.issues[0]?.path).toEqual(['username'])
  })

  it('whoever was signed out while the call was under way, and nobody is registered', async () => {
    const caller = await office.caller()
    const employee = employeeFields.parse({
      ...unknownEmployee,
      ...ada,
      lastName: '',
      workEmail: '',
      hireDate: '2026-12-01',
    })
    await office.signOutEverywhere(caller)
    await expect(office.employees.handlers.register({ employee, account: null }, caller)).rejects.toMatchObject({
      error: { code: 'UNAUTHENTICATED' },
    })
    expect(await office.database.read(queries.selectFrom('employee').select('id'))).toEqual([])
  })

  it('one of two who register the same number at the same moment', async () => {
    const results = await Promise.allSettled([
      office.register({ ...ada, username: 'ada' }),
      office.register({ ...ada, username: 'ada2' }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await office.list()).registered).toBe(1)
  })
})
