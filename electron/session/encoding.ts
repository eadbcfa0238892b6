import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Secret } from '../environment/secret.ts'
import { derivedKeys } from './derived-keys.ts'
import { SessionConfigurationError } from './errors.ts'
import { isStoredExpiry, type StoredExpiry } from './expiry.ts'
import { checkName, frozenCopy } from './strict-json.ts'
import type { Json } from './types.ts'

/** What a session holds: its properties and when it ends. */
export interface SessionData {
  readonly properties: ReadonlyMap<string, Json>
  readonly expiry: StoredExpiry
}

export type Decoded =
  | { readonly kind: 'ok'; readonly data: SessionData; readonly signedWith: Secret }
  /** Signed by nobody we know: tampered with, or by a secret that is gone. */
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'undecodable' }

/** Separates the signatures of session data from any other use of the same secret. */
const purpose = 'staffdesk.session.data.v1'

/** Below this many bytes compressing costs more time than its bytes are worth in a store. */
const compressStoredFrom = 4096
/** Compressed data may take at most this part of the plain. */
const worthwhile = 0.8
/** No data of ours is compressed that unpacks to more bytes. */
const largestUnpacked = 16 * 1024 * 1024

const plain = 'p'
const compressed = 'z'

/**
 * Encodes data as `signature.timestamp.form.payload`: strict JSON, signed with HMAC-SHA256 by the newest secret over
 * everything behind the signature.
 * @param secrets the newest first
 * @param now milliseconds since 1970
 * @param compressFrom bytes of JSON from which on it is compressed if that pays
 * @throws SessionConfigurationError without a secret
 */
export function encode(
  data: SessionData,
  secrets: readonly Secret[],
  now: number,
  compressFrom = compressStoredFrom,
): string {
  const [newest] = secrets
  if (!newest) throw new SessionConfigurationError('secrets', 'there is none to sign with.')
  const json = JSON.stringify([[...data.properties], data.expiry])
  const signed = `${now}.${pack(json, compressFrom)}`
  return `${signature(newest, signed)}.${signed}`
}

/** Decodes what any of the secrets signed. Never throws. */
export function decode(text: string, secrets: readonly Secret[]): Decoded {
  const [given, signed] = cut(text)
  const bytes = Buffer.from(given)
  const signedWith = secrets.find((secret) => matches(bytes, signature(secret, signed)))
  if (!signedWith) return { kind: 'bad-signature' }
  try {
    const [, packed] = cut(signed)
    return { kind: 'ok', data: parse(unpack(...cut(packed))), signedWith }
  } catch {
    return { kind: 'undecodable' }
  }
}

/** What stands before the first dot, and what behind it. */
function cut(text: string): [string, string] {
  const dot = text.indexOf('.')
  return dot === -1 ? ['', text] : [text.slice(0, dot), text.slice(dot + 1)]
}

function pack(json: string, compressFrom: number): string {
  const bytes = Buffer.byteLength(json)
  if (bytes >= compressFrom && bytes <= largestUnpacked) {
    const smaller = deflateRawSync(json).toString('base64url')
    if (smaller.length <= bytes * worthwhile) return `${compressed}.${smaller}`
  }
  return `${plain}.${json}`
}

function unpack(form: string, payload: string): string {
  if (form === plain) return payload
  if (form !== compressed) throw new Error('unknown form')
  return inflateRawSync(Buffer.from(payload, 'base64url'), { maxOutputLength: largestUnpacked }).toString('utf8')
}

function parse(json: string): SessionData {
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value)) throw new Error('not session data')
  const [entries, expiry] = value as [Iterable<[string, unknown]>, unknown]
  if (!isStoredExpiry(expiry)) throw new Error('not an expiry')
  const properties = new Map<string, Json>()
  for (const [name, item] of entries) {
    checkName(name)
    properties.set(name, frozenCopy(item, name))
  }
  return { properties, expiry }
}

const keyOf = derivedKeys((secret) => createSecretKey(createHmac('sha256', secret.bytes).update(purpose).digest()))

function signature(secret: Secret, signed: string): string {
  return createHmac('sha256', keyOf(secret)).update(signed).digest('base64url')
}

/** Compares texts: Base64 has several spellings of the same bytes, and only ours counts. */
function matches(given: Buffer, expected: string): boolean {
  const bytes = Buffer.from(expected)
  return given.length === bytes.length && timingSafeEqual(given, bytes)
}
