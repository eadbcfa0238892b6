import { describe, expect, it } from 'vitest'
import { createSessionCache, SessionUpdateError } from '../../electron/session/index.ts'
import { createTestClock } from '../support/clock.ts'
import { describeSessionEngine } from './conformance.ts'
import { itBehavesAsADictionary } from './model.ts'
import { savedSession } from './support/engine.ts'
import { cacheEngine } from './support/engines.ts'

describeSessionEngine('cache', cacheEngine)
itBehavesAsADictionary('cache', cacheEngine)

describe('sessions in a cache', () => {
  it('are lost when the application closes, and the log says so at the start', async () => {
    await using under = await cacheEngine()
    const { key } = await savedSession(under.engine())
    under.restart()
    const session = await under.engine().open(key)
    expect([session.key, session.isEmpty]).toEqual([null, true])
    expect(under.told[0]).toMatch(/lost when the application closes/)
  })

  it('are not there to be asked for, cleared or saved once they have ended', async () => {
    await using under = await cacheEngine()
    const engine = under.engine({ cookieAge: 100 })
    const { session, key } = await savedSession(engine)
    under.clock.advance(100_000)
    expect([await engine.exists(key), await engine.clearExpired()]).toEqual([false, 0])
    await expect(session.save()).rejects.toThrow(SessionUpdateError)
  })

  it('go when there is no room for them, the one that was longest not used first', async () => {
    await using under = await cacheEngine(3)
    const engine = under.engine()
    const [first, second, third] = [await savedSession(engine), await savedSession(engine), await savedSession(engine)]
    await engine.open(first.key)
    const fourth = await savedSession(engine)
    const there = await Promise.all([first, second, third, fourth].map(({ key }) => engine.exists(key)))
    expect(there).toEqual([true, false, true, true])
    await expect(second.session.save()).rejects.toThrow(SessionUpdateError)
  })
})

describe('the cache', () => {
  const record = (version: number, expiresAt = Number.MAX_SAFE_INTEGER) => ({ data: `v${version}`, expiresAt, version })

  it('drops no live record while there are expired ones', async () => {
    const clock = createTestClock()
    const cache = createSessionCache({ clock, maximumEntries: 2 })
    await cache.add('oldest', record(1))
    await cache.add('expired', record(1, clock.now() + 1))
    clock.advance(1)
    await cache.add('newest', record(1))
    expect(await cache.get('oldest')).toEqual(record(1))
    expect(await cache.get('expired')).toBeNull()
  })

  it('never holds more than its bound', async () => {
    const cache = createSessionCache({ clock: createTestClock(), maximumEntries: 10 })
    const keys = Array.from({ length: 50 }, (_, number) => `key ${number}`)
    for (const key of keys) {
      await cache.set(key, record(1))
      await cache.replace(key, record(2), 1)
    }
    const present = await Promise.all(keys.map((key) => cache.get(key)))
    expect(present.filter((found) => found !== null)).toHaveLength(10)
    expect(present.slice(-10)).not.toContain(null)
  })

  it('a record that expired can be added anew, and one that is there cannot', async () => {
    const clock = createTestClock()
    const cache = createSessionCache({ clock })
    expect(await cache.add('a', record(1, clock.now() + 1))).toBe(true)
    expect(await cache.add('a', record(2))).toBe(false)
    clock.advance(1)
    expect(await cache.add('a', record(3))).toBe(true)
    expect(await cache.get('a')).toEqual(record(3))
  })

  it('replaces only the version that is there', async () => {
    const cache = createSessionCache({ clock: createTestClock() })
    expect(await cache.replace('a', record(2), 1)).toBe('missing')
    await cache.add('a', record(1))
    expect(await cache.replace('a', record(2), 1)).toBe('replaced')
    expect(await cache.replace('a', record(9), 1)).toBe('stale')
    expect(await cache.get('a')).toEqual(record(2))
    expect([await cache.delete('a'), await cache.delete('a')]).toEqual([true, false])
  })
})
