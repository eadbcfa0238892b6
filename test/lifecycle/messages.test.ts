import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessionMessage } from '../../electron/contract/session-view.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestCompany, rightPassword, type TestCompany } from '../accounts/support/company.ts'

const minute = 60_000

let company: TestCompany
let anna: number

beforeEach(async () => {
  company = await createTestCompany()
  anna = await company.add('anna', 'admin')
})

afterEach(() => company.dispose())

/** Moves the clock and lets what falls due on the way be noted. */
async function pass(milliseconds: number): Promise<void> {
  company.clock.advance(milliseconds)
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
}

async function messages(limit = 50) {
  const logins = (await company.history()).filter((row) => row.account_id === anna).map((row) => row.id)
  return company.lifecycle.messages(logins, limit)
}

const titles = async () => (await messages()).map(({ title }) => title)

describe('the messages of a session', () => {
  it('stay in the history with their moments, the newest first', async () => {
    await company.signIn(1, 'anna')
    await pass(14 * minute)
    await pass(minute)
    await pass(5 * minute)
    const found = await company.lifecycle.find(1)
    if (found.kind !== 'locked') throw new Error(found.kind)
    await company.accounts.handlers.unlock({ password: rightPassword }, { windowId: 1, signedIn: found.signedIn })
    await pass(minute)
    await company.lifecycle.signOut(1)
    const told = await messages()
    expect(told.map(({ id: _, ...message }) => message)).toEqual([
      { at: '2026-11-20T09:21:00.000Z', title: 'Session Deleted', detail: 'Signed out' },
      { at: '2026-11-20T09:20:00.000Z', title: 'Session Unlocked', detail: '' },
      { at: '2026-11-20T09:15:00.000Z', title: 'Session Locked', detail: '' },
      { at: '2026-11-20T09:14:00.000Z', title: 'Session Locking', detail: '' },
      { at: '2026-11-20T09:00:00.000Z', title: 'Session Created', detail: '' },
    ])
    expect(sessionMessage.array().safeParse(told).success).toBe(true)
    expect(await messages(1)).toEqual(told.slice(0, 1))
  })

  it('hold both warnings before the limit, and its end at the moment when it came', async () => {
    await company.signIn(1, 'anna')
    company.limits.present = { lockMs: 1_000 * minute, idleEndMs: 2_000 * minute, absoluteMs: 12 * 60 * minute }
    for (const minutes of [12 * 60 - 10, 9, 1]) await pass(minutes * minute)
    expect((await messages()).map(({ at, title, detail }) => [at, title, detail])).toEqual([
      ['2026-11-20T21:00:00.000Z', 'Session Expired', 'Reached its time limit'],
      ['2026-11-20T20:59:00.000Z', 'Session Expiring', ''],
      ['2026-11-20T20:50:00.000Z', 'Session Expiring', ''],
      ['2026-11-20T09:00:00.000Z', 'Session Created', ''],
    ])
  })

  it('name who ended it, and when it ended rather than when that was found', async () => {
    await company.signIn(1, 'anna')
    const ben = await company.add('ben', 'admin')
    await company.lifecycle.endSessions({
      accountId: anna,
      reason: 'ended_by_admin',
      endedBy: { accountId: ben, username: 'ben' },
    })
    expect((await messages())[0]).toMatchObject({
      title: 'Session Ended',
      detail: 'Ended by an administrator (Ben Berg)',
    })
    await company.signIn(1, 'anna')
    company.clock.advance(30 * minute)
    await company.restart().lifecycle.endInterrupted([])
    expect((await messages())[0]).toMatchObject({
      at: '2026-11-20T09:00:00.000Z',
      detail: 'Staffdesk stopped unexpectedly',
    })
  })

  it('tell of a session that was kept over a restart', async () => {
    await company.signIn(1, 'anna')
    const kept = await company.lifecycle.allClosed('keep')
    const next = company.restart()
    for (const session of kept) await next.lifecycle.restore(1, session)
    expect(await titles()).toEqual(['Session Restored', 'Session Created'])
  })

  it('are those of the logins that are asked for, not of others', async () => {
    await company.add('ben')
    await company.signIn(1, 'anna')
    await company.signIn(2, 'ben')
    expect(await titles()).toEqual(['Session Created'])
    expect(await company.lifecycle.messages([], 50)).toEqual([])
  })

  it('are not those of a login long gone whose number was given anew', async () => {
    await company.signIn(1, 'anna')
    await company.lifecycle.signOut(1)
    await company.database.write((transaction) => transaction.execute(queries.deleteFrom('session_history')))
    await company.signIn(1, 'anna')
    expect((await company.history()).map(({ id }) => id)).toEqual([1])
    expect(await titles()).toEqual(['Session Created'])
  })
})
