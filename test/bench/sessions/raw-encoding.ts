import { createHmac, createSecretKey, hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { secret } from './environment.ts'

/** The least that keeps a session as ours do: JSON, signed, under the hash of a random key. */

const key = createSecretKey(secret.bytes)

const signature = (signed: string): string => createHmac('sha256', key).update(signed).digest('base64url')

export function encodeRaw(data: object): string {
  const signed = `${Date.now()}.${JSON.stringify(data)}`
  return `${signature(signed)}.${signed}`
}

export function decodeRaw(text: string): Record<string, unknown> {
  const dot = text.indexOf('.')
  const signed = text.slice(dot + 1)
  const given = Buffer.from(text.slice(0, dot))
  if (!timingSafeEqual(given, Buffer.from(signature(signed)))) throw new Error('a signature is wrong')
  return JSON.parse(signed.slice(signed.indexOf('.') + 1)) as Record<string, unknown>
}

export const newRawKey = (): string => randomBytes(32).toString('base64url')

export const hashRawKey = (text: string): string => hash('sha256', text, 'hex')
