import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EndReason } from '../../electron/contract/session-view.ts'
import { queries } from '../../electron/database/queries.ts'
import type { SignedIn } from '../../electron/lifecycle/signed-in.ts'
import { hashSessionKey, SessionInterruptedError } from '../../electron/session/index.ts'
import { createTestCompany, type TestCompany } from '../accounts/support/company.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

let company: TestCompany
let anna: number
let ben: number

beforeEach(async () => {
  company = await createTestCompany()
  anna = await company.add('anna', 'admin')
  ben = await company.add('ben')
})

afterEach(() => company.dispose())

const enter = (windowId: number, id: number, username: string) =>
  company.lifecycle.signIn(windowId, { id, username, version: 1 })

const keyOf = (signedIn: SignedIn): string => signedIn.session.key ?? ''

async function ended(historyId: number): Promise<[EndReason | null, number | null]> {
  const row = (await company.history()).find((one) => one.id === historyId)
  return [(row?.reason ?? null) as EndReason | null, row?.ended_at ?? null]
}

describe('signing in', () => {
  it('creates a session with the property user, a history row and an audit entry', async () => {
    const { signedIn, notice } = await enter(1, anna, 'anna')
    expect(notice).toMatchObject({ title: 'Session Created', detail: expect.stringContaining('Anna Berg') })
    expect(signedIn.session.get('user')).toBe('anna')
    expect(company.lifecycle.toView(signedIn)).toEqual({
      accountId: anna,
      username: 'anna',
      displayName: 'Anna Berg',
      role: 'admin',
      computer: 'Front desk',
      startedAt: '2026-11-20T09:00:00.000Z',
      expiresAt: '2026-11-20T21:00:00.000Z',
      mustChoosePassword: false,
      theme: null,
    })
    expect(await company.history()).toMatchObject([
      { id: signedIn.historyId, account_id: anna, key_hash: hashSessionKey(keyOf(signedIn)), ended_at: null },
    ])
    expect((await company.actions()).at(-1)).toBe('session.created')
    const [row] = await company.database.read(
      queries.selectFrom('account').select('last_sign_in_at').where('id', '=', anna),
    )
    expect(row?.last_sign_in_at).toBe(company.clock.now())
  })

  it('gives a key of 256 random bits that stands nowhere on the disk', async () => {
    const { signedIn } = await enter(1, anna, 'anna')
    const key = keyOf(signedIn)
    expect(Buffer.from(key, 'base64url')).toHaveLength(32)
    const { lifecycle } = company
    const found = await lifecycle.find(1)
    expect(JSON.stringify(found.kind === 'signed-in' && lifecycle.toView(found.signedIn))).not.toContain(key)
    for (const file of [company.file, `${company.file}-wal`]) {
      expect(readFileSync(file).includes(key)).toBe(false)
      if (file.endsWith('-wal')) expect(readFileSync(file).includes(hashSessionKey(key))).toBe(true)
    }
    expect(company.log.lines.join('\n')).not.toContain(key)
  })

  it('gives another key each time, and the old one is dead', async () => {
    const first = await enter(1, anna, 'anna')
    const second = await enter(1, anna, 'anna')
    expect(keyOf(second.signedIn)).not.toBe(keyOf(first.signedIn))
    expect(await company.engine.exists(keyOf(first.signedIn))).toBe(false)
    expect(await company.engine.exists(keyOf(second.signedIn))).toBe(true)
    expect((await company.caller(1)).signedIn.historyId).toBe(second.signedIn.historyId)
    expect(company.told).toEqual([])
  })

  it('keeps what the same person had in the window, and shows another person nothing of it', async () => {
    await enter(1, anna, 'anna')
    const { signedIn } = await company.caller(1)
    signedIn.session.set('theme', 'dark')
    await company.lifecycle.save(signedIn)
    expect((await enter(1, anna, 'anna')).signedIn.session.get('theme')).toBe('dark')

    const { signedIn: other } = await enter(1, ben, 'ben')
    expect(other.session.entries()).toEqual([['user', 'ben']])
    expect(await company.engine.exists(keyOf(signedIn))).toBe(false)
    expect((await company.history()).map((row) => row.reason)).toEqual(['signed_out', 'signed_out', null])
  })

  it('ends the older session of the same account on this computer and tells its window', async () => {
    const first = await enter(1, anna, 'anna')
    await enter(2, ben, 'ben')
    company.clock.advance(minute)
    await enter(3, anna, 'anna')

    expect(company.told).toEqual([
      { windowId: 1, notice: expect.objectContaining({ title: 'Session Ended', tone: 'alert' }) },
    ])
    expect(await company.lifecycle.find(1)).toEqual({ kind: 'ended', notice: company.told[0]?.notice })
    expect(await company.lifecycle.find(1)).toEqual({ kind: 'none' })
    expect(await ended(first.signedIn.historyId)).toEqual(['ended_elsewhere', company.clock.now()])
    expect(await company.engine.exists(keyOf(first.signedIn))).toBe(false)
    expect((await company.caller(2)).signedIn.username).toBe('ben')
    expect((await company.caller(3)).signedIn.username).toBe('anna')
    expect(await company.lifecycle.signedInNow()).toBe(2)
  })

  it('leaves the same account on another computer alone', async () => {
    await enter(1, anna, 'anna')
    await company.restart('Warehouse').lifecycle.signIn(1, { id: anna, username: 'anna', version: 1 })
    expect((await company.caller(1)).signedIn.username).toBe('anna')
  })

  it('lets two sign-ins of one account at the same moment end as one session', async () => {
    await Promise.all([enter(1, anna, 'anna'), enter(2, anna, 'anna')])
    const kinds = [(await company.lifecycle.find(1)).kind, (await company.lifecycle.find(2)).kind]
    expect(kinds.sort()).toEqual(['ended', 'signed-in'])
    expect(await company.lifecycle.signedInNow()).toBe(1)
  })

  it.each([
    ['disabled', { disabled_at: 1 }],
    ['changed', { version: 2 }],
  ])('lets nobody in whose account was %s since the password was checked', async (_, change) => {
    await company.database.write((transaction) =>
      transaction.execute(queries.updateTable('account').set(change).where('id', '=', anna)),
    )
    await enter(1, ben, 'ben')
    await expect(enter(1, anna, 'anna')).rejects.toMatchObject({
      error: { code: 'INVALID_CREDENTIALS', notice: { title: 'Invalid Credentials' } },
    })
    expect((await company.caller(1)).signedIn.username).toBe('ben')
    expect(await company.database.read(queries.selectFrom('session').select('key_hash'))).toHaveLength(1)
  })
})

