import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCompany, rightPassword, type TestCompany } from '../accounts/support/company.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

let company: TestCompany
let anna: number

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
}
/** Moves the clock and lets what falls due on the way be done. */
async function pass(milliseconds: number): Promise<void> {
  company.clock.advance(milliseconds)
  await settled()
}
const kindOf = async (windowId = 1) => (await company.lifecycle.find(windowId)).kind
const lastReason = async () => (await company.history()).at(-1)?.reason

beforeEach(async () => {
  company = await createTestCompany()
  anna = await company.add('anna', 'admin')
  await company.signIn(1, 'anna')
})

afterEach(() => company.dispose())

describe('a lock', () => {
  it('comes after 15 minutes without activity, with a warning a minute before', async () => {
    await pass(14 * minute - 1)
    expect(company.events).toEqual([])
    await pass(1)
    expect(company.events).toEqual(['1: Session Locking 60000'])
    await pass(minute - 1)
    expect(await kindOf()).toBe('signed-in')
    await pass(1)
    expect(company.events).toEqual(['1: Session Locking 60000', '1: Session Locked'])
    expect(await kindOf()).toBe('locked')
    expect((await company.history())[0]).toMatchObject({ locked_at: company.clock.now(), ended_at: null })
    expect((await company.actions()).at(-1)).toBe('session.locked')
  })

  it('holds for the very next call, before any timer has run', async () => {
    company.clock.jump(15 * minute)
    expect(await kindOf()).toBe('locked')
    expect(company.events).toEqual(['1: Session Locked'])
  })

  it('is put off by activity, which takes the warning away', async () => {
    await pass(14 * minute + 30 * second)
    await company.lifecycle.touch(1)
    expect(company.events).toEqual(['1: Session Locking 60000', '1: over'])
    await pass(14 * minute)
    expect(company.events.at(-1)).toBe('1: Session Locking 60000')
    expect(await kindOf()).toBe('signed-in')
  })

  it('is not opened by activity, which does not put off the end either', async () => {
    await pass(15 * minute)
    await company.lifecycle.touch(1)
    expect(await kindOf()).toBe('locked')
    await pass(45 * minute)
    expect(company.told).toMatchObject([{ windowId: 1, notice: { title: 'Session Expired' } }])
    expect(await lastReason()).toBe('idle')
    expect((await company.history())[0]?.ended_at).toBe(company.clock.now())
  })

  it('says how long until the session ends', async () => {
    await pass(20 * minute)
    expect(await company.lifecycle.find(1)).toMatchObject({
      lock: { username: 'anna', displayName: 'Anna Berg', endsInMs: 40 * minute, notice: { title: 'Session Locked' } },
    })
  })

  it('comes at once when the person, the computer or a long idle computer asks for it', async () => {
    company.lifecycle.lock('asked', 1)
    expect(company.events).toEqual(['1: Session Locked'])
    await company.add('ben')
    await company.signIn(2, 'ben')
    company.lifecycle.lock('system')
    company.lifecycle.lock('system')
    expect(company.events).toEqual(['1: Session Locked', '2: Session Locked'])
    await company.add('cleo')
    await company.signIn(3, 'cleo')
    company.lifecycle.noteSystemIdle(15 * minute - 1)
    expect(await kindOf(3)).toBe('signed-in')
    company.lifecycle.noteSystemIdle(15 * minute)
    expect(await kindOf(3)).toBe('locked')
  })

  it('is not noted of a session that ended at the same moment', async () => {
    const ended = company.lifecycle.endSessions({ reason: 'ended_by_admin', endedBy: null })
    company.lifecycle.lock('asked', 1)
    await ended
    await settled()
    expect(await company.actions()).not.toContain('session.locked')
    expect((await company.history())[0]).toMatchObject({ locked_at: null, reason: 'ended_by_admin' })
  })

  it('follows new limits at once', async () => {
    await pass(5 * minute)
    company.limits.present = { ...company.limits.present, lockMs: 4 * minute }
    company.lifecycle.check()
    expect(company.events).toEqual(['1: Session Locked'])
  })

  it('stands in the way of nobody else', async () => {
    await company.add('ben')
    await company.signIn(2, 'ben')
    company.lifecycle.lock('asked', 1)
    expect(await kindOf(2)).toBe('signed-in')
  })
})

