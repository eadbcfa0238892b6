import { describe, expect, it } from 'vitest'
import { queries } from '../../electron/database/queries.ts'
import { createCachedDatabaseStore } from '../../electron/session/cached-database-store.ts'
import { createDatabaseStore } from '../../electron/session/database-store.ts'
import {
  createSessionCache,
  hashSessionKey,
  type SessionCache,
  SessionUpdateError,
} from '../../electron/session/index.ts'
import type { SessionStore } from '../../electron/session/store.ts'
import { createTestClock } from '../support/clock.ts'
import { describeSessionEngine } from './conformance.ts'
import { itBehavesAsADictionary } from './model.ts'
import { contentOf, savedSession } from './support/engine.ts'
import { type CachedDatabaseUnderTest, cachedDatabaseEngine } from './support/engines.ts'

const fails = async () => {
  throw new Error('the cache is away')
}
const failing: SessionCache = { get: fails, add: fails, replace: fails, set: fails, delete: fails }

describeSessionEngine('cached-database', () => cachedDatabaseEngine())
describeSessionEngine('cached-database', () => cachedDatabaseEngine(() => failing), 'with a cache that always fails')
itBehavesAsADictionary('cached-database', () => cachedDatabaseEngine())

/** A cache that fails while it is told to. */
async function engineWithFailures() {
  const failures = { now: false }
  const under = await cachedDatabaseEngine((cache) => ({
    get: (keyHash) => (failures.now ? fails() : cache.get(keyHash)),
    add: (keyHash, record) => (failures.now ? fails() : cache.add(keyHash, record)),
    replace: (keyHash, record, version) => (failures.now ? fails() : cache.replace(keyHash, record, version)),
    set: (keyHash, record) => (failures.now ? fails() : cache.set(keyHash, record)),
    delete: (keyHash) => (failures.now ? fails() : cache.delete(keyHash)),
  }))
  return { under, failures }
}

function emptyTheTable({ storage }: CachedDatabaseUnderTest) {
  return storage.database.write((transaction) => transaction.execute(queries.deleteFrom('session')))
}

describe('a session in cache and database', () => {
  it('stands in the database first, and is read from the cache', async () => {
    await using under = await cachedDatabaseEngine()
    const { session, key } = await savedSession(under.engine())
    session.set('name', 'Grace')
    await session.save()
    const [row] = await under.storage.database.read(queries.selectFrom('session').selectAll())
    expect(await under.cache().get(hashSessionKey(key))).toEqual({
      data: row?.data,
      expiresAt: row?.expires_at,
      version: 2,
    })
    await emptyTheTable(under)
    expect((await under.engine().open(key)).get('name')).toBe('Grace')
  })

  it('that the cache lost is read from the database, and kept in the cache until its end', async () => {
    await using under = await cachedDatabaseEngine()
    const { key } = await savedSession(under.engine({ cookieAge: 100 }))
    under.restart()
    under.clock.advance(60_000)
    await under.engine().open(key)
    await emptyTheTable(under)
    under.clock.advance(39_999)
    expect((await under.engine().open(key)).get('name')).toBe('Ada')
    under.clock.advance(1)
    expect((await under.engine().open(key)).key).toBeNull()
  })

  it.each<[string, (under: CachedDatabaseUnderTest, key: string) => Promise<void>]>([
    ['delete', (under, key) => under.engine().delete(key)],
    ['flush', async (under, key) => (await under.engine().open(key)).flush()],
    ['cycleKey', async (under, key) => (await under.engine().open(key)).cycleKey()],
  ])('leaves the cache by %s', async (_way, end) => {
    await using under = await cachedDatabaseEngine()
    const { key } = await savedSession(under.engine())
    await end(under, key)
    expect(await under.cache().get(hashSessionKey(key))).toBeNull()
  })

  it('that was deleted behind the cache is not saved, and is known to be gone from then on', async () => {
    await using under = await cachedDatabaseEngine()
    const { key } = await savedSession(under.engine())
    const session = await under.engine().open(key)
    await emptyTheTable(under)
    session.set('name', 'Grace')
    await expect(session.save()).rejects.toThrow(SessionUpdateError)
    expect((await under.engine().open(key)).key).toBeNull()
  })

  it('that was saved behind the cache is merged', async () => {
    await using under = await cachedDatabaseEngine()
    const { key } = await savedSession(under.engine(), { theme: 'light' })
    const before = await under.cache().get(hashSessionKey(key))
    const other = await under.engine().open(key)
    other.set('page', 2)
    await other.save()
    if (before) await under.cache().set(hashSessionKey(key), before)
    const session = await under.engine().open(key)
    session.set('theme', 'dark')
    await session.save()
    expect(contentOf(await under.engine().open(key))).toEqual({ theme: 'dark', page: 2 })
  })
})

