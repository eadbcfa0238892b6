import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queries } from '../../electron/database/queries.ts'
import { createTestCompany, rightPassword, type TestCompany } from './support/company.ts'

const chosen = 'tavomi resulo kadine'

let company: TestCompany
let ben: number

beforeEach(async () => {
  company = await createTestCompany()
  ben = await company.add('ben', 'employee', { isTemporary: true })
})

afterEach(() => company.dispose())

const choose = async (newPassword: string, windowId = 1) =>
  company.accounts.handlers.choosePassword({ newPassword }, await company.caller(windowId))

const problem = (newPassword: string) => choose(newPassword).catch((error) => error.error.fields.newPassword)

describe('choosing a password', () => {
  it('uses the temporary one up and goes on in a session under a new key', async () => {
    await company.signIn(1, 'ben')
    const before = (await company.caller(1)).signedIn
    const { session, notice } = await choose(chosen)
    expect(notice).toMatchObject({
      tone: 'status',
      title: 'Session Created',
      detail: expect.stringMatching(/^Password saved\./),
    })
    expect(session).toMatchObject({ accountId: ben, mustChoosePassword: false })

    const after = (await company.caller(1)).signedIn
    expect(after).toMatchObject({ historyId: before.historyId, mustChoosePassword: false })
    expect(after.session.key).not.toBe(before.session.key)
    expect(await company.engine.exists(before.session.key ?? '')).toBe(false)

    await expect(company.signIn(2, 'ben')).rejects.toMatchObject({ error: { code: 'INVALID_CREDENTIALS' } })
    expect((await company.signIn(2, 'ben', chosen)).notice?.title).toBe('Session Created')
    company.clock.advance(80 * 3_600_000)
    await company.signIn(2, 'ben', chosen)
    expect(await company.actions()).toContain('password.changed')
  })

  it('ends the account’s other sessions and no one else’s', async () => {
    await company.add('eva')
    await company.signIn(3, 'eva')
    const warehouse = company.restart('Warehouse')
    await warehouse.accounts.handlers.signIn({ username: 'ben', password: rightPassword }, { windowId: 9 })
    await company.signIn(1, 'ben')
    await choose(chosen)
    expect(await warehouse.lifecycle.find(9)).toMatchObject({
      kind: 'ended',
      notice: { title: 'Session Ended', detail: expect.stringContaining('password was changed') },
    })
    await company.caller(1)
    await company.caller(3)
  })

  it('refuses the temporary one itself, and weak ones, beside the field', async () => {
    await company.signIn(1, 'ben')
    expect(await problem(rightPassword)).toContain('temporary password')
    expect(await problem('too short')).toContain('at least 15 characters')
    expect(await problem('Northwind Northwind')).toContain('northwind')
    expect(await problem('ben.ben.ben.2026.')).toContain('ben')
    expect(await problem('passwordpassword1')).toContain('guessed first')
    expect((await company.caller(1)).signedIn.mustChoosePassword).toBe(true)
  })

  it('follows the company’s policy for the shortest length', async () => {
    await company.signIn(1, 'ben')
    const set = (value: string) =>
      company.database.write((transaction) =>
        transaction.execute(
          queries
            .insertInto('policy')
            .values({ name: 'minimum_password_length', value })
            .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
        ),
      )
    for (const senseless of ['4', '7.5', '"8"', 'null', '1000']) {
      await set(senseless)
      expect(await company.accounts.minimumPasswordLength(), senseless).toBe(15)
    }
    await set('10')
    expect(await company.accounts.minimumPasswordLength()).toBe(10)
    expect(await problem('tavomi re')).toContain('at least 10 characters')
    await choose('tavomi res')
  })

  it('is not for people who have a password of their own: they would have to give it first', async () => {
    await company.add('eva')
    await company.signIn(1, 'eva')
    await expect(choose(chosen)).rejects.toMatchObject({ error: { code: 'REFUSED' } })
    await company.signIn(2, 'eva')
  })

  it('is lost to a reset that came in between', async () => {
    await company.add('anna', 'admin')
    await company.signIn(1, 'ben')
    const caller = await company.caller(1)
    await company.signIn(3, 'anna')
    const { signedIn: actor } = await company.caller(3)
    await company.accounts.administration.resetPassword(ben, 'another temporary one', actor)
    await expect(company.accounts.handlers.choosePassword({ newPassword: chosen }, caller)).rejects.toMatchObject({
      error: { code: 'UNAUTHENTICATED' },
    })
    expect((await company.signIn(2, 'ben', 'another temporary one')).session.mustChoosePassword).toBe(true)
  })
})