describe('unlocking', () => {
  const unlock = (password: string) => act('unlock', password)
  async function act(name: 'unlock' | 'confirmPassword', password: string) {
    const found = await company.lifecycle.find(1)
    if (found.kind !== 'locked' && found.kind !== 'signed-in') throw new Error(`the window is ${found.kind}`)
    return company.accounts.handlers[name]({ password }, { windowId: 1, signedIn: found.signedIn })
  }

  it('takes the password and goes on with everything, under a new key', async () => {
    const { signedIn } = await company.caller(1)
    signedIn.session.set('draft', { number: '7' })
    await company.lifecycle.save(signedIn)
    await pass(25 * minute)
    const answer = await unlock(rightPassword)
    expect(answer).toMatchObject({
      notice: { title: 'Session Unlocked', tone: 'status', detail: expect.stringContaining('10 minutes') },
    })
    const after = (await company.caller(1)).signedIn
    expect(after.session.get('draft')).toEqual({ number: '7' })
    expect(after.session.key).not.toBe(signedIn.session.key)
    expect((await company.history())[0]).toMatchObject({ locked_at: null, last_activity_at: company.clock.now() })
    expect((await company.actions()).at(-1)).toBe('session.unlocked')
    await pass(14 * minute)
    expect(company.events.at(-1), 'the warning of a lock is told anew').toBe('1: Session Locking 60000')
    await pass(minute - 1)
    expect(await kindOf()).toBe('signed-in')
  })

  it('is refused beside the field for a wrong password, which is counted', async () => {
    company.lifecycle.lock('asked', 1)
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await expect(unlock('not this one at all')).rejects.toMatchObject({
        error: { code: 'INVALID_INPUT', fields: { password: expect.stringContaining('Try again') } },
      })
    }
    await expect(unlock(rightPassword)).resolves.toBeDefined()
    company.lifecycle.lock('asked', 1)
    for (let attempt = 0; attempt < 5; attempt += 1) await unlock('not this one at all').catch(() => {})
    await expect(unlock(rightPassword)).rejects.toMatchObject({
      error: { code: 'TOO_MANY_ATTEMPTS', notice: { title: 'Too Many Attempts' } },
    })
    expect(await kindOf()).toBe('locked')
  })

  it('finds no session that ended while the password was checked', async () => {
    company.lifecycle.lock('asked', 1)
    const found = await company.lifecycle.find(1)
    if (found.kind !== 'locked') throw new Error('not locked')
    await company.lifecycle.endSessions({ reason: 'ended_by_admin', endedBy: null })
    await expect(company.lifecycle.unlock(1, found.signedIn)).rejects.toMatchObject({
      error: { code: 'UNAUTHENTICATED' },
    })
  })

  it('opens no other session than the one whose password was checked', async () => {
    const { signedIn } = await company.caller(1)
    await company.lifecycle.endSessions({ reason: 'ended_by_admin', endedBy: null })
    await company.signIn(1, 'anna')
    company.lifecycle.lock('asked', 1)
    await expect(company.lifecycle.unlock(1, signedIn)).rejects.toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
    expect(await kindOf()).toBe('locked')
  })

  it('opens a window of their own to another person and leaves this one locked', async () => {
    company.lifecycle.lock('asked', 1)
    const found = await company.lifecycle.find(1)
    if (found.kind !== 'locked') throw new Error('not locked')
    await company.accounts.handlers.switchUser({}, { windowId: 1, signedIn: found.signedIn })
    expect(company.opened()).toBe(1)
    expect(await kindOf()).toBe('locked')
  })

  it('and signing out work from a locked session', async () => {
    company.lifecycle.lock('asked', 1)
    expect(await company.lifecycle.signOut(1)).toMatchObject({ title: 'Session Deleted' })
    expect(await lastReason()).toBe('signed_out')
  })

  it('is no way to sign in again', async () => {
    company.lifecycle.lock('asked', 1)
    await expect(
      company.accounts.handlers.signInAgain({ password: rightPassword }, { windowId: 1 }),
    ).rejects.toMatchObject({ error: { code: 'LOCKED' } })
  })

  it('makes the password recent for five minutes, as confirming it does', async () => {
    await pass(5 * minute)
    expect((await company.caller(1)).signedIn.hasRecentPassword).toBe(true)
    await pass(1)
    expect((await company.caller(1)).signedIn.hasRecentPassword).toBe(false)
    const before = (await company.caller(1)).signedIn.session.key
    await act('confirmPassword', rightPassword)
    const { signedIn } = await company.caller(1)
    expect(signedIn.hasRecentPassword).toBe(true)
    expect(signedIn.session.key).not.toBe(before)
    await pass(10 * minute)
    company.lifecycle.lock('asked', 1)
    await unlock(rightPassword)
    expect((await company.caller(1)).signedIn.hasRecentPassword).toBe(true)
  })
})

