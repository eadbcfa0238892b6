import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../electron/contract/index.ts'
import { queries } from '../../electron/database/queries.ts'
import { type Office, openOffice } from './office.ts'

const minute = 60_000
const day = 24 * 60 * minute

let office: Office
let ben: number

beforeEach(async () => {
  office = await openOffice()
  ben = await office.add('ben')
})

afterEach(() => office.dispose())

/** What the router does around a handler that changes the session. */
async function saved<Value>(windowId: number, act: (caller: Awaited<ReturnType<Office['caller']>>) => Promise<Value>) {
  const caller = await office.caller(windowId)
  const value = await act(caller)
  await office.lifecycle.save(caller.signedIn)
  return value
}

describe('one’s own session', () => {
  it('shows each property with what it is for, and the account’s logins', async () => {
    await saved(1, async (caller) => {
      caller.signedIn.session.update({ draft: { number: '7' }, columns: ['name'] })
      return office.handlers.setTheme({ theme: 'dark' }, caller)
    })
    const own = await office.handlers.readOwn({}, await office.admin())
    expect(contract.sessions.readOwn.output.parse(own)).toEqual(own)
    expect(own.properties).toEqual([
      { name: 'user', value: '"anna"', purpose: expect.stringContaining('Whose session'), canDelete: false },
      { name: 'columns', value: '["name"]', purpose: expect.stringContaining('remembers'), canDelete: true },
      {
        name: 'draft',
        value: '{"number":"7"}',
        purpose: expect.stringContaining('Register employee'),
        canDelete: true,
      },
      { name: 'theme', value: '"dark"', purpose: expect.stringContaining('look'), canDelete: true },
    ])
    expect(own.session.theme).toBe('dark')
    expect(own.history).toMatchObject([{ isCurrent: true }])
  })

  it('keeps the theme for the next session, and for the login screen of this computer', async () => {
    await saved(1, (caller) => office.handlers.setTheme({ theme: 'light' }, caller))
    expect(office.themes).toEqual(['light'])
    await office.lifecycle.signOut(1)
    expect((await office.signIn(1, 'anna')).session.theme).toBe('light')
    await office.signIn(2, 'ben')
    expect(office.lifecycle.toView((await office.caller(2)).signedIn).theme).toBeNull()
  })

  it('loses a property that is deleted, also for the next session', async () => {
    await saved(1, (caller) => office.handlers.setTheme({ theme: 'dark' }, caller))
    const answer = await saved(1, (caller) => office.handlers.deleteProperty({ name: 'theme' }, caller))
    expect(answer).toMatchObject({
      session: { theme: null },
      notice: { title: 'Session Property Deleted', tone: 'status', detail: expect.stringContaining('theme') },
    })
    await office.lifecycle.signOut(1)
    expect((await office.signIn(1, 'anna')).session.theme).toBeNull()
  })

  it('keeps what was told of deleted properties in its history, without what they held', async () => {
    const titles = async () => (await office.handlers.readOwn({}, await office.admin())).messages
    await saved(1, async ({ signedIn }) =>
      signedIn.session.update({ draft: { firstName: 'Katherine' }, theme: 'dark' }),
    )
    await saved(1, (caller) => office.handlers.deleteProperty({ name: 'draft' }, caller))
    await saved(1, (caller) => office.handlers.clear({}, caller))
    await saved(1, (caller) => office.handlers.clear({}, caller))
    expect(await titles()).toMatchObject([
      { title: 'Session Cleared', detail: '0 properties were deleted. You stay signed in.' },
      { title: 'Session Cleared', detail: '1 property was deleted. You stay signed in.' },
      { title: 'Session Property Deleted', detail: 'The property `draft` was deleted.' },
      { title: 'Session Created' },
    ])
    const values = await office.database.read(queries.selectFrom('audit_value').select('value'))
    expect(values.filter(({ value }) => value.includes('Katherine') || value.includes('dark'))).toEqual([])
  })

  it('tells nothing of a property that could not be deleted', async () => {
    await expect(saved(1, (caller) => office.handlers.deleteProperty({ name: 'theme' }, caller))).rejects.toMatchObject(
      { error: { code: 'NOT_FOUND' } },
    )
    const { messages } = await office.handlers.readOwn({}, await office.admin())
    expect(messages.map(({ title }) => title)).toEqual(['Session Created'])
  })

  it('keeps whose it is, and says so where a property is not there', async () => {
    const remove = (name: string) => saved(1, (caller) => office.handlers.deleteProperty({ name }, caller))
    await expect(remove('user')).rejects.toMatchObject({ error: { code: 'REFUSED' } })
    await expect(remove('theme')).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect((await office.admin()).signedIn.session.get('user')).toBe('anna')
  })

  it('is cleared of everything but whose it is', async () => {
    await saved(1, async ({ signedIn }) => signedIn.session.update({ draft: 1, theme: 'dark' }))
    const { notice } = await saved(1, (caller) => office.handlers.clear({}, caller))
    expect(notice).toMatchObject({ title: 'Session Cleared', detail: expect.stringContaining('2 properties') })
    const { signedIn } = await office.admin()
    expect(signedIn.session.entries()).toEqual([['user', 'anna']])
    await office.lifecycle.signOut(1)
    expect((await office.signIn(1, 'anna')).session.theme).toBeNull()
  })

  it('is logged out on every computer, this one last', async () => {
    const warehouse = office.restart('Warehouse')
    await warehouse.lifecycle.signIn(1, { id: office.anna, username: 'anna', version: 1 })
    const { notice } = await office.handlers.logOutEverywhere({}, await office.admin())
    expect(notice.title).toBe('Session Deleted')
    expect((await office.history()).map(({ reason }) => reason)).toEqual(['signed_out', 'signed_out'])
    expect((await warehouse.lifecycle.find(1)).kind).toBe('ended')
  })
})

