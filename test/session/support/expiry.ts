import { describe, expect, it } from 'vitest'
import { type Expiry, UnserializableValueError } from '../../../electron/session/index.ts'
import type { EngineUnderTest } from './engine.ts'
import { keyOf, savedSession } from './engine.ts'
import type { Needing } from './exceptions.ts'

const seconds = 1000
const twoWeeks = 1_209_600
const now = Date.parse('2026-11-20T09:00:00Z')

/** When a session ends. */
export function describeExpiry(makeEngine: () => Promise<EngineUnderTest>, needing: Needing): void {
  describe('expiry', () => {
    it.each<[string, Expiry, number, boolean]>([
      ['none lasts two weeks', null, twoWeeks, false],
      ['a number counts from the modification', 60, 60, false],
      ['0 ends at close and lasts the default age', 0, twoWeeks, true],
      ['a date is absolute', new Date(now + 90 * seconds), 90, false],
      ['{ seconds } is absolute', { seconds: 45 }, 45, false],
      ['below 0 has ended', -5, -5, false],
      ['a date that is past has ended', new Date(now - 5 * seconds), -5, false],
      ['an absolute age is told in whole seconds', { seconds: 1.9 }, 1, false],
    ])('%s', async (_title, expiry, age, atClose) => {
      await using under = await makeEngine()
      const session = under.engine().start()
      session.setExpiry(expiry)
      expect(session.expiryAge()).toBe(age)
      expect(session.expiresAtClose).toBe(atClose)
      expect(Math.floor((session.expiryDate().getTime() - now) / seconds)).toBe(age)
    })

    it('null goes back to the default', async () => {
      await using under = await makeEngine()
      const session = under.engine().start()
      session.setExpiry(10)
      session.setExpiry(null)
      expect(session.expiryAge()).toBe(twoWeeks)
      expect(session.isEmpty).toBe(true)
    })

    it('takes the default age and the end at close from the options', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100, expireAtClose: true })
      const session = engine.start()
      expect([session.expiryAge(), session.expiresAtClose]).toEqual([100, true])
      session.setExpiry(60)
      expect(session.expiresAtClose).toBe(false)
      session.setExpiry(0)
      expect([session.expiryAge(), session.expiresAtClose]).toEqual([100, true])
    })

    it('age and date take a modification and an expiry', async () => {
      await using under = await makeEngine()
      const session = under.engine().start()
      session.setExpiry(10)
      const modification = new Date(now - 100 * seconds)
      expect(session.expiryDate({ modification })).toEqual(new Date(now - 90 * seconds))
      expect(session.expiryAge({ modification, expiry: new Date(now) })).toBe(100)
      expect(session.expiryDate({ modification, expiry: 30 })).toEqual(new Date(now - 70 * seconds))
      expect(session.expiryAge({ modification, expiry: null })).toBe(twoWeeks)
    })

    it.each<[string, Expiry]>([
      ['NaN', Number.NaN],
      ['Infinity', Number.POSITIVE_INFINITY],
      ['a number beyond all dates', 1e300],
      ['an invalid date', new Date(Number.NaN)],
      ['{ seconds: NaN }', { seconds: Number.NaN }],
    ])('%s is refused', async (_title, expiry) => {
      await using under = await makeEngine()
      expect(() => under.engine().start().setExpiry(expiry)).toThrow(UnserializableValueError)
    })

    it('a fraction of a second can be saved', async () => {
      await using under = await makeEngine()
      const { session } = await savedSession(under.engine())
      for (const expiry of [1.2345, { seconds: 1.2345 }]) {
        session.setExpiry(expiry)
        await session.save()
        expect((await under.engine().open(session.key)).key).toBe(session.key)
      }
    })

    it.each<[string, Expiry]>([
      ['a number', 60],
      ['a date', new Date(now + 60 * seconds)],
      ['{ seconds }', { seconds: 60 }],
    ])('with %s it opens until the last millisecond and not after it', async (_title, expiry) => {
      await using under = await makeEngine()
      const engine = under.engine()
      const session = engine.start()
      session.set('name', 'Ada')
      session.setExpiry(expiry)
      await session.save()
      under.clock.advance(60 * seconds - 1)
      const opened = await engine.open(session.key)
      expect([opened.get('name'), opened.expiryDate().getTime() - now]).toEqual([
        'Ada',
        typeof expiry === 'number' ? 120 * seconds - 1 : 60 * seconds,
      ])
      under.clock.advance(1)
      const late = await engine.open(session.key)
      expect([late.key, late.isEmpty]).toEqual([null, true])
    })

    it('a record that ends at close, and one without an expiry, last the default age', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const { session: none } = await savedSession(engine)
      const { session: atClose } = await savedSession(engine)
      atClose.setExpiry(0)
      await atClose.save()
      under.clock.advance(100 * seconds - 1)
      for (const { key } of [none, atClose]) expect((await engine.open(key)).key).toBe(key)
      under.clock.advance(1)
      for (const { key } of [none, atClose]) expect((await engine.open(key)).key).toBeNull()
    })

    it('reading does not prolong, saving does', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const session = engine.start()
      await session.save()
      under.clock.advance(60 * seconds)
      const opened = await engine.open(session.key)
      opened.get('name')
      under.clock.advance(39 * seconds)
      expect((await engine.open(session.key)).key).not.toBeNull()
      await opened.save()
      under.clock.advance(99 * seconds)
      expect((await engine.open(opened.key)).key).not.toBeNull()
      under.clock.advance(1 * seconds)
      expect((await engine.open(opened.key)).key).toBeNull()
    })

    needing('expired-stay')('the record of an expired session stays until it is cleared', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const { key } = await savedSession(engine)
      under.clock.advance(100 * seconds)
      expect((await engine.open(key)).key).toBeNull()
      expect(await engine.exists(key)).toBe(true)
      expect(await engine.clearExpired()).toBe(1)
      expect(await engine.exists(key)).toBe(false)
    })

    it('an expired session is gone for whoever opens it, cleared or not', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const { key } = await savedSession(engine)
      under.clock.advance(100 * seconds)
      await engine.clearExpired()
      expect([(await engine.open(key)).key, await engine.exists(key)]).toEqual([null, false])
      expect(await engine.clearExpired()).toBe(0)
    })

    it('a session saved when it had already ended opens empty', async () => {
      await using under = await makeEngine()
      const session = under.engine().start()
      session.set('name', 'Ada')
      session.setExpiry(-1)
      await session.save()
      expect((await under.engine().open(session.key)).isEmpty).toBe(true)
    })

    needing('saved-late')('a session that expired in the hands of its holder is saved, and opens again', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const { session } = await savedSession(engine)
      under.clock.advance(100 * seconds)
      await session.save()
      expect((await engine.open(session.key)).get('name')).toBe('Ada')
    })

    needing('clearing')('clearExpired removes what expired, once, and nothing else', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const expired = [await savedSession(engine), await savedSession(engine)]
      under.clock.advance(1)
      const live = keyOf((await savedSession(engine)).session)
      under.clock.advance(100 * seconds - 1)
      expect(await engine.clearExpired()).toBe(2)
      expect(await engine.clearExpired()).toBe(0)
      for (const { key } of expired) expect(await engine.exists(key)).toBe(false)
      expect(await engine.exists(live)).toBe(true)
    })
  })
}