describe('the absolute limit', () => {
  async function stayActive(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 10 * minute) {
      await company.lifecycle.touch(1)
      await pass(Math.min(10 * minute, milliseconds - passed))
    }
    await company.lifecycle.touch(1)
  }

  it('is warned of ten minutes and a minute before, and then ends the session', async () => {
    await stayActive(12 * hour - 10 * minute)
    expect(company.events).toEqual(['1: Session Expiring 600000'])
    await pass(9 * minute)
    expect(company.events.at(-1)).toBe('1: Session Expiring 60000')
    await company.lifecycle.touch(1)
    await pass(minute)
    expect(company.told).toMatchObject([{ windowId: 1, notice: { title: 'Session Expired' } }])
    expect(await lastReason()).toBe('expired')
  })

  it('is gone beyond by giving the password: a new session with everything as it was', async () => {
    const { signedIn } = await company.caller(1)
    signedIn.session.set('theme', 'dark')
    await company.lifecycle.save(signedIn)
    await stayActive(12 * hour - 10 * minute)
    const answer = await company.accounts.handlers.signInAgain({ password: rightPassword }, { windowId: 1 })
    expect(answer).toMatchObject({
      notice: { title: 'Session Created', detail: expect.stringContaining('work goes on') },
      session: { theme: 'dark', startedAt: new Date(company.clock.now()).toISOString() },
    })
    expect((await company.history()).map(({ reason }) => reason)).toEqual(['signed_out', null])
    await pass(14 * minute)
    expect(await kindOf()).toBe('signed-in')
  })
})

describe('going on after the session ended', () => {
  it('asks the same person for the password only', async () => {
    await pass(hour)
    expect(company.told).toHaveLength(1)
    await expect(
      company.accounts.handlers.signInAgain({ password: 'not this one at all' }, { windowId: 1 }),
    ).rejects.toMatchObject({ error: { code: 'INVALID_INPUT' } })
    const answer = await company.accounts.handlers.signInAgain({ password: rightPassword }, { windowId: 1 })
    expect(answer.session).toMatchObject({ accountId: anna })
    expect(await kindOf()).toBe('signed-in')
  })

  it('is for nobody at a window that had no session, or whose person logged out', async () => {
    const again = (windowId: number) => company.accounts.handlers.signInAgain({ password: rightPassword }, { windowId })
    await expect(again(7)).rejects.toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
    await company.lifecycle.signOut(1)
    await expect(again(1)).rejects.toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
  })
})

