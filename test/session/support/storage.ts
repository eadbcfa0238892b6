import { describe, expect, it } from 'vitest'
import { type Json, SessionCreateError, UnserializableValueError } from '../../../electron/session/index.ts'
import { createTestRandom } from '../../support/random.ts'
import { contentOf, type EngineUnderTest, keyOf, randomWithKeys, savedSession, testSecret } from './engine.ts'
import type { Needing } from './exceptions.ts'
import { unserializable } from './unserializable.ts'

/** Keys and records. */
export function describeStorage(makeEngine: () => Promise<EngineUnderTest>, needing: Needing): void {
  describe('storage', () => {
    it('a new session is empty and has no key until it is saved', async () => {
      await using under = await makeEngine()
      const session = under.engine().start()
      expect([session.key, session.isEmpty]).toEqual([null, true])
      session.set('name', 'Ada')
      expect([session.key, session.isEmpty]).toEqual([null, false])
      await session.save()
      expect((await under.engine().open(session.key)).get('name')).toBe('Ada')
    })

    needing('stable-key')('a key is 32 random bytes, and stays when the session is saved again', async () => {
      await using under = await makeEngine()
      const { session, key } = await savedSession(under.engine())
      expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/)
      session.set('name', 'Grace')
      await session.save()
      expect(session.key).toBe(key)
    })

    it('gives back what was saved', async () => {
      await using under = await makeEngine()
      const kept = { text: 'Ångström 漢字 🙂 \0', list: [1, [2.5, null]], deep: { yes: true, no: { a: 'b' } } }
      const { key } = await savedSession(under.engine(), kept)
      expect(contentOf(await under.engine().open(key))).toEqual(kept)
    })

    it('a value nested as deeply as a session takes it opens again', async () => {
      await using under = await makeEngine()
      const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)
      const { key } = await savedSession(under.engine(), { deep })
      expect((await under.engine().open(key)).get('deep')).toEqual(deep)
    })

    needing('any-size')('takes data of any size', async () => {
      await using under = await makeEngine()
      const lines = Array.from({ length: 5000 }, (_, line) => `line ${line}`)
      const noise = Buffer.from(createTestRandom(21)(50_000)).toString('base64')
      const { key } = await savedSession(under.engine(), { lines, noise })
      expect(contentOf(await under.engine().open(key))).toEqual({ lines, noise })
    })

    it('keeps what it held when a value is refused, and saves it', async () => {
      await using under = await makeEngine()
      const { session } = await savedSession(under.engine())
      for (const [, value] of unserializable) {
        expect(() => session.set('name', value as Json)).toThrow(UnserializableValueError)
      }
      await session.save()
      expect(contentOf(await under.engine().open(session.key))).toEqual({ name: 'Ada' })
    })

    it.each([
      ['null', null],
      ['an empty key', ''],
      ['a short key', 'abc'],
      ['a path', '../../../../etc/passwd/../../etc/passwd/aaaaa'],
      ['one character too many', 'A'.repeat(44)],
      ['a key nobody issued', 'A'.repeat(43)],
    ])('%s opens an empty session, which is saved under a key of its own', async (_title, key) => {
      await using under = await makeEngine()
      const engine = under.engine()
      const session = await engine.open(key)
      expect([session.key, session.isEmpty, session.accessed]).toEqual([null, true, false])
      session.set('name', 'Ada')
      await session.save()
      expect(session.key).not.toBe(key)
      expect((await engine.open(session.key)).get('name')).toBe('Ada')
      expect((await engine.open(key)).get('name')).toBeUndefined()
    })

    needing('records', 'revocation')('exists tells of a record until it is deleted', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { key } = await savedSession(engine)
      expect([await engine.exists(key), await engine.exists('A'.repeat(43)), await engine.exists('x')]).toEqual([
        true,
        false,
        false,
      ])
      await engine.delete(key)
      expect(await engine.exists(key)).toBe(false)
      expect((await engine.open(key)).key).toBeNull()
    })

    it('delete is silent whatever the key', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { key } = await savedSession(engine)
      for (const any of [key, key, 'A'.repeat(43), 'x', '']) await engine.delete(any)
      expect([await engine.exists(key), await engine.exists('x')]).toEqual([false, false])
    })

    needing('restart')('sessions outlive the process', async () => {
      await using under = await makeEngine()
      const { key } = await savedSession(under.engine())
      under.restart()
      expect((await under.engine().open(key)).get('name')).toBe('Ada')
    })

    it('clear keeps the key, and a save leaves an empty session', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { session, key } = await savedSession(engine)
      session.setExpiry(60)
      session.clear()
      expect([session.key, session.isEmpty, session.expiryAge()]).toEqual([key, false, 1_209_600])
      await session.save()
      const opened = await engine.open(session.key)
      expect([opened.key, opened.keys()]).toEqual([session.key, []])
    })

    needing('revocation')('flush leaves no data, no record and no key', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { session, key } = await savedSession(engine)
      await session.flush()
      expect([session.key, session.isEmpty, session.get('name')]).toEqual([null, true, undefined])
      expect(await engine.exists(key)).toBe(false)
      session.set('name', 'Grace')
      await session.save()
      expect(session.key).not.toBe(key)
      expect((await engine.open(session.key)).get('name')).toBe('Grace')
    })

    it('flush of a session never saved empties it', async () => {
      await using under = await makeEngine()
      const session = under.engine().start()
      session.set('name', 'Ada')
      await session.flush()
      expect([session.key, session.isEmpty]).toEqual([null, true])
    })

    needing('revocation')('cycleKey keeps data and expiry under a new key and deletes the old record', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { session, key } = await savedSession(engine)
      const opened = await engine.open(key)
      opened.setExpiry(60)
      await opened.cycleKey()
      expect(opened.key).not.toBe(key)
      expect(await engine.exists(key)).toBe(false)
      const cycled = await engine.open(opened.key)
      expect([cycled.get('name'), cycled.expiryAge()]).toEqual(['Ada', 60])
      expect(session.get('name')).toBe('Ada')
    })

    it('cycleKey works on a session never saved, and is no modification', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const session = engine.start()
      await session.cycleKey()
      expect((await engine.open(session.key)).key).toBe(session.key)
      expect(session.modified).toBe(false)
    })

    needing('records')('mustCreate creates, or throws where the key is taken', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const session = engine.start()
      session.set('name', 'Ada')
      await session.save({ mustCreate: true })
      session.set('name', 'Grace')
      await expect(session.save({ mustCreate: true })).rejects.toThrow(SessionCreateError)
      expect((await engine.open(session.key)).get('name')).toBe('Ada')
      await session.save()
      expect((await engine.open(session.key)).get('name')).toBe('Grace')
    })

    needing('records')('a key that is taken is passed over', async () => {
      await using under = await makeEngine()
      const taken = createTestRandom(11)(32)
      const first = await savedSession(under.engine({ random: randomWithKeys([taken], createTestRandom(13)) }))
      const random = randomWithKeys([taken, taken], createTestRandom(12))
      const second = await savedSession(under.engine({ random }), { name: 'Grace' })
      expect(second.key).not.toBe(first.key)
      expect((await under.engine().open(first.key)).get('name')).toBe('Ada')
      expect((await under.engine().open(second.key)).get('name')).toBe('Grace')
    })

    needing('records')('gives up where every key is taken, and can be saved later', async () => {
      await using under = await makeEngine()
      const taken = createTestRandom(11)(32)
      const rest = createTestRandom(12)
      const sameKey = randomWithKeys(
        Array.from({ length: 20 }, () => taken),
        rest,
      )
      let random = sameKey
      const engine = under.engine({ random: (length) => random(length) })
      const first = await savedSession(engine, { name: 'Ada' })
      const session = engine.start()
      session.set('name', 'Grace')
      await expect(session.save()).rejects.toThrow(SessionCreateError)
      expect(session.key).toBeNull()
      random = rest
      await session.save()
      expect((await engine.open(session.key)).get('name')).toBe('Grace')
      expect((await engine.open(first.key)).get('name')).toBe('Ada')
    })

    it('a first save that failed leaves no key, and can be tried again', async () => {
      await using under = await makeEngine()
      let fails = false
      const engine = under.engine({
        secrets: () => {
          if (fails) throw new Error('no secrets now')
          return [testSecret(1)]
        },
      })
      const session = engine.start()
      session.set('name', 'Ada')
      fails = true
      await expect(session.save()).rejects.toThrow('no secrets now')
      expect(session.key).toBeNull()
      fails = false
      await session.save()
      expect((await engine.open(keyOf(session))).get('name')).toBe('Ada')
    })
  })

  describe('secrets', () => {
    it('a session signed by an older secret opens, and is signed by the newest at its next save', async () => {
      await using under = await makeEngine()
      const [old, renewed] = [testSecret(1), testSecret(2)]
      const { key } = await savedSession(under.engine({ secrets: () => [old] }))
      const session = await under.engine({ secrets: () => [renewed, old] }).open(key)
      expect(session.get('name')).toBe('Ada')
      expect((await under.engine({ secrets: () => [renewed] }).open(key)).key).toBeNull()
      await session.save()
      expect((await under.engine({ secrets: () => [renewed] }).open(session.key)).get('name')).toBe('Ada')
    })

    it('a session signed by nobody we know opens empty; the log says so without its data', async () => {
      await using under = await makeEngine()
      const { key } = await savedSession(under.engine({ secrets: () => [testSecret(3)] }), { name: 'canary' })
      const session = await under.engine().open(key)
      expect([session.key, session.isEmpty]).toEqual([null, true])
      expect(under.logged.filter((line) => line.startsWith('session data refused'))).toEqual([
        'session data refused {"reason":"bad-signature"}',
      ])
      expect([...under.logged, ...under.told].join()).not.toContain('canary')
    })
  })
}
