import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createSessionCache,
  createSessionEngine,
  NotSupportedError,
  SessionConfigurationError,
  type SessionEngineKind,
  type SessionEngineOptions,
} from '../../electron/session/index.ts'
import { newSessionKey } from '../../electron/session/keys.ts'
import { createTestClock } from '../support/clock.ts'
import { openTestDatabase } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'
import { testSecret } from './support/engine.ts'
import { databaseEngine } from './support/engines.ts'

const common = {
  secrets: () => [testSecret(1)],
  clock: createTestClock(),
  random: createTestRandom(),
  log: { info: () => {}, warn: () => {}, error: () => {} },
}

describe('createSessionEngine', () => {
  it.each(['nothing', '', 'Database', 'toString'])('refuses the kind %j by name', (kind) => {
    const make = () => createSessionEngine(kind as 'cache', common)
    expect(make).toThrow(SessionConfigurationError)
    expect(make).toThrow(`"kind": the engine "${kind}"`)
  })

  it.each<[SessionEngineKind, string, Partial<SessionEngineOptions>]>([
    ['database', 'database', {}],
    ['cache', 'cache', {}],
    ['cached-database', 'database', { cache: createSessionCache(common) }],
    ['file', 'directory', {}],
    ['file', 'directory', { directory: '' }],
    ['file', 'directory', { directory: join(import.meta.dirname, 'nowhere') }],
    ['file', 'directory', { directory: import.meta.filename }],
  ])('%s without what it needs names the option %s', (kind, option, others) => {
    const make = () => createSessionEngine(kind, { ...common, ...others })
    expect(make).toThrow(SessionConfigurationError)
    expect(make).toThrow(`"${option}"`)
  })

  it('cached-database without a cache names the option cache', async () => {
    await using storage = await openTestDatabase()
    const make = () => createSessionEngine('cached-database', { ...common, database: storage.database })
    expect(make).toThrow(SessionConfigurationError)
    expect(make).toThrow('"cache"')
  })

  it.each([0, -1, 1.5, Number.NaN])('a cache of %j records is refused', (maximumEntries) => {
    const make = () => createSessionCache({ clock: common.clock, maximumEntries })
    expect(make).toThrow(SessionConfigurationError)
    expect(make).toThrow('"maximumEntries"')
  })

  it.each([
    ['secrets', { secrets: () => [] }],
    ['secrets', { secrets: () => [testSecret(1), { ...testSecret(2), bytes: new Uint8Array(31) }] }],
    ['cookieAge', { cookieAge: 0 }],
    ['cookieAge', { cookieAge: -1 }],
    ['cookieAge', { cookieAge: 1.5 }],
    ['cookieAge', { cookieAge: Number.NaN }],
  ])('names the option %s when it is wrong', async (option, choices) => {
    await using under = await databaseEngine()
    expect(() => under.engine(choices)).toThrow(SessionConfigurationError)
    expect(() => under.engine(choices)).toThrow(`"${option}"`)
  })
})

it('10,000 keys are well formed and differ', () => {
  const random = createTestRandom(3)
  const keys = Array.from({ length: 10_000 }, () => newSessionKey(random))
  expect(new Set(keys).size).toBe(10_000)
  expect(keys.every((key) => Buffer.from(key, 'base64url').length === 32)).toBe(true)
})

it('an operation that is not supported is named with its engine', () => {
  expect(new NotSupportedError('signed', 'delete').message).toMatch(/"signed".*delete/)
})
