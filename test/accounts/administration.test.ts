import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queries } from '../../electron/database/queries.ts'
import { createTestCompany, rightPassword, type TestCompany } from './support/company.ts'

const hour = 3_600_000
const temporary = 'tavomi resulo kadine'

let company: TestCompany
let anna: number
let ben: number

beforeEach(async () => {
  company = await createTestCompany()
  anna = await company.add('anna', 'admin')
  ben = await company.add('ben')
  await company.signIn(1, 'anna')
})

afterEach(() => company.dispose())

const handlers = () => company.accounts.handlers
const refused = (code: string) => ({ error: expect.objectContaining({ code }) })

describe('disabling an account', () => {
  it('ends its session at once, tells its window who did it, and lets nobody in', async () => {
    await company.signIn(2, 'ben')
    const { account } = await handlers().disable({ accountId: ben }, await company.caller(1))
    expect(account).toMatchObject({ id: ben, username: 'ben', disabledAt: '2026-11-20T09:00:00.000Z' })
    expect(company.told).toEqual([
      {
        windowId: 2,
        notice: expect.objectContaining({ title: 'Session Ended', detail: expect.stringContaining('disabled') }),
      },
    ])
    expect((await company.lifecycle.find(2)).kind).toBe('ended')
    await expect(company.signIn(2, 'ben')).rejects.toMatchObject(refused('INVALID_CREDENTIALS'))
    expect((await company.history()).find((row) => row.account_id === ben)).toMatchObject({
      reason: 'account_disabled',
      ended_by: anna,
    })
  })

  it('leaves everything as it was when it is done twice', async () => {
    const caller = await company.caller(1)
    await handlers().disable({ accountId: ben }, caller)
    company.clock.advance(60_000)
    const { account } = await handlers().disable({ accountId: ben }, caller)
    expect(account.disabledAt).toBe('2026-11-20T09:00:00.000Z')
    expect((await company.actions()).filter((action) => action === 'account.disabled')).toHaveLength(1)
  })

  it('is refused for the last administrator, and changes nothing then', async () => {
    await expect(handlers().disable({ accountId: anna }, await company.caller(1))).rejects.toMatchObject(
      refused('REFUSED'),
    )
    await company.caller(1)
  })

  it('is refused for every administrator while none of them has a password of their own', async () => {
    const eva = await company.add('eva', 'admin', { isTemporary: true })
    const caller = await company.caller(1)
    await company.database.write((transaction) =>
      transaction.execute(queries.updateTable('account').set({ must_choose_password: 1 }).where('role', '=', 'admin')),
    )
    for (const accountId of [anna, eva]) {
      await expect(handlers().disable({ accountId }, caller)).rejects.toMatchObject(refused('REFUSED'))
    }
  })

  it('does not count an administrator who has still to choose a password', async () => {
    await company.add('eva', 'admin', { isTemporary: true })
    await expect(handlers().disable({ accountId: anna }, await company.caller(1))).rejects.toMatchObject(
      refused('REFUSED'),
    )
  })

  it('lets one of two administrators be who disable one another at the same moment', async () => {
    const eva = await company.add('eva', 'admin')
    await company.signIn(2, 'eva')
    const [one, other] = [await company.caller(1), await company.caller(2)]
    const outcomes = await Promise.allSettled([
      handlers().disable({ accountId: eva }, one),
      handlers().disable({ accountId: anna }, other),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    const active = await company.database.read(
      queries.selectFrom('account').select('username').where('role', '=', 'admin').where('disabled_at', 'is', null),
    )
    expect(active).toHaveLength(1)
  })

  it('is refused for an administrator who was signed out while the call was under way', async () => {
    const caller = await company.caller(1)
    await company.lifecycle.endSessions({ accountId: anna, reason: 'account_disabled', endedBy: null })
    const acts = [
      handlers().disable({ accountId: ben }, caller),
      handlers().enable({ accountId: ben }, caller),
      handlers().resetPassword({ accountId: ben, temporaryPassword: temporary }, caller),
    ]
    for (const outcome of await Promise.allSettled(acts)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { error: { code: 'UNAUTHENTICATED' } } })
    }
    expect(await company.actions()).not.toContain('account.disabled')
  })

  it('lets one of two administrators through who reset one another at the same moment', async () => {
    const eva = await company.add('eva', 'admin')
    await company.signIn(2, 'eva')
    const [one, other] = [await company.caller(1), await company.caller(2)]
    const outcomes = await Promise.allSettled([
      handlers().resetPassword({ accountId: eva, temporaryPassword: temporary }, one),
      handlers().resetPassword({ accountId: anna, temporaryPassword: temporary }, other),
    ])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('says so when there is no such account', async () => {
    const caller = await company.caller(1)
    await expect(handlers().disable({ accountId: 999 }, caller)).rejects.toMatchObject(refused('NOT_FOUND'))
    await expect(handlers().enable({ accountId: 999 }, caller)).rejects.toMatchObject(refused('NOT_FOUND'))
    await expect(
      handlers().resetPassword({ accountId: 999, temporaryPassword: temporary }, caller),
    ).rejects.toMatchObject(refused('NOT_FOUND'))
  })
})

describe('enabling an account', () => {
  it('lets the person in again, whatever failed before', async () => {
    const caller = await company.caller(1)
    for (let time = 0; time < 5; time += 1) await company.signIn(2, 'ben', 'wrong').catch(() => undefined)
    await handlers().disable({ accountId: ben }, caller)
    const { account } = await handlers().enable({ accountId: ben }, caller)
    expect(account.disabledAt).toBeNull()
    await company.signIn(2, 'ben')
    expect((await company.actions()).filter((action) => action.startsWith('account.'))).toEqual([
      'account.created',
      'account.created',
      'account.disabled',
      'account.enabled',
    ])
  })
})

describe('resetting a password', () => {
  it('answers a slip, ends the sessions and asks for a new password at the next sign-in', async () => {
    await company.signIn(2, 'ben')
    for (let time = 0; time < 5; time += 1) await company.signIn(3, 'ben', 'wrong').catch(() => undefined)
    const { slip } = await handlers().resetPassword(
      { accountId: ben, temporaryPassword: temporary },
      await company.caller(1),
    )
    expect(slip).toEqual({
      company: 'Northwind',
      name: 'Ben Berg',
      username: 'ben',
      temporaryPassword: temporary,
      expiresAt: '2026-11-23T09:00:00.000Z',
    })
    expect(await company.lifecycle.find(2)).toMatchObject({
      kind: 'ended',
      notice: { title: 'Session Ended', detail: expect.stringContaining('Anna Berg reset your password') },
    })
    await expect(company.signIn(2, 'ben', rightPassword)).rejects.toMatchObject(refused('INVALID_CREDENTIALS'))
    expect((await company.signIn(2, 'ben', temporary)).session.mustChoosePassword).toBe(true)
    expect(await company.actions()).toContain('password.reset')
  })

  it('gives 72 hours again', async () => {
    const reset = async () =>
      handlers().resetPassword({ accountId: ben, temporaryPassword: temporary }, await company.caller(1))
    await reset()
    company.clock.advance(71 * hour)
    await company.signIn(1, 'anna')
    await reset()
    company.clock.advance(71 * hour)
    await company.signIn(2, 'ben', temporary)
    company.clock.advance(hour)
    await expect(company.signIn(2, 'ben', temporary)).rejects.toMatchObject(refused('INVALID_CREDENTIALS'))
  })

  it('holds a temporary password to the same rules', async () => {
    const caller = await company.caller(1)
    const attempt = handlers().resetPassword({ accountId: ben, temporaryPassword: 'short' }, caller)
    await expect(attempt).rejects.toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { temporaryPassword: expect.stringContaining('15 characters') } },
    })
    await company.signIn(2, 'ben')
  })

  it('is refused for one’s own account', async () => {
    const attempt = handlers().resetPassword({ accountId: anna, temporaryPassword: temporary }, await company.caller(1))
    await expect(attempt).rejects.toMatchObject(refused('REFUSED'))
    await company.caller(1)
  })
})

describe('the administrators to ask', () => {
  it('are the active ones, by name', async () => {
    await company.add('zoe', 'admin')
    const eva = await company.add('eva', 'admin')
    const caller = await company.caller(1)
    await handlers().disable({ accountId: eva }, caller)
    expect(await handlers().administrators({}, { windowId: 9 })).toEqual({ names: ['Anna Berg', 'Zoe Berg'] })
  })
})
