import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { RandomBytes } from '../environment/random.ts'
import type { Secret } from '../environment/secret.ts'
import { derivedKeys } from './derived-keys.ts'
import { SessionConfigurationError, SessionTooLargeError } from './errors.ts'
import type { StoredRecord } from './store.ts'

/** Bytes that a sealed record takes at most, as a browser's cookie in Django. */
const largest = 4096

/** Separates these keys from any other use of the same secret. */
const purpose = 'staffdesk.session.sealed.v1'
const cipherName = 'aes-256-gcm'
/** Of the form below; authenticated as well. */
const formByte = Buffer.of(1)
/** 96 random bits, as NIST SP 800-38D has them: safe for 2³² records under one secret. */
const nonceLength = 12
const tagLength = 16
const overhead = formByte.length + nonceLength + tagLength

const keyOf = derivedKeys((secret) => createSecretKey(Buffer.from(hkdfSync('sha256', secret.bytes, '', purpose, 32))))

/**
 * Encrypts and authenticates a record with the newest secret (AES-256-GCM under a key that HKDF derives), as text that
 * can stand for its own key: form, nonce, ciphertext and tag in base64url.
 * @throws SessionTooLargeError above 4,096 bytes
 * @throws SessionConfigurationError without a secret
 */
export function seal({ data, expiresAt }: StoredRecord, secrets: readonly Secret[], random: RandomBytes): string {
  const [newest] = secrets
  if (!newest) throw new SessionConfigurationError('secrets', 'there is none to seal with.')
  const nonce = random(nonceLength)
  const cipher = createCipheriv(cipherName, keyOf(newest), nonce).setAAD(formByte)
  const hidden = [cipher.update(`${expiresAt}.${data}`, 'utf8'), cipher.final()]
  const sealed = Buffer.concat([formByte, nonce, ...hidden, cipher.getAuthTag()]).toString('base64url')
  if (sealed.length > largest) throw new SessionTooLargeError('signed', sealed.length, largest)
  return sealed
}

/** Whether a text could have been sealed by this framework; no secret is tried on others. */
export function isSealed(text: string): boolean {
  return bytesOf(text) !== null
}

/** What any of the secrets sealed; null where none did. Never throws. */
export function unseal(text: string, secrets: readonly Secret[]): StoredRecord | null {
  const bytes = bytesOf(text)
  if (!bytes) return null
  for (const secret of secrets) {
    const plain = decrypted(bytes, keyOf(secret))
    if (plain === null) continue
    const dot = plain.indexOf('.')
    return { expiresAt: Number(plain.slice(0, dot)), data: plain.slice(dot + 1) }
  }
  return null
}

function bytesOf(text: string): Buffer | null {
  if (text.length > largest) return null
  const bytes = Buffer.from(text, 'base64url')
  // Base64 has several spellings of the same bytes; only ours counts.
  const isOurs = bytes.length > overhead && bytes[0] === formByte[0] && bytes.toString('base64url') === text
  return isOurs ? bytes : null
}

function decrypted(bytes: Buffer, key: KeyObject): string | null {
  const nonce = bytes.subarray(formByte.length, formByte.length + nonceLength)
  const hidden = bytes.subarray(formByte.length + nonceLength, -tagLength)
  const decipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagLength })
    .setAAD(formByte)
    .setAuthTag(bytes.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
