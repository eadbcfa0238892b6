import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unknownEmployee } from '../../electron/contract/employees.ts'
import { type Office, openOffice, refusal } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const maria = { ...unknownEmployee, employeeNumber: 'E-1', firstName: 'Maria', hireDate: '2026-01-05' }

const create = async (employee = maria) => office.employees.handlers.createOwn({ employee }, await office.caller())

describe('an administrator without an employee record', () => {
  it('becomes an employee with the account that they have', async () => {
    const { employee } = await create()
    expect(employee).toMatchObject({ firstName: 'Maria', account: { username: 'maria', role: 'admin' } })
    const own = (await office.directory.readOwn({}, await office.caller())).own
    expect(own?.employee.employeeNumber).toBe('E-1')
    expect((await office.list('maria')).rows).toMatchObject([{ id: employee.id, account: { username: 'maria' } }])
  })

  it('does so once', async () => {
    await create()
    expect(await refusal(create({ ...maria, employeeNumber: 'E-2' }))).toMatchObject({ code: 'REFUSED' })
    expect((await office.list('')).total).toBe(1)
  })

  it('takes no number that another one has, and leaves no required field out', async () => {
    await office.register({ employeeNumber: 'E-1', firstName: 'Ada' })
    expect(await refusal(create())).toMatchObject({ code: 'DUPLICATE' })
    const field = { name: 'Badge', kind: 'text', help: '', isRequired: true, isPrivate: false, choices: [] } as const
    await office.customFields.add({ field: { ...field, choices: [] } }, await office.caller())
    expect(await refusal(create({ ...maria, employeeNumber: 'E-2' }))).toMatchObject({ code: 'INVALID_INPUT' })
    expect((await office.list('')).total).toBe(1)
  })
})