describe('a session that goes on', () => {
  it('is found with the role and the names of this moment', async () => {
    await enter(1, anna, 'anna')
    await company.database.write(async (transaction) => {
      await transaction.execute(queries.updateTable('account').set({ role: 'employee' }).where('id', '=', anna))
    })
    expect((await company.caller(1)).signedIn).toMatchObject({ role: 'employee', displayName: 'Anna Berg' })
  })

  it('ends at the next call when its account was disabled, by whatever way', async () => {
    await enter(1, anna, 'anna')
    await company.database.write((transaction) =>
      transaction.execute(queries.updateTable('account').set({ disabled_at: 1 }).where('id', '=', anna)),
    )
    expect(await company.lifecycle.find(1)).toMatchObject({
      kind: 'ended',
      notice: { title: 'Session Ended', detail: expect.stringContaining('disabled') },
    })
  })

  it('ends after 60 minutes without activity, and asking is no activity', async () => {
    const { signedIn } = await enter(1, anna, 'anna')
    company.clock.advance(30 * minute)
    expect((await company.lifecycle.find(1)).kind).toBe('locked')
    company.clock.advance(30 * minute - 1)
    expect((await company.lifecycle.find(1)).kind).toBe('locked')
    company.clock.advance(1)
    expect(await company.lifecycle.find(1)).toMatchObject({
      kind: 'ended',
      notice: { title: 'Session Expired', detail: expect.stringContaining('1 hour without activity') },
    })
    expect(await ended(signedIn.historyId)).toEqual(['idle', signedIn.startedAt + hour])
    expect(await company.engine.exists(keyOf(signedIn))).toBe(false)
  })

  it('is prolonged by activity, which cannot revive it once it is over', async () => {
    await enter(1, anna, 'anna')
    company.clock.advance(14 * minute)
    await company.lifecycle.touch(1)
    company.clock.advance(14 * minute)
    await company.caller(1)
    company.clock.advance(46 * minute)
    await company.lifecycle.touch(1)
    expect((await company.lifecycle.find(1)).kind).toBe('ended')
  })

  it('ends 12 hours after its start, whatever is done in it', async () => {
    const { signedIn } = await enter(1, anna, 'anna')
    for (let step = 0; step < 72; step += 1) {
      await company.lifecycle.touch(1)
      company.clock.advance(10 * minute - (step === 71 ? 1 : 0))
    }
    await company.caller(1)
    company.clock.advance(1)
    expect(await company.lifecycle.find(1)).toMatchObject({
      kind: 'ended',
      notice: { title: 'Session Expired', detail: expect.stringContaining('12 hours') },
    })
    expect(await ended(signedIn.historyId)).toEqual(['expired', signedIn.expiresAt])
  })

  it('writes activity at most every 15 seconds', async () => {
    await enter(1, anna, 'anna')
    const start = company.clock.now()
    const written = async () => (await company.history())[0]?.last_activity_at
    company.clock.advance(14 * second)
    await company.lifecycle.touch(1)
    expect(await written()).toBe(start)
    company.clock.advance(second)
    await company.lifecycle.touch(1)
    expect(await written()).toBe(start + 15 * second)
  })

  it('ends when its data is gone', async () => {
    const { signedIn } = await enter(1, anna, 'anna')
    await company.engine.delete(keyOf(signedIn))
    expect(await company.lifecycle.find(1)).toMatchObject({ kind: 'ended', notice: { title: 'Session Ended' } })
    expect((await ended(signedIn.historyId))[0]).toBe('secret_renewed')
  })

  it('is found by a call that comes while it is renewed', async () => {
    await enter(1, anna, 'anna')
    const { signedIn } = await company.caller(1)
    const { session } = signedIn
    const { promise: goOn, resolve } = Promise.withResolvers<void>()
    const cycleKey = session.cycleKey.bind(session)
    // The old key is dead, and the window does not know the new one yet.
    const cycled = new Promise<void>((done) => {
      session.cycleKey = async () => {
        await cycleKey()
        done()
        await goOn
      }
    })
    const renewal = company.lifecycle.passwordGiven(1, signedIn)
    await cycled
    const asking = company.lifecycle.find(1)
    await new Promise<void>((done) => setImmediate(done))
    resolve()
    await renewal
    expect((await asking).kind).toBe('signed-in')
  })

  it('goes on under a new key when it is renewed', async () => {
    await enter(1, anna, 'anna')
    const { signedIn } = await company.caller(1)
    const old = keyOf(signedIn)
    await company.lifecycle.passwordGiven(1, signedIn)
    const after = (await company.caller(1)).signedIn
    expect(keyOf(after)).not.toBe(old)
    expect(after.session.get('user')).toBe('anna')
    expect(await company.engine.exists(old)).toBe(false)
    expect((await company.history())[0]?.key_hash).toBe(hashSessionKey(keyOf(after)))
  })
})

