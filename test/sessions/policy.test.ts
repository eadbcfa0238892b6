import { afterEach, describe, expect, it } from 'vitest'
import { contract } from '../../electron/contract/index.ts'
import { queries } from '../../electron/database/queries.ts'
import { defaultSessionPolicy } from '../../electron/lifecycle/policy.ts'
import { readSessionPolicy } from '../../electron/lifecycle/policy-rows.ts'
import { type Office, openOffice } from './office.ts'

const minute = 60_000
let office: Office

afterEach(() => office.dispose())

describe('the rules for sessions', () => {
  it('are the defaults until an administrator saves others, which hold at once', async () => {
    office = await openOffice()
    const { handlers } = office
    expect(await handlers.readPolicy({}, await office.admin())).toEqual({
      policy: defaultSessionPolicy,
      keepingRefused: null,
      engineProblem: null,
    })
    office.clock.advance(5 * minute)
    const policy = { ...defaultSessionPolicy, lockMinutes: 6, idleEndMinutes: 30 }
    expect(await handlers.savePolicy({ policy }, await office.admin())).toEqual({ policy, sessionsEnded: false })
    expect(office.events).toEqual(['1: Session Locking 60000'])
    office.clock.advance(minute)
    expect(office.events).toContain('1: Session Locked')
    expect(await readSessionPolicy(office.database)).toEqual({ policy, isBroken: false })
    expect(await office.actions()).toContain('session_policy.changed')
  })

  it.each([
    [{ lockMinutes: 30, idleEndMinutes: 30 }, 'policy.idleEndMinutes'],
    [{ idleEndMinutes: 120, absoluteHours: 1 }, 'policy.absoluteHours'],
    [{ lockMinutes: 0 }, 'policy.lockMinutes'],
    [{ absoluteHours: 25 }, 'policy.absoluteHours'],
  ])('are refused where they contradict themselves: %j', async (change, field) => {
    office = await openOffice()
    const parsed = contract.sessions.savePolicy.input.safeParse({ policy: { ...defaultSessionPolicy, ...change } })
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(field)
  })

  it('with another engine end every session, after saying whose by the list of them', async () => {
    office = await openOffice()
    await office.add('ben')
    await office.signIn(2, 'ben')
    const policy = { ...defaultSessionPolicy, engine: 'cache' } as const
    const answer = await office.handlers.savePolicy({ policy }, await office.admin())
    expect(answer.sessionsEnded).toBe(true)
    expect(office.inUse.name()).toBe('cache')
    expect((await office.history()).map(({ reason }) => reason)).toEqual(['engine_changed', 'engine_changed'])
    expect(office.told.map(({ notice }) => notice.title)).toEqual(['Session Ended', 'Session Ended'])
    expect(await office.database.read(queries.selectFrom('session').select('key_hash'))).toEqual([])
  })

  it('change nothing where the other engine cannot be made', async () => {
    office = await openOffice()
    const policy = { ...defaultSessionPolicy, engine: 'file' } as const
    await expect(office.handlers.savePolicy({ policy }, await office.admin())).rejects.toThrow('no folder')
    expect((await office.lifecycle.find(1)).kind).toBe('signed-in')
    expect((await readSessionPolicy(office.database)).policy.engine).toBe('database')
  })

  it('keep sessions only where a keychain is, and not in an engine that forgets', async () => {
    office = await openOffice({ keepingRefused: () => 'No keychain here.' })
    const keep = { ...defaultSessionPolicy, whenClosed: 'keep' } as const
    const save = async (policy: typeof keep | (typeof keep & { engine: 'cache' })) =>
      office.handlers.savePolicy({ policy }, await office.admin())
    await expect(save(keep)).rejects.toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { 'policy.whenClosed': 'No keychain here.' } },
    })
    await office.dispose()
    office = await openOffice()
    await expect(save({ ...keep, engine: 'cache' })).rejects.toMatchObject({
      error: { fields: { 'policy.whenClosed': expect.stringContaining('cache') } },
    })
    expect((await save(keep)).policy.whenClosed).toBe('keep')
  })

  it.each([
    ['an unknown engine', { ...defaultSessionPolicy, lockMinutes: 9, engine: 'paper' }, { lockMinutes: 9 }],
    ['nonsense', { lockMinutes: 'soon' }, {}],
  ])('fall back to the default for %s', async (_, stored, kept) => {
    office = await openOffice()
    await office.database.write((transaction) =>
      transaction.execute(queries.insertInto('policy').values({ name: 'session', value: JSON.stringify(stored) })),
    )
    expect(await readSessionPolicy(office.database)).toEqual({
      policy: { ...defaultSessionPolicy, ...kept },
      isBroken: true,
    })
  })
})

describe('the secret that signs sessions', () => {
  it('is renewed and ends every session', async () => {
    office = await openOffice()
    await office.handlers.renewSecret({}, await office.admin())
    expect(office.renewals()).toBe(1)
    expect(office.told).toMatchObject([{ notice: { title: 'Session Ended' } }])
    expect((await office.history())[0]?.reason).toBe('secret_renewed')
    expect(await office.actions()).toContain('session_secrets.renewed')
  })
})

describe('the test of the storage', () => {
  it('stores a value, reads it back and leaves nothing', async () => {
    office = await openOffice()
    const count = async () => (await office.database.read(queries.selectFrom('session').select('key_hash'))).length
    const before = await count()
    expect(await office.handlers.testStorage({}, await office.admin())).toEqual({
      worked: true,
      detail: expect.stringContaining('database'),
    })
    expect(await count()).toBe(before)
  })

  it('says that the storage does not work', async () => {
    office = await openOffice()
    const { engine } = office
    const broken = {
      ...office.inUse,
      start: () => ({
        ...engine.start(),
        setTestValue: () => {
          throw new TypeError('no')
        },
      }),
    }
    await office.dispose()
    office = await openOffice({ engine: broken as never })
    expect(await office.handlers.testStorage({}, await office.admin())).toEqual({
      worked: false,
      detail: expect.stringContaining('TypeError'),
    })
  })
})
