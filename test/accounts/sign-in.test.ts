import * as argon2 from '@node-rs/argon2'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPasswordHasher } from '../../electron/accounts/password-hasher.ts'
import { Refusal } from '../../electron/contract/errors.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestRandom } from '../support/random.ts'
import { createTestCompany, rightPassword, type TestCompany } from './support/company.ts'

vi.mock('@node-rs/argon2', { spy: true })

const second = 1000
const minute = 60 * second
const hour = 60 * minute

let company: TestCompany
let anna: number

beforeEach(async () => {
  company = await createTestCompany()
  anna = await company.add('anna', 'admin')
})

afterEach(() => company.dispose())

const account = async (username: string) => {
  const [row] = await company.database.read(
    queries.selectFrom('account').selectAll().where('username_key', '=', username),
  )
  if (!row) throw new Error(`no account ${username}`)
  return row
}

async function refusal(username: string, password: string, windowId = 1): Promise<unknown> {
  try {
    await company.signIn(windowId, username, password)
  } catch (error) {
    return (error as { error: unknown }).error
  }
  throw new Error('was let in')
}

const invalid = expect.objectContaining({ code: 'INVALID_CREDENTIALS' })
const tooMany = expect.objectContaining({ code: 'TOO_MANY_ATTEMPTS' })

/** Fails so often, waiting whenever it has to. */
async function failTimes(username: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    company.clock.advance(2 * hour)
    expect(await refusal(username, 'wrong')).toEqual(invalid)
  }
}

describe('signing in', () => {
  it('lets the right password in, and answers what the person may know', async () => {
    const { session, notice } = await company.signIn(1, 'anna')
    expect(notice).toMatchObject({ title: 'Session Created', tone: 'status' })
    expect(session).toMatchObject({ accountId: anna, username: 'anna', role: 'admin', mustChoosePassword: false })
    expect((await company.caller(1)).signedIn.accountId).toBe(anna)
  })

  it.each(['ANNA', ' anna ', 'Ａnna', 'an\u200dna'])('takes %j for anna', async (typed) => {
    expect((await company.signIn(1, typed)).session.username).toBe('anna')
  })

  it('answers unknown, wrong, disabled and expired with one text', async () => {
    await company.add('ben')
    await company.add('eva', 'employee', { isTemporary: true })
    const ben = await account('ben')
    await company.database.write((transaction) =>
      transaction.execute(queries.updateTable('account').set({ disabled_at: 1 }).where('id', '=', ben.id)),
    )
    company.clock.advance(72 * hour)
    const wrong = await refusal('anna', 'wrong')
    expect(wrong).toEqual({
      code: 'INVALID_CREDENTIALS',
      message: expect.any(String),
      notice: { tone: 'alert', title: 'Invalid Credentials', detail: expect.any(String) },
    })
    expect(await refusal('nobody', rightPassword)).toEqual(wrong)
    expect(await refusal('ben', rightPassword)).toEqual(wrong)
    expect(await refusal('eva', rightPassword)).toEqual(wrong)
    for (const strange of [
      '',
      '\0',
      '\ud800',
      "' or 1=1 --",
      'x'.repeat(4096),
      ':recovery-code',
      '*',
      'ann_',
      'ann%',
    ]) {
      expect(await refusal(strange, strange), strange).toEqual(wrong)
    }
  })

  it('counts the tries of a disabled account, even with its right password', async () => {
    const ben = await company.add('ben')
    await company.database.write((transaction) =>
      transaction.execute(queries.updateTable('account').set({ disabled_at: 1 }).where('id', '=', ben)),
    )
    for (let time = 0; time < 5; time += 1) expect(await refusal('ben', rightPassword)).toEqual(invalid)
    expect(await refusal('ben', rightPassword)).toEqual(tooMany)
  })

  it('does the same work for wrong, unknown, disabled and expired', async () => {
    const ben = await company.add('ben')
    await company.add('eva', 'employee', { isTemporary: true })
    await company.database.write((transaction) =>
      transaction.execute(queries.updateTable('account').set({ disabled_at: 1 }).where('id', '=', ben)),
    )
    company.clock.advance(72 * hour)
    const work = async (username: string, password: string) => {
      vi.mocked(argon2.verify).mockClear()
      vi.mocked(argon2.hash).mockClear()
      expect(await refusal(username, password)).toEqual(invalid)
      const verified = vi.mocked(argon2.verify).mock.calls.map(([stored]) => argon2.parseOptions(String(stored)))
      return { verified, hashed: vi.mocked(argon2.hash).mock.calls.length }
    }
    const wrong = await work('anna', 'wrong')
    expect(wrong).toEqual({ verified: [expect.objectContaining({ memoryCost: 64, timeCost: 1 })], hashed: 0 })
    expect(await work('nobody', 'wrong')).toEqual(wrong)
    expect(await work('no name at all', 'wrong')).toEqual(wrong)
    expect(await work('ben', rightPassword)).toEqual(wrong)
    expect(await work('eva', rightPassword)).toEqual(wrong)
  })

  it('leaves the window’s session alone when another sign-in fails there', async () => {
    await company.signIn(1, 'anna')
    const before = (await company.caller(1)).signedIn
    expect(await refusal('anna', 'wrong')).toEqual(invalid)
    expect(await refusal('nobody', 'wrong')).toEqual(invalid)
    const after = (await company.caller(1)).signedIn
    expect(after.historyId).toBe(before.historyId)
    expect(after.session.key).toBe(before.session.key)
    expect(company.told).toEqual([])
  })

  it('makes a weak hash anew, once', async () => {
    const strong = createPasswordHasher({
      random: createTestRandom(5),
      log: company.log,
      parameters: { memoryCost: 128, timeCost: 1, parallelism: 1 },
    })
    Object.assign(company.hasher, strong)
    const before = await account('anna')
    await company.signIn(1, 'anna')
    const after = await account('anna')
    expect(after.password_hash).toContain('m=128,')
    expect(after.version).toBe(before.version)
    await company.signIn(1, 'anna')
    expect((await account('anna')).password_hash).toBe(after.password_hash)
  })

  it('writes who signed in and who failed to the audit, and nothing of what unknown people typed', async () => {
    await company.signIn(1, 'anna')
    await refusal('anna', 'the wrong secret')
    await refusal('oops my secret password', 'the wrong secret')
    const entries = await company.database.read(
      queries.selectFrom('audit_entry').select(['action', 'outcome', 'subject_id', 'subject_name']).orderBy('id'),
    )
    expect(entries.slice(-3)).toEqual([
      { action: 'session.created', outcome: 'success', subject_id: 1, subject_name: 'anna' },
      { action: 'sign_in.failed', outcome: 'failure', subject_id: anna, subject_name: 'anna' },
      { action: 'sign_in.failed', outcome: 'failure', subject_id: null, subject_name: null },
    ])
    const everything = JSON.stringify([
      await company.database.read(queries.selectFrom('audit_entry').selectAll()),
      await company.database.read(queries.selectFrom('audit_value').selectAll()),
      await company.database.read(queries.selectFrom('sign_in_throttle').selectAll()),
      company.log.lines,
    ])
    expect(everything).not.toContain('secret')
    expect(everything).not.toContain(rightPassword)
  })
})

