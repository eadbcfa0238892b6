import { createHash, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '../environment/random.ts'

/** 32 letters and digits that nobody takes for one another in print or aloud, so five bits each: no l, o, 0 and 1. */
const symbols = 'abcdefghijkmnpqrstuvwxyz23456789'
const consonants = 'bdfghjklmnprstvz'
const vowels = 'aeiou'

/**
 * A temporary password that is easy to type from paper: five groups of four, 100 bits (OWASP ASVS 6.4.1 wants it
 * generated), such as `k7wq-p3nm-2hfe-x9ub-4rta`.
 */
export function generatePassword(random: RandomBytes): string {
  return groups(random, 5)
}

/**
 * A passphrase to remember: six made-up words of three syllables, 113 bits, such as `tavomi resulo kadine …`. Made-up
 * words can be said aloud and hold more chance a letter than real ones, so the phrase stays short enough for every day.
 */
export function suggestPassphrase(random: RandomBytes): string {
  const word = () => Array.from({ length: 3 }, () => choose(random, consonants) + choose(random, vowels)).join('')
  return Array.from({ length: 6 }, word).join(' ')
}

/** A recovery code to keep on paper: seven groups of four capitals and digits, 140 bits. */
export function generateRecoveryCode(random: RandomBytes): string {
  return groups(random, 7).toUpperCase()
}

/** What is stored of a recovery code: SHA-256 in hex. Case, spaces and hyphens do not count. */
export function hashRecoveryCode(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
  return createHash('sha256').update(plain).digest('hex')
}

/** Whether two hashes are the same, in a time that does not tell how much of them is. */
export function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function groups(random: RandomBytes, count: number): string {
  const group = () => Array.from({ length: 4 }, () => choose(random, symbols)).join('')
  return Array.from({ length: count }, group).join('-')
}

/** One character of `from`, each as likely as any other: a byte above the last full round is drawn again. */
function choose(random: RandomBytes, from: string): string {
  const limit = 256 - (256 % from.length)
  for (;;) {
    const [byte = limit] = random(1)
    if (byte < limit) return from.charAt(byte % from.length)
  }
}
