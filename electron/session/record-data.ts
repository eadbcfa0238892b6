import type { Log } from '../environment/log.ts'
import type { Secret } from '../environment/secret.ts'
import { type Decoded, decode, encode, type SessionData } from './encoding.ts'
import { endOf } from './expiry.ts'
import type { StoredRecord } from './store.ts'

/** What records held that are still in memory, with the secret that vouches for them. A record never changes. */
export type ReadRecords = WeakMap<StoredRecord, Extract<Decoded, { kind: 'ok' }>>

export interface RecordParts {
  readonly secrets: () => readonly Secret[]
  readonly log: Log
  /** Seconds that a session without an expiry of its own lasts. */
  readonly cookieAge: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Where the same records come again, as from a cache: what they were found to hold. */
  readonly readRecords?: ReadRecords
}

/**
 * The record of data that is saved now.
 * @param compressFrom as for `encode`
 */
export function recordOf(parts: RecordParts, data: SessionData, compressFrom?: number): StoredRecord {
  const { secrets, now, cookieAge } = parts
  const moment = now()
  return { data: encode(data, secrets(), moment, compressFrom), expiresAt: endOf(data.expiry, moment, cookieAge) }
}

/** What a record holds; null, with a line in the log, where it was tampered with or cannot be read. */
export function dataOf({ secrets, log, readRecords }: RecordParts, record: StoredRecord): SessionData | null {
  const known = readRecords?.get(record)
  const accepted = secrets()
  // A secret that is gone vouches for nothing any more.
  if (known && accepted.includes(known.signedWith)) return known.data
  const decoded = decode(record.data, accepted)
  if (decoded.kind === 'ok') {
    readRecords?.set(record, decoded)
    return decoded.data
  }
  noteRefusal(log, decoded.kind)
  return null
}

/** Logs that session data was refused, without the data. */
export function noteRefusal(log: Log, reason: 'bad-signature' | 'undecodable'): void {
  log.warn('session data refused', { reason })
}