describe('too many tries', () => {
  it.each(['anna', 'nobody'])('make %s wait, even with the right password', async (username) => {
    for (let time = 0; time < 5; time += 1) expect(await refusal(username, 'wrong')).toEqual(invalid)
    expect(await refusal(username, rightPassword)).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      notice: { title: 'Too Many Attempts', remainingMs: 30 * second },
    })
    company.clock.advance(30 * second)
    if (username === 'anna') await company.signIn(1, 'anna')
    else expect(await refusal(username, rightPassword)).toEqual(invalid)
    expect((await company.actions()).filter((action) => action === 'sign_in.throttled')).not.toEqual([])
  })

  it('start afresh after a success, whatever case the name was typed in', async () => {
    for (const typed of ['anna', 'ANNA', 'Anna', 'aNNa']) expect(await refusal(typed, 'wrong')).toEqual(invalid)
    await company.signIn(1, 'anna')
    for (let time = 0; time < 5; time += 1) expect(await refusal('anna', 'wrong')).toEqual(invalid)
    expect(await refusal('ANNA', 'wrong')).toEqual(tooMany)
  })

  it('of many names make everybody wait', async () => {
    for (let index = 0; index < 20; index += 1) expect(await refusal(`nobody${index}`, 'wrong')).toEqual(invalid)
    expect(await refusal('anna', rightPassword)).toEqual(tooMany)
    company.clock.advance(30 * second)
    await company.signIn(1, 'anna')
  })

  it('do not count those that the full queue of passwords turned away', async () => {
    const { verify } = company.hasher
    Object.assign(company.hasher, { verify: async () => Promise.reject(new Refusal('BUSY', 'Too many.')) })
    for (let time = 0; time < 30; time += 1) {
      expect(await refusal('anna', rightPassword)).toMatchObject({ code: 'BUSY' })
    }
    Object.assign(company.hasher, { verify })
    await company.signIn(1, 'anna')
  })

  it('disable an account after 100, and end its session', async () => {
    await company.add('ben')
    await company.signIn(7, 'ben')
    await failTimes('ben', 99)
    expect((await account('ben')).disabled_at).toBeNull()
    await failTimes('ben', 1)
    expect((await account('ben')).disabled_at).toBe(company.clock.now())
    expect((await company.lifecycle.find(7)).kind).toBe('ended')
    company.clock.advance(2 * hour)
    expect(await refusal('ben', rightPassword)).toEqual(invalid)
    expect((await company.actions()).filter((action) => action === 'account.disabled')).toHaveLength(1)
  })

  it('never disable the last administrator, who waits an hour instead', async () => {
    await failTimes('anna', 101)
    expect((await account('anna')).disabled_at).toBeNull()
    expect(await refusal('anna', rightPassword)).toMatchObject({ notice: { remainingMs: hour } })
    company.clock.advance(hour)
    await company.signIn(1, 'anna')
  })

  it('disable one of two administrators, and then not the other', async () => {
    await company.add('eva', 'admin')
    await failTimes('eva', 100)
    await failTimes('anna', 101)
    expect((await account('eva')).disabled_at).not.toBeNull()
    expect((await account('anna')).disabled_at).toBeNull()
  })
})

describe('a temporary password', () => {
  beforeEach(() => company.add('ben', 'employee', { isTemporary: true }))

  it('opens a session that tells nothing yet but that a password has to be chosen', async () => {
    const { session, notice } = await company.signIn(1, 'ben')
    expect(session.mustChoosePassword).toBe(true)
    expect(notice).toBeNull()
    expect((await company.caller(1)).signedIn.mustChoosePassword).toBe(true)
  })

  it('can be used again until a password was chosen, but for 72 hours only', async () => {
    await company.signIn(1, 'ben')
    company.clock.advance(72 * hour - 1)
    await company.signIn(1, 'ben')
    company.clock.advance(1)
    expect(await refusal('ben', rightPassword)).toEqual(invalid)
  })
})
