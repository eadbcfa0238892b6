import { describe, expect, it } from 'vitest'
import { SessionConfigurationError, SessionTooLargeError } from '../../electron/session/index.ts'
import { seal, unseal } from '../../electron/session/sealing.ts'
import { createTestRandom } from '../support/random.ts'
import { describeSessionEngine } from './conformance.ts'
import { itBehavesAsADictionary } from './model.ts'
import { contentOf, savedSession, testSecret } from './support/engine.ts'
import { signedEngine } from './support/engines.ts'

describeSessionEngine('signed', signedEngine)
itBehavesAsADictionary('signed', signedEngine)

describe('the key of a signed session', () => {
  it('shows nothing of what the session holds', async () => {
    await using under = await signedEngine()
    const { key } = await savedSession(under.engine(), { name: 'canary' })
    for (const encoding of ['base64url', 'utf8'] as const) {
      expect(Buffer.from(key, encoding).toString('latin1')).not.toMatch(/canary|name/)
    }
  })

  it('is another at each save, of the same data too, and all of them open until their end', async () => {
    await using under = await signedEngine()
    const engine = under.engine({ cookieAge: 100 })
    const { session, key } = await savedSession(engine)
    await session.save()
    const second = session.key
    session.set('name', 'Grace')
    await session.cycleKey()
    expect(new Set([key, second, session.key]).size).toBe(3)
    const names = []
    for (const each of [key, second, session.key]) names.push((await engine.open(each)).get('name'))
    expect(names).toEqual(['Ada', 'Ada', 'Grace'])
    under.clock.advance(100_000)
    for (const each of [key, second, session.key]) expect((await engine.open(each)).key).toBeNull()
  })

  it('cannot be revoked: neither delete nor flush ends a session whose key somebody kept', async () => {
    await using under = await signedEngine()
    const engine = under.engine()
    const { session, key } = await savedSession(engine)
    await engine.delete(key)
    await session.flush()
    expect([session.key, session.isEmpty]).toEqual([null, true])
    expect((await engine.open(key)).get('name')).toBe('Ada')
  })

  it('is no record to be asked for, to be cleared or to be taken', async () => {
    await using under = await signedEngine()
    const engine = under.engine({ cookieAge: 100 })
    const { session, key } = await savedSession(engine)
    await session.save({ mustCreate: true })
    await session.save({ mustCreate: true })
    under.clock.advance(100_000)
    expect([await engine.exists(key), await engine.clearExpired()]).toEqual([false, 0])
  })

  it('is refused, and logged, with any bit of any byte turned', async () => {
    await using under = await signedEngine()
    const { key } = await savedSession(under.engine(), { role: 'employee' })
    const bytes = Buffer.from(key, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes)
      turned[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const session = await under.engine().open(turned.toString('base64url'))
      expect([session.key, session.isEmpty], `bit ${bit}`).toEqual([null, true])
    }
    // The first byte tells the form: another is no key of ours, and not worth a line.
    expect(under.logged).toHaveLength((bytes.length - 1) * 8)
    expect(new Set(under.logged)).toEqual(new Set(['session data refused {"reason":"bad-signature"}']))
  })

  it('is refused with any character replaced, left out, doubled or added, and cut anywhere', async () => {
    await using under = await signedEngine()
    const engine = under.engine()
    const { key } = await savedSession(engine, { role: 'employee' })
    const spoilt = [`${key}A`, `${key}=`, ` ${key}`, `${key}\n`]
    for (let index = 0; index < key.length; index += 1) {
      const [before, at, after] = [key.slice(0, index), key.charAt(index), key.slice(index + 1)]
      spoilt.push(before, before + after, before + at + at + after, `${before}${at === 'A' ? 'B' : 'A'}${after}`)
      spoilt.push(`${before}+${after}`, `${before}.${after}`)
    }
    for (const text of spoilt) {
      if (text !== key) expect((await engine.open(text)).key, text).toBeNull()
    }
  })

  it('is that of data and end together: neither can be taken from another session', async () => {
    await using under = await signedEngine()
    const engine = under.engine()
    const [one, other] = [await savedSession(engine, { name: 'Ada' }), await savedSession(engine, { name: 'Bob' })]
    for (let cut = 1; cut < one.key.length; cut += 1) {
      const joined = one.key.slice(0, cut) + other.key.slice(cut)
      if (joined !== one.key && joined !== other.key) expect((await engine.open(joined)).key).toBeNull()
    }
  })

  it('opens while its secret is among the known ones, and the next save seals with the newest', async () => {
    await using under = await signedEngine()
    const [first, second, third] = [testSecret(1), testSecret(2), testSecret(3)]
    const { key } = await savedSession(under.engine({ secrets: () => [first] }))
    const session = await under.engine({ secrets: () => [third, second, first] }).open(key)
    await session.save()
    expect((await under.engine({ secrets: () => [third] }).open(session.key)).get('name')).toBe('Ada')
    expect((await under.engine({ secrets: () => [second, first] }).open(session.key)).key).toBeNull()
  })
})

describe('the size of a signed session', () => {
  /** Text that cannot be made smaller. */
  const noise = (length: number) => Buffer.from(createTestRandom(5)(length)).toString('base64').slice(0, length)

  it('is 4,096 bytes at most; above, the error names it, and the last save stands', async () => {
    await using under = await signedEngine()
    const engine = under.engine()
    const { session, key } = await savedSession(engine)
    session.set('draft', noise(10_000))
    const error = await session.save().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SessionTooLargeError)
    const { size, message } = error as SessionTooLargeError
    expect(message).toBe(`The session takes ${size} bytes; the session engine "signed" holds 4096.`)
    expect(session.key).toBe(key)
    session.set('draft', 'short')
    await session.save()
    expect(contentOf(await engine.open(session.key))).toEqual({ name: 'Ada', draft: 'short' })
  })

  it('is the length of its key: every session up to the limit opens again', async () => {
    await using under = await signedEngine()
    const engine = under.engine()
    let longest = 0
    let refused = 0
    for (let length = 2000; length < 3000; length += 1) {
      const session = engine.start()
      session.set('draft', noise(length))
      try {
        await session.save()
        longest = Math.max(longest, session.key?.length ?? 0)
        expect((await engine.open(session.key)).get('draft')).toBe(noise(length))
      } catch (error) {
        expect((error as SessionTooLargeError).size).toBeGreaterThan(4096)
        refused += 1
      }
    }
    expect(longest).toBeGreaterThan(4090)
    expect(longest).toBeLessThanOrEqual(4096)
    expect(refused).toBeGreaterThan(0)
  })

  it('is that of the compressed data where compressing pays', async () => {
    await using under = await signedEngine()
    const words = 'the same words again and again. '.repeat(120)
    const { key } = await savedSession(under.engine(), { words })
    expect(key.length).toBeLessThan(600)
    expect((await under.engine().open(key)).get('words')).toBe(words)
  })
})

describe('a sealed record', () => {
  const record = { data: 'any.data', expiresAt: -5 }

  it('comes back as it was', () => {
    expect(unseal(seal(record, [testSecret(1)], createTestRandom(1)), [testSecret(2), testSecret(1)])).toEqual(record)
  })

  it('cannot be made without a secret', () => {
    expect(() => seal(record, [], createTestRandom(1))).toThrow(SessionConfigurationError)
  })

  it('that holds no session data opens an empty session', async () => {
    await using under = await signedEngine()
    const session = await under.engine().open(await under.plant('any.data'))
    expect([session.key, session.isEmpty]).toEqual([null, true])
  })
})
