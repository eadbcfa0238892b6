import { describe, expect, it } from 'vitest'
import {
  generatePassword,
  generateRecoveryCode,
  hashRecoveryCode,
  sameHash,
  suggestPassphrase,
} from '../../electron/accounts/generated-secrets.ts'
import { createTestRandom } from '../support/random.ts'

const random = createTestRandom(7)
const many = (make: () => string) => Array.from({ length: 2000 }, make)

describe('generated passwords', () => {
  it('hold at least 100 bits and no characters that are taken for one another', () => {
    const made = many(() => generatePassword(random))
    expect(new Set(made).size).toBe(made.length)
    for (const password of made) {
      expect(password).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){4}$/)
    }
    const used = new Set(made.join('').replaceAll('-', ''))
    expect(20 * Math.log2(used.size)).toBeGreaterThanOrEqual(100)
  })

  it('suggest phrases of at least 100 bits that can be said aloud', () => {
    const made = many(() => suggestPassphrase(random))
    expect(new Set(made).size).toBe(made.length)
    for (const phrase of made) expect(phrase).toMatch(/^([b-z][aeiou]){3}( ([b-z][aeiou]){3}){5}$/)
    const syllables = new Set(made.flatMap((phrase) => phrase.replaceAll(' ', '').match(/../g) ?? []))
    expect(18 * Math.log2(syllables.size)).toBeGreaterThanOrEqual(100)
  })

  it('draws again where a byte would favour the first characters', () => {
    const bytes = [255, 0, 255, 1]
    const phrase = suggestPassphrase(() => Uint8Array.of(bytes.shift() ?? 0))
    // 16 consonants divide 256, so 255 is the last one; 255 is no vowel, and 0 is drawn in its place.
    expect(phrase.slice(0, 2)).toBe('za')
  })
})

describe('recovery codes', () => {
  it('hold at least 128 bits', () => {
    const made = many(() => generateRecoveryCode(random))
    for (const code of made) expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){6}$/)
    const used = new Set(made.join('').replaceAll('-', ''))
    expect(28 * Math.log2(used.size)).toBeGreaterThanOrEqual(128)
  })

  it('are the same however they are typed', () => {
    const code = generateRecoveryCode(random)
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' – ')} `]) {
      expect(hashRecoveryCode(typed)).toBe(hashRecoveryCode(code))
    }
    expect(hashRecoveryCode(generateRecoveryCode(random))).not.toBe(hashRecoveryCode(code))
  })

  it('compare only with the whole hash', () => {
    const hash = hashRecoveryCode('ABCD')
    expect(sameHash(hash, hash)).toBe(true)
    expect(sameHash(hash, hash.slice(0, -1))).toBe(false)
    expect(sameHash('', hash)).toBe(false)
  })
})