describe('a clock that is set back', () => {
  it('ends every session, audited, and signing in goes on', async () => {
    company.clock.jump(-24 * hour)
    expect(await company.lifecycle.find(1)).toMatchObject({
      kind: 'ended',
      notice: { title: 'Session Ended', detail: expect.stringContaining('clock') },
    })
    expect(await lastReason()).toBe('clock_changed')
    expect(await company.actions()).toContain('clock.set_back')
    await company.signIn(1, 'anna')
    expect(await kindOf()).toBe('signed-in')
  })

  it('is noticed by the watch too, and not for two minutes or a jump forward', async () => {
    company.clock.jump(-2 * minute)
    await pass(30 * second)
    expect(company.told).toEqual([])
    company.clock.jump(-10 * minute)
    await pass(30 * second)
    expect(company.told).toMatchObject([{ notice: { title: 'Session Ended' } }])
    await company.signIn(1, 'anna')
    company.clock.jump(10 * 365 * 24 * hour)
    expect(await company.lifecycle.find(1)).toMatchObject({ kind: 'ended', notice: { title: 'Session Expired' } })
  })

  it('does not prolong a session that was idle before', async () => {
    await pass(14 * minute)
    company.clock.jump(-90 * second)
    await pass(minute)
    expect(await kindOf()).toBe('locked')
  })

  it('is found at the next start', async () => {
    const next = company.restart('Front desk', company.clock.now() + 3 * minute)
    expect(await next.lifecycle.endInterrupted([])).toBe(1)
    expect(await lastReason()).toBe('clock_changed')
    expect(await company.actions()).toContain('clock.set_back')
  })
})

describe('a session that is kept over a restart', () => {
  async function restart(after: number) {
    company.lifecycle.showing(1, 'employees')
    const kept = await company.lifecycle.allClosed('keep')
    expect((await company.history())[0]?.ended_at).toBeNull()
    company.clock.advance(after)
    const next = company.restart()
    expect(await next.lifecycle.endInterrupted(kept)).toBe(0)
    const [one] = kept
    if (!one) throw new Error('nothing was kept')
    await next.lifecycle.restore(4, one)
    return next.lifecycle
  }

  it('goes on on the screen left, and says so once', async () => {
    const lifecycle = await restart(5 * minute)
    expect(await lifecycle.find(4)).toMatchObject({ kind: 'signed-in', signedIn: { username: 'anna' } })
    expect(lifecycle.takeNews(4)).toMatchObject({ screen: 'employees', notice: { title: 'Session Restored' } })
    expect(lifecycle.takeNews(4)).toEqual({ screen: 'employees', notice: null })
    expect((await company.actions()).at(-1)).toBe('session.restored')
  })

  it('has no recent password', async () => {
    const lifecycle = await restart(second)
    expect(await lifecycle.find(4)).toMatchObject({ signedIn: { hasRecentPassword: false } })
  })

  it('is locked when the time for that has passed, and its limits run on', async () => {
    const lifecycle = await restart(20 * minute)
    expect(await lifecycle.find(4)).toMatchObject({
      kind: 'locked',
      lock: { endsInMs: 40 * minute, notice: { title: 'Session Restored' } },
    })
    company.clock.advance(40 * minute)
    expect(await lifecycle.find(4)).toMatchObject({ kind: 'ended', notice: { title: 'Session Expired' } })
  })

  it('stays locked when it was', async () => {
    company.lifecycle.lock('asked', 1)
    await settled()
    expect((await (await restart(second)).find(4)).kind).toBe('locked')
  })

  it('is not restored when it ended meanwhile', async () => {
    const kept = await company.lifecycle.allClosed('keep')
    const next = company.restart()
    await next.lifecycle.endSessions({ reason: 'ended_by_admin', endedBy: null })
    for (const one of kept) await next.lifecycle.restore(4, one)
    expect((await next.lifecycle.find(4)).kind).toBe('none')
  })
})
