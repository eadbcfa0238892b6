import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decode, encode, type SessionData } from '../../electron/session/encoding.ts'
import { type Json, SessionConfigurationError } from '../../electron/session/index.ts'
import { testSecret } from './support/engine.ts'

const secret = testSecret(1)
const now = Date.parse('2026-11-20T09:00:00Z')

function dataOf(properties: Record<string, Json>): SessionData {
  return { properties: new Map(Object.entries(properties)), expiry: null }
}

const small = dataOf({ user: 'ada', theme: 'dark' })
const large = dataOf({ draft: 'the same words again and again. '.repeat(500) })

describe('encoded session data', () => {
  it.each<[string, SessionData]>([
    ['small', small],
    ['large', large],
    ['without properties', dataOf({})],
    ['with an expiry in seconds', { ...small, expiry: 60 }],
    ['with an expiry at close', { ...small, expiry: 0 }],
    ['with an absolute expiry', { ...small, expiry: { at: now } }],
  ])('comes back: %s', (_title, data) => {
    expect(decode(encode(data, [secret], now), [secret])).toEqual({ kind: 'ok', data, signedWith: secret })
  })

  it('is compressed only where it is large and that pays', () => {
    const medium = 'words '.repeat(500)
    expect(encode(dataOf({ medium }), [secret], now)).toContain(medium)
    expect(encode(large, [secret], now).length).toBeLessThan(1000)
    const dense = Array.from({ length: 200 }, (_, round) =>
      createHmac('sha256', 'x').update(`${round}`).digest('base64'),
    )
    expect(encode(dataOf({ dense }), [secret], now)).toContain(dense[0])
  })

  it('comes back even when it is too large to be unpacked safely', () => {
    const huge = dataOf({ text: 'a'.repeat(17 * 1024 * 1024) })
    expect(decode(encode(huge, [secret], now), [secret]).kind).toBe('ok')
  })

  it.each([
    ['plain', small],
    ['compressed', large],
  ])('is refused with any character replaced, left out or doubled: %s', (_form, data) => {
    const text = encode(data, [secret], now)
    for (let index = 0; index < text.length; index += 1) {
      const [before, at, after] = [text.slice(0, index), text.charAt(index), text.slice(index + 1)]
      for (const replaced of [at === 'A' ? 'B' : 'A', at === '.' ? '-' : '.', '', at + at]) {
        expect(decode(before + replaced + after, [secret]), `character ${index}`).toEqual({ kind: 'bad-signature' })
      }
    }
  })

  it('is refused with any single bit of any byte turned', () => {
    const bytes = Buffer.from(encode(small, [secret], now))
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes)
      turned[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(decode(turned.toString('utf8'), [secret]), `bit ${bit}`).toEqual({ kind: 'bad-signature' })
    }
  })

  it('is refused when cut anywhere', () => {
    const text = encode(small, [secret], now)
    for (let length = 0; length < text.length; length += 1) {
      expect(decode(text.slice(0, length), [secret])).toEqual({ kind: 'bad-signature' })
    }
  })

  it('is read with any of the secrets and signed with the first', () => {
    const newer = testSecret(2)
    const text = encode(small, [newer, secret], now)
    expect(decode(text, [newer]).kind).toBe('ok')
    expect(decode(text, [secret, newer]).kind).toBe('ok')
    expect(decode(text, [secret]).kind).toBe('bad-signature')
  })

  it('is signed for this purpose alone', () => {
    const [signature, ...rest] = encode(small, [secret], now).split('.')
    const bare = createHmac('sha256', secret.bytes).update(rest.join('.')).digest('base64url')
    expect(signature).not.toBe(bare)
    expect(decode([bare, ...rest].join('.'), [secret])).toEqual({ kind: 'bad-signature' })
  })

  it('cannot be made without a secret', () => {
    expect(() => encode(small, [], now)).toThrow(SessionConfigurationError)
  })
})

describe('text that is signed but is no session data', () => {
  const purposeKey = createHmac('sha256', secret.bytes).update('staffdesk.session.data.v1').digest()
  const signed = (text: string) => `${createHmac('sha256', purposeKey).update(text).digest('base64url')}.${text}`

  it.each([
    ['no form', `${now}`],
    ['an unknown form', `${now}.q.[[],null]`],
    ['broken JSON', `${now}.p.[[`],
    ['no list', `${now}.p.{"a":1}`],
    ['properties that are no entries', `${now}.p.[{"a":1},null]`],
    ['an expiry that is none', `${now}.p.[[],"soon"]`],
    ['an instant that is none', `${now}.p.[[],{"at":null}]`],
    ['a dangerous name', `${now}.p.[[["__proto__",1]],null]`],
    ['a dangerous name within', `${now}.p.[[["a",{"constructor":1}]],null]`],
    ['broken compressed data', `${now}.z.AAAA`],
  ])('is undecodable and does not throw: %s', (_title, text) => {
    expect(decode(signed(text), [secret])).toEqual({ kind: 'undecodable' })
  })

  it('is decoded when it is one', () => {
    expect(decode(signed(`${now}.p.[[["a",1]],null]`), [secret])).toMatchObject({ kind: 'ok', data: dataOf({ a: 1 }) })
  })
})
