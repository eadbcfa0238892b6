import { hash } from 'node:crypto'
import type { RandomBytes } from '../environment/random.ts'

/** Entropy of a key in bytes: 256 bits (OWASP ASVS 7.2.3 asks for 128). */
const keyBytes = 32

/** 32 bytes in base64url without padding. */
const wellFormed = /^[A-Za-z0-9_-]{43}$/

export function newSessionKey(random: RandomBytes): string {
  return Buffer.from(random(keyBytes)).toString('base64url')
}

/** Whether a key could have been issued by this framework; no look-up is made for others. */
export function isSessionKey(key: string): boolean {
  return wellFormed.test(key)
}

/** The form in which stores and histories keep a key: SHA-256 in hex. Who reads a store cannot take over a session. */
export function hashSessionKey(key: string): string {
  return hash('sha256', key, 'hex')
}