describe('everybody’s sessions', () => {
  it('are listed with who, where, since when, what state and until when', async () => {
    office.clock.advance(minute)
    await office.signIn(2, 'ben')
    office.lifecycle.lock('asked', 2)
    await new Promise(setImmediate)
    const list = await office.handlers.list({}, await office.admin())
    expect(contract.sessions.list.output.parse(list)).toEqual(list)
    expect(list.sessions).toMatchObject([
      {
        username: 'ben',
        displayName: 'Ben Berg',
        computer: 'Front desk',
        startedAt: '2026-11-20T09:01:00.000Z',
        endsAt: '2026-11-20T10:01:00.000Z',
        state: 'locked',
        isCurrent: false,
      },
      { username: 'anna', state: 'active', isCurrent: true },
    ])
  })

  it('do not show what has outlived its limits on a computer that is off', async () => {
    const warehouse = office.restart('Warehouse')
    await warehouse.lifecycle.signIn(1, { id: ben, username: 'ben', version: 1 })
    await warehouse.lifecycle.allClosed('keep')
    office.clock.advance(10 * minute)
    await office.lifecycle.touch(1)
    office.clock.advance(14 * minute)
    await office.lifecycle.touch(1)
    expect((await office.handlers.list({}, await office.admin())).sessions).toHaveLength(2)
    for (let step = 0; step < 4; step += 1) {
      office.clock.advance(10 * minute)
      await office.lifecycle.touch(1)
    }
    expect((await office.handlers.list({}, await office.admin())).sessions).toMatchObject([{ username: 'anna' }])
  })

  it('are ended one at a time, or a person’s, or all but one’s own; their windows are told by whom', async () => {
    await office.add('cleo')
    const start = async () => {
      await office.signIn(2, 'ben')
      await office.signIn(3, 'cleo')
      office.told.length = 0
    }
    const titles = () => office.told.map(({ windowId, notice }) => `${windowId} ${notice.detail}`).sort()
    await start()
    const bens = (await office.handlers.list({}, await office.admin())).sessions.find((one) => one.username === 'ben')
    expect(await office.handlers.end({ historyId: bens?.historyId ?? 0 }, await office.admin())).toEqual({ ended: 1 })
    expect(await office.handlers.end({ historyId: bens?.historyId ?? 0 }, await office.admin())).toEqual({ ended: 0 })
    expect(titles()).toEqual(['2 Anna Berg ended your session.'])

    await start()
    expect(await office.handlers.endAllOf({ accountId: ben }, await office.admin())).toEqual({ ended: 1 })
    expect(titles()).toEqual(['2 Anna Berg ended your session.'])

    await start()
    expect(await office.handlers.endAll({}, await office.admin())).toEqual({ ended: 2 })
    expect(titles()).toEqual(['2 Anna Berg ended your session.', '3 Anna Berg ended your session.'])
    expect((await office.lifecycle.find(1)).kind).toBe('signed-in')
    expect((await office.actions()).at(-1)).toBe('session.ended')
  })

  it('are not ended by somebody whose own session ended meanwhile, and one’s own is not ended here', async () => {
    await office.signIn(2, 'ben')
    const admin = await office.admin()
    await expect(office.handlers.end({ historyId: admin.signedIn.historyId }, admin)).rejects.toMatchObject({
      error: { code: 'REFUSED' },
    })
    await office.lifecycle.signOut(1)
    await expect(office.handlers.endAll({}, admin)).rejects.toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
    expect((await office.lifecycle.find(2)).kind).toBe('signed-in')
  })

  it('that ended are found by name, username, computer and reason, the last first', async () => {
    await office.signIn(2, 'ben')
    office.clock.advance(minute)
    await office.lifecycle.signOut(2)
    await office.signIn(2, 'ben')
    office.clock.advance(minute)
    await office.handlers.endAllOf({ accountId: ben }, await office.admin())
    const find = async (search: string, offset = 0) =>
      office.handlers.listEnded({ search, offset, limit: 1 }, await office.admin())
    const all = await find('')
    expect(contract.sessions.listEnded.output.parse(all)).toEqual(all)
    expect(all).toMatchObject({
      total: 2,
      rows: [
        { username: 'ben', reason: 'ended_by_admin', endedBy: 'Anna Berg', reasonText: 'Ended by an administrator' },
      ],
    })
    expect(await find('', 1)).toMatchObject({ total: 2, rows: [{ reason: 'signed_out', endedBy: null }] })
    for (const [search, total] of [
      ['BEN', 2],
      ['Berg', 2],
      ['front', 2],
      ['signed out', 1],
      ['administrator', 1],
      ['warehouse', 0],
      ['%', 0],
    ] as const) {
      expect((await find(search)).total, search).toBe(total)
    }
  })

  it('of today are counted, with what clearing removed last', async () => {
    await office.signIn(2, 'ben')
    office.clock.advance(minute)
    await office.lifecycle.signOut(2)
    const today = await office.handlers.today({}, await office.admin())
    expect(contract.sessions.today.output.parse(today)).toEqual(today)
    expect(today).toMatchObject({ started: 2, peak: 2, cleared: { count: 0, at: '2026-11-20T09:00:00.000Z' } })
    expect(today.hours.at(-1)?.open).toBe(2)
  })
})

describe('clearing', () => {
  it('removes expired session data at start, hourly and when asked, and history after 400 days', async () => {
    const stale = office.engine.start()
    stale.setExpiry(30)
    await stale.save()
    const settle = async () => {
      for (let turn = 0; turn < 30; turn += 1) await new Promise(setImmediate)
    }
    await settle()
    office.clock.advance(minute)
    expect(await office.handlers.clearExpired({}, await office.admin())).toEqual({ count: 1 })
    expect(office.cleaning.last()).toEqual({ at: office.clock.now(), count: 1 })
    expect(office.log.lines.join('\n')).toContain('expired sessions cleared')

    const next = office.engine.start()
    next.setExpiry(30)
    await next.save()
    office.clock.advance(60 * minute)
    await settle()
    expect(office.cleaning.last()?.count).toBe(1)

    await office.signIn(2, 'ben')
    await office.lifecycle.signOut(2)
    const before = (await office.history()).length
    office.clock.jump(400 * day + minute)
    await office.cleaning.clear()
    expect((await office.history()).length).toBeLessThan(before)
  })
})
