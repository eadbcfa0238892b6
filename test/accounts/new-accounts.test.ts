import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addAccount, prepareAccount, prepareFirstAdministrator } from '../../electron/accounts/new-accounts.ts'
import { createPasswordBlocklist } from '../../electron/accounts/password-blocklist.ts'
import { createTestRandom } from '../support/random.ts'
import { createTestCompany, type TestCompany } from './support/company.ts'

const blocklist = createPasswordBlocklist(
  fileURLToPath(new URL('../../resources/password-blocklist.txt', import.meta.url)),
)
const fields = { username: 'account.username', password: 'account.temporaryPassword' }
const temporary = 'tavomi resulo kadine'

let company: TestCompany

beforeEach(async () => {
  company = await createTestCompany()
})

afterEach(() => company.dispose())

const prepare = (username: string, temporaryPassword = temporary) =>
  prepareAccount(
    { ...company, blocklist },
    { username, fullName: 'Eva Lind', role: 'manager', temporaryPassword, workEmail: 'eva.lind@northwind.example' },
    fields,
  )

const add = async (username: string) => {
  const prepared = await prepare(username)
  return company.database.write((transaction) => addAccount(company, transaction, prepared, null))
}

describe('a new account', () => {
  it('opens with its temporary password for 72 hours', async () => {
    const { accountId, temporaryPasswordExpiresAt } = await add('Eva')
    expect(temporaryPasswordExpiresAt).toBe(company.clock.now() + 72 * 3_600_000)
    const { session } = await company.signIn(1, 'eva', temporary)
    expect(session).toMatchObject({
      accountId,
      username: 'Eva',
      displayName: 'Eva Lind',
      role: 'manager',
      mustChoosePassword: true,
    })
    expect(await company.actions()).toContain('account.created')
  })

  it.each(['eva', 'EVA', 'Ｅｖａ', 'e\u200dva'])('is refused when its name, as %j, is taken', async (typed) => {
    await add('Eva')
    await expect(add(typed)).rejects.toMatchObject({
      error: { code: 'DUPLICATE', fields: { 'account.username': expect.stringContaining('taken') } },
    })
  })

  it('is refused beside its field when the password is weak', async () => {
    await expect(prepare('eva', 'Eva.Lind.2026.11.20')).rejects.toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { 'account.temporaryPassword': expect.any(String) } },
    })
  })

  it('does not inherit the failures of its name', async () => {
    for (let time = 0; time < 5; time += 1) await company.signIn(1, 'eva', 'wrong').catch(() => undefined)
    await add('eva')
    await company.signIn(1, 'eva', temporary)
  })

  it('leaves nothing behind when the transaction around it fails', async () => {
    const prepared = await prepare('eva')
    const failing = company.database.write(async (transaction) => {
      await addAccount(company, transaction, prepared, null)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await expect(company.signIn(1, 'eva', temporary)).rejects.toMatchObject({ error: { code: 'INVALID_CREDENTIALS' } })
    expect(await company.actions()).not.toContain('account.created')
  })
})

describe('the first administrator', () => {
  const request = { companyName: 'Northwind', fullName: 'Anna Berg', username: 'anna', password: temporary }
  const parts = () => ({ blocklist, hasher: company.hasher, random: createTestRandom(31) })

  it('signs in with the password that was chosen, and has a recovery code', async () => {
    const { account, recoveryCode } = await prepareFirstAdministrator(parts(), request)
    await company.database.write((transaction) => addAccount(company, transaction, account, null))
    const { session } = await company.signIn(1, 'anna', temporary)
    expect(session).toMatchObject({ role: 'admin', displayName: 'Anna Berg', mustChoosePassword: false })
    company.clock.advance(100 * 3_600_000)
    await company.signIn(1, 'anna', temporary)
    const password = 'vurka simo telp 7'
    await company.accounts.handlers.recover({ recoveryCode, newPassword: password }, { windowId: 1 })
    await company.signIn(1, 'anna', password)
  })

  it.each(['short', 'Northwind Northwind', 'Anna Berg 2026 2026', 'passwordpassword'])(
    'cannot choose %j',
    async (password) => {
      await expect(prepareFirstAdministrator(parts(), { ...request, password })).rejects.toMatchObject({
        error: { code: 'INVALID_INPUT', fields: { password: expect.any(String) } },
      })
    },
  )
})
