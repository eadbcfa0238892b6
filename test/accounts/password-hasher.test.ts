import { parseOptions } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { createPasswordHasher, type HashParameters } from '../../electron/accounts/password-hasher.ts'
import { createTestRandom } from '../support/random.ts'
import { createTestLog } from './support/log.ts'

const weak: HashParameters = { memoryCost: 64, timeCost: 1, parallelism: 1 }
const random = createTestRandom(3)
const log = createTestLog()
const make = (parameters?: HashParameters) =>
  createPasswordHasher({ random, log, ...(parameters === undefined ? {} : { parameters }) })

describe('the password hasher', () => {
  it('makes Argon2id hashes of 64 MiB and three passes, each with its own salt', async () => {
    const hasher = make()
    const first = await hasher.hash('correct pony battery')
    expect(first).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(parseOptions(first)).toMatchObject({
      memoryCost: 65_536,
      timeCost: 3,
      parallelism: 1,
      outputLen: 32,
      saltLen: 16,
    })
    expect(await hasher.hash('correct pony battery')).not.toBe(first)
    expect(await hasher.verify(first, 'correct pony battery')).toBe(true)
    expect(await hasher.verify(first, 'correct pony batterz')).toBe(false)
  })

  it('takes both ways of typing an accent for one password', async () => {
    const hasher = make(weak)
    const stored = await hasher.hash('café au lait, merci')
    expect(await hasher.verify(stored, 'cafe\u0301 au lait, merci')).toBe(true)
    expect(await hasher.verify(stored, 'cafe au lait, merci')).toBe(false)
  })

  it('never cuts a password off', async () => {
    const hasher = make(weak)
    for (const password of ['x'.repeat(128), '🐎'.repeat(128)]) {
      const stored = await hasher.hash(password)
      expect(await hasher.verify(stored, password)).toBe(true)
      expect(await hasher.verify(stored, `${[...password].slice(0, -1).join('')}y`)).toBe(false)
    }
  })

  it('answers no for an account that does not exist, whatever is typed', async () => {
    const hasher = make(weak)
    expect(await hasher.verify(null, '')).toBe(false)
    expect(await hasher.verify(null, 'correct pony battery')).toBe(false)
  })

  it('knows hashes that were made with less', async () => {
    const stored = await make(weak).hash('correct pony battery')
    expect(make(weak).isWeak(stored)).toBe(false)
    expect(make({ ...weak, memoryCost: 128 }).isWeak(stored)).toBe(true)
    expect(make({ ...weak, timeCost: 2 }).isWeak(stored)).toBe(true)
    expect(make().isWeak(stored)).toBe(true)
    expect(make({ ...weak, memoryCost: 32 }).isWeak(stored)).toBe(false)
  })

  it.each([
    ['two GiB of memory', '$argon2id$v=19$m=2097152,t=1,p=1$YWFhYWFhYWFhYWFhYWFhYQ$AAAA'],
    ['a thousand passes', '$argon2id$v=19$m=64,t=1000,p=1$YWFhYWFhYWFhYWFhYWFhYQ$AAAA'],
    ['sixty-four threads', '$argon2id$v=19$m=1024,t=1,p=64$YWFhYWFhYWFhYWFhYWFhYQ$AAAA'],
    [
      'another algorithm',
      '$argon2i$v=19$m=64,t=1,p=1$YWFhYWFhYWFhYWFhYWFhYQ$NHUCXQUEwgFDeB4Z1ibmiZ2g1YcyMGqPbFPQGZ6gX3g',
    ],
    ['plain text', 'correct pony battery'],
    ['nothing', ''],
  ])('refuses a stored hash of %s and says so in the log', async (_, stored) => {
    const before = log.lines.length
    expect(await make(weak).verify(stored, 'correct pony battery')).toBe(false)
    expect(log.lines.slice(before)).toHaveLength(1)
    expect(log.lines.at(-1)).not.toContain('pony')
  })

  it('works on two passwords at once and refuses beyond the queue', async () => {
    const hasher = createPasswordHasher({ random, log, parameters: weak })
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => hasher.verify(null, 'x')))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason.error.code === 'BUSY')
    expect(refused).toHaveLength(50 - 2 - 20)
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(22)
  })
})
