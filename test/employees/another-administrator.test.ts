import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../electron/contract/roles.ts'
import { goodPassword, type Office, openOffice, refusal } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

/** So long that a password given at login is not recent any more; in the time no lock comes about. */
const wait = () => office.clock.advance(6 * 60_000)

const register = async (role: Role) =>
  office.register({ employeeNumber: role, firstName: role, username: `new-${role}`, role })

async function createAccount(role: Role) {
  const { employee } = await office.register({ employeeNumber: `late ${role}`, firstName: role })
  const account = { username: `late-${role}`, role, temporaryPassword: goodPassword }
  return office.employees.handlers.createAccount({ id: employee.id, version: 1, account }, await office.caller())
}

describe('another administrator', () => {
  it.each([
    ['registered', register],
    ['given an account', createAccount],
  ])('is %s by whoever gave their password lately alone', async (_how, make) => {
    expect((await make('admin')).employee.account?.role).toBe('admin')
  })

  it.each([
    ['registered', register],
    ['given an account', createAccount],
  ])('is not %s at a window that was left, where others are', async (_how, make) => {
    wait()
    expect(await refusal(make('admin'))).toMatchObject({ code: 'REAUTH_REQUIRED' })
    expect((await office.list('', 0, 200, { accounts: ['with'] })).total).toBe(0)
    expect((await make('manager')).employee.account?.role).toBe('manager')
  })
})