describe('saving', () => {
  it('writes what it is handed, changed or not: the router decides which call saves', async () => {
    await enter(1, anna, 'anna')
    const version = async () =>
      (await company.database.read(queries.selectFrom('session').select('version')))[0]?.version
    const before = await version()
    await company.lifecycle.save((await company.caller(1)).signedIn)
    expect(await version()).toBe((before ?? 0) + 1)
  })

  it('lets two calls of a window save what they changed, the later one where both changed the same', async () => {
    await enter(1, anna, 'anna')
    const first = (await company.caller(1)).signedIn
    first.session.set('theme', 'light')
    await company.lifecycle.save(first)
    const one = (await company.caller(1)).signedIn
    const other = (await company.caller(1)).signedIn
    one.session.set('draft', { step: 1 })
    one.session.set('theme', 'dark')
    other.session.set('draft', { step: 2 })
    await company.lifecycle.save(one)
    await company.lifecycle.save(other)
    const { session } = (await company.caller(1)).signedIn
    expect(session.get('draft')).toEqual({ step: 2 })
    expect(session.get('theme')).toBe('dark')
    expect(session.get('user')).toBe('anna')
  })

  it('lets a deletion stand that another call did not know of', async () => {
    await enter(1, anna, 'anna')
    const first = (await company.caller(1)).signedIn
    first.session.set('draft', { step: 1 })
    await company.lifecycle.save(first)
    const saving = (await company.caller(1)).signedIn
    const deleting = (await company.caller(1)).signedIn
    saving.session.set('draft', { step: 2 })
    deleting.session.delete('draft')
    await company.lifecycle.save(saving)
    await company.lifecycle.save(deleting)
    expect((await company.caller(1)).signedIn.session.has('draft')).toBe(false)
  })

  it('never brings an ended session back', async () => {
    await enter(1, anna, 'anna')
    const { signedIn } = await company.caller(1)
    await company.lifecycle.signOut(1)
    signedIn.session.set('draft', { step: 1 })
    await expect(company.lifecycle.save(signedIn)).rejects.toBeInstanceOf(SessionInterruptedError)
    expect(await company.database.read(queries.selectFrom('session').select('key_hash'))).toEqual([])
  })

  it('keeps drafts for the account’s next session, until one deletes them', async () => {
    await enter(1, anna, 'anna')
    const first = (await company.caller(1)).signedIn
    first.session.set('draft', { step: 2, firstName: 'Zoë' })
    first.session.set('scratch', 1)
    await company.lifecycle.save(first)
    await company.lifecycle.signOut(1)

    expect((await enter(1, ben, 'ben')).signedIn.session.has('draft')).toBe(false)
    const second = await enter(1, anna, 'anna')
    expect(second.signedIn.session.get('draft')).toEqual({ step: 2, firstName: 'Zoë' })
    expect(second.signedIn.session.has('scratch')).toBe(false)

    const { signedIn } = await company.caller(1)
    signedIn.session.pop('draft')
    await company.lifecycle.save(signedIn)
    expect((await enter(2, anna, 'anna')).signedIn.session.has('draft')).toBe(false)
  })
})