describe('a cache that fails', () => {
  it('fails no act, and is logged without the data', async () => {
    await using under = await cachedDatabaseEngine(() => failing)
    const engine = under.engine()
    const { session, key } = await savedSession(engine, { name: 'canary' })
    session.set('page', 2)
    await session.save()
    expect((await engine.open(key)).get('page')).toBe(2)
    await engine.delete(key)
    expect(await engine.exists(key)).toBe(false)
    expect(under.logged.length).toBeGreaterThan(0)
    expect(new Set(under.logged)).toEqual(new Set(['the session cache failed; the database is used the cache is away']))
  })

  it('at a save answers nothing old when it is back', async () => {
    const { under, failures } = await engineWithFailures()
    await using _ = under
    const engine = under.engine()
    const { session, key } = await savedSession(engine)
    failures.now = true
    session.set('name', 'Grace')
    await session.save()
    failures.now = false
    expect((await engine.open(key)).get('name')).toBe('Grace')
    await emptyTheTable(under)
    expect((await engine.open(key)).get('name'), 'is in the cache again').toBe('Grace')
  })

  it('at a deletion opens no session that has ended when it is back', async () => {
    const { under, failures } = await engineWithFailures()
    await using _ = under
    const engine = under.engine()
    const { key } = await savedSession(engine)
    failures.now = true
    await engine.delete(key)
    failures.now = false
    expect(await under.cache().get(hashSessionKey(key))).not.toBeNull()
    expect((await engine.open(key)).key).toBeNull()
    expect(await under.cache().get(hashSessionKey(key)), 'is evicted by the way').toBeNull()
  })
})

describe('while a row is read', () => {
  const keyHash = hashSessionKey('any')
  const record = { data: 'old', expiresAt: Number.MAX_SAFE_INTEGER }

  /** A store over a real database in which something happens after the next row was read. */
  async function interruptible() {
    const under = await cachedDatabaseEngine()
    const rows = createDatabaseStore(under.storage.database)
    const cache = createSessionCache({ clock: createTestClock() })
    let afterRead = async () => {}
    const store: SessionStore = createCachedDatabaseStore({
      database: {
        ...rows,
        load: async (hash) => {
          const row = await rows.load(hash)
          await afterRead()
          return row
        },
      },
      cache,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    })
    await rows.create(keyHash, record)
    return { under, store, afterRead: (act: () => Promise<void>) => (afterRead = act) }
  }

  it('a deletion is not undone in the cache', async () => {
    const { under, store, afterRead } = await interruptible()
    await using _ = under
    afterRead(async () => void (await store.delete(keyHash)))
    await store.load(keyHash)
    expect(await store.load(keyHash)).toBeNull()
  })

  it('a save is not undone in the cache', async () => {
    const { under, store, afterRead } = await interruptible()
    await using _ = under
    afterRead(async () => void (await store.update(keyHash, { ...record, data: 'new' }, 1)))
    await store.load(keyHash)
    expect(await store.load(keyHash)).toEqual({ ...record, data: 'new', version: 2 })
  })

  it('the answer of an earlier change that comes late confirms nothing', async () => {
    const under = await cachedDatabaseEngine()
    await using _ = under
    const rows = createDatabaseStore(under.storage.database)
    const cache = createSessionCache({ clock: createTestClock() })
    let answer = () => {}
    const store = createCachedDatabaseStore({
      database: rows,
      cache: {
        ...cache,
        set: async (hash, present) => {
          await new Promise<void>((resolve) => {
            answer = resolve
          })
          await cache.set(hash, present)
        },
        delete: fails,
      },
      log: { info: () => {}, warn: () => {}, error: () => {} },
    })
    await rows.create(keyHash, record)
    const saving = store.update(keyHash, { ...record, data: 'new' }, 1)
    await expect.poll(() => rows.load(keyHash)).toMatchObject({ version: 2 })
    await store.delete(keyHash)
    answer()
    await saving
    expect(await cache.get(keyHash), 'the cache kept what came late').toMatchObject({ version: 2 })
    expect(await store.load(keyHash)).toBeNull()
  })
})