describe('signing out', () => {
  it('deletes user, ends the login in the history and says how long it lasted', async () => {
    const { signedIn } = await enter(1, anna, 'anna')
    company.clock.advance(3 * minute + 20 * second)
    const notice = await company.lifecycle.signOut(1)
    expect(notice).toEqual({
      tone: 'status',
      title: 'Session Deleted',
      detail: 'You are signed out: property `user` (anna) deleted. The session lasted 3 minutes.',
    })
    expect(await company.engine.exists(keyOf(signedIn))).toBe(false)
    expect(await ended(signedIn.historyId)).toEqual(['signed_out', company.clock.now()])
    expect((await company.actions()).slice(-2)).toEqual(['session.created', 'session.ended'])
    expect(await company.lifecycle.find(1)).toEqual({ kind: 'none' })
  })

  it('answers how the session ended if it was over already', async () => {
    await enter(1, anna, 'anna')
    await enter(2, anna, 'anna')
    expect((await company.lifecycle.signOut(1)).title).toBe('Session Ended')
    expect((await company.lifecycle.signOut(1)).title).toBe('Login Required')
  })
})

describe('ending sessions from outside', () => {
  it('ends all of an account but one, at the next call even of a window that was not told', async () => {
    await enter(1, ben, 'ben')
    const warehouse = company.restart('Warehouse')
    const other = await warehouse.lifecycle.signIn(1, { id: ben, username: 'ben', version: 1 })
    await enter(2, anna, 'anna')
    const actor = { accountId: anna, username: 'anna' }
    await company.lifecycle.endSessions({
      accountId: ben,
      reason: 'ended_by_admin',
      endedBy: actor,
      except: other.signedIn.historyId,
    })

    expect(company.told).toEqual([
      { windowId: 1, notice: expect.objectContaining({ detail: 'Anna Berg ended your session.' }) },
    ])
    expect((await warehouse.lifecycle.find(1)).kind).toBe('signed-in')
    await company.lifecycle.endSessions({ accountId: ben, reason: 'password_changed', endedBy: null })
    expect(warehouse.told).toEqual([])
    expect(await warehouse.lifecycle.find(1)).toMatchObject({ kind: 'ended', notice: { title: 'Session Ended' } })
    expect(await warehouse.lifecycle.find(1)).toEqual({ kind: 'none' })
    expect((await company.caller(2)).signedIn.username).toBe('anna')
  })

  it('ends everybody’s', async () => {
    await enter(1, ben, 'ben')
    await enter(2, anna, 'anna')
    await company.lifecycle.endSessions({ reason: 'database_restored', endedBy: null })
    expect(company.told.map(({ windowId }) => windowId).sort()).toEqual([1, 2])
    expect(await company.lifecycle.signedInNow()).toBe(0)
  })

  it('ends nothing when the transaction around it fails', async () => {
    await enter(1, ben, 'ben')
    const failing = company.database.write(async (transaction) => {
      await company.lifecycle.endSessionsWithin(transaction, { accountId: ben, reason: 'role_changed', endedBy: null })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await company.caller(1)).signedIn.username).toBe('ben')
  })
})

describe('the end of the application', () => {
  it('ends the session of a closed window, and the others when all is closed', async () => {
    const first = await enter(1, anna, 'anna')
    const second = await enter(2, ben, 'ben')
    await company.lifecycle.windowClosed(1)
    expect((await ended(first.signedIn.historyId))[0]).toBe('app_closed')
    expect((await company.caller(2)).signedIn.username).toBe('ben')
    await company.lifecycle.allClosed('end')
    expect((await ended(second.signedIn.historyId))[0]).toBe('app_closed')
    expect(await company.database.read(queries.selectFrom('session').select('key_hash'))).toEqual([])
    expect(company.told).toEqual([])
  })

  it('lets nobody in at a window that closed while the password was checked', async () => {
    await company.lifecycle.windowClosed(1)
    await expect(enter(1, anna, 'anna')).rejects.toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await company.history()).toEqual([])
  })

  it('is found after a kill: what was open ended at its last activity', async () => {
    const { signedIn } = await enter(1, anna, 'anna')
    company.clock.advance(10 * minute)
    await company.lifecycle.touch(1)
    const next = company.restart()
    expect(await next.lifecycle.endInterrupted([])).toBe(1)
    expect(await ended(signedIn.historyId)).toEqual(['app_interrupted', signedIn.startedAt + 10 * minute])
    expect((await company.actions()).at(-1)).toBe('session.ended')
    expect(await next.lifecycle.find(1)).toEqual({ kind: 'none' })
    expect(await next.lifecycle.endInterrupted([])).toBe(0)
  })

  it('leaves the open sessions of other computers alone', async () => {
    const warehouse = company.restart('Warehouse').lifecycle
    await warehouse.signIn(1, { id: anna, username: 'anna', version: 1 })
    await warehouse.allClosed('keep')
    expect(await company.restart().lifecycle.endInterrupted([])).toBe(0)
    company.clock.advance(12 * hour)
    expect(await company.restart().lifecycle.endInterrupted([])).toBe(1)
  })

  it('is told on the login screen without a name, and once to the person who signs in next', async () => {
    await enter(1, anna, 'anna')
    await company.lifecycle.allClosed('end')
    company.clock.advance(hour)
    const next = company.restart()
    expect(await next.lifecycle.untoldEnd()).toEqual({
      tone: 'alert',
      title: 'Session Ended',
      detail: 'The last session on this computer ended when Staffdesk was closed, on 20 November 2026 at 09:00.',
    })
    const { notice } = await next.lifecycle.signIn(5, { id: anna, username: 'anna', version: 1 })
    expect(notice.title).toBe('Session Created')
    expect(notice.detail).toContain('Your last session ended when Staffdesk was closed, on 20 November 2026 at 09:00.')
    expect(await next.lifecycle.untoldEnd()).toBeNull()
    const again = await next.lifecycle.signIn(5, { id: anna, username: 'anna', version: 1 })
    expect(again.notice.detail).not.toContain('last session')
  })

  it('is told to each owner at their next sign-in, once, where it was not the application that closed', async () => {
    await enter(1, anna, 'anna')
    await enter(2, ben, 'ben')
    const next = company.restart()
    company.clock.advance(minute)
    await next.lifecycle.endSessions({ reason: 'database_restored', endedBy: null })
    const words = "ended because the company's data was restored from a backup."
    expect(await next.lifecycle.untoldEnd()).toEqual({
      tone: 'alert',
      title: 'Session Ended',
      detail: `The last session on this computer ${words}`,
    })
    const signIn = (id: number, username: string) => next.lifecycle.signIn(id, { id, username, version: 1 })
    expect((await signIn(ben, 'ben')).notice.detail).toContain(`Your last session ${words}`)
    // Somebody has signed in since: the login screen tells nobody of another person's session.
    expect(await next.lifecycle.untoldEnd()).toBeNull()
    expect((await signIn(anna, 'anna')).notice.detail).toContain(`Your last session ${words}`)
    expect((await signIn(anna, 'anna')).notice.detail).not.toContain('last session')
  })

  it('is not told again to whom it was told in their window', async () => {
    await enter(1, anna, 'anna')
    await company.lifecycle.endSessions({ reason: 'secret_renewed', endedBy: null })
    expect(company.told).toMatchObject([{ windowId: 1, notice: { title: 'Session Ended' } }])
    expect(await company.restart().lifecycle.untoldEnd()).toBeNull()
    expect((await enter(1, anna, 'anna')).notice.detail).not.toContain('last session')
    expect(await company.lifecycle.untoldEnd()).toBeNull()
  })

  it('stands in the history only, when somebody else signs in next', async () => {
    await enter(1, anna, 'anna')
    await company.lifecycle.allClosed('end')
    const next = company.restart()
    const other = await next.lifecycle.signIn(1, { id: ben, username: 'ben', version: 1 })
    expect(other.notice.detail).not.toContain('last session')
    const owner = await next.lifecycle.signIn(2, { id: anna, username: 'anna', version: 1 })
    expect(owner.notice.detail).not.toContain('last session')
    expect(await next.lifecycle.recentSessions(anna, owner.signedIn.historyId, 10)).toMatchObject([
      { isCurrent: true, reason: null, reasonText: null, endedAt: null, computer: 'Front desk' },
      { isCurrent: false, reason: 'app_closed', reasonText: 'Staffdesk was closed' },
    ])
    expect(await next.lifecycle.recentSessions(anna, owner.signedIn.historyId, 1)).toHaveLength(1)
  })
})
