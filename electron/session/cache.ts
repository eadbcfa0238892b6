import type { Clock } from '../environment/clock.ts'
import { SessionConfigurationError } from './errors.ts'
import type { VersionedRecord } from './store.ts'

/**
 * Records by the hash of their key, each until its `expiresAt`, or earlier where room is needed. An expired record
 * counts as absent. A cache outside the process may fail; what it throws is the engine's to deal with.
 */
export interface SessionCache {
  get(keyHash: string): Promise<VersionedRecord | null>
  /** @returns false, and keeps what is there, when the key is taken */
  add(keyHash: string, record: VersionedRecord): Promise<boolean>
  /**
   * Replaces a record, if it still has this version.
   * @returns why nothing was replaced
   */
  replace(keyHash: string, record: VersionedRecord, version: number): Promise<'replaced' | 'missing' | 'stale'>
  /** Keeps the record whatever was there. */
  set(keyHash: string, record: VersionedRecord): Promise<void>
  /** @returns whether there was one */
  delete(keyHash: string): Promise<boolean>
}

export interface SessionCacheParts {
  readonly clock: Pick<Clock, 'now'>
  /** Records at most; beyond, the one goes that was longest not used. 10,000 by default. */
  readonly maximumEntries?: number
}

/**
 * A cache in the memory of this process: bounded, the least recently used goes first, and gone at restart.
 * @throws SessionConfigurationError for a bound that is no whole number above 0
 */
export function createSessionCache({ clock, maximumEntries = 10_000 }: SessionCacheParts): SessionCache {
  if (!Number.isSafeInteger(maximumEntries) || maximumEntries <= 0) {
    throw new SessionConfigurationError('maximumEntries', 'a whole number above 0 is needed.')
  }
  /** In the order of their last use: a `Map` keeps the order in which its keys were set. */
  const records = new Map<string, VersionedRecord>()

  function find(keyHash: string): VersionedRecord | null {
    const record = records.get(keyHash)
    if (record === undefined) return null
    records.delete(keyHash)
    if (record.expiresAt <= clock.now()) return null
    records.set(keyHash, record)
    return record
  }

  function keep(keyHash: string, record: VersionedRecord): void {
    records.delete(keyHash)
    if (records.size >= maximumEntries) makeRoom()
    records.set(keyHash, record)
  }

  /** No live record goes while there are expired ones. */
  function makeRoom(): void {
    const now = clock.now()
    for (const [keyHash, { expiresAt }] of records) if (expiresAt <= now) records.delete(keyHash)
    const [oldest] = records.keys()
    if (records.size >= maximumEntries && oldest !== undefined) records.delete(oldest)
  }

  return {
    get: async (keyHash) => find(keyHash),
    add: async (keyHash, record) => {
      if (find(keyHash)) return false
      keep(keyHash, record)
      return true
    },
    replace: async (keyHash, record, version) => {
      const present = find(keyHash)
      if (!present) return 'missing'
      if (present.version !== version) return 'stale'
      keep(keyHash, record)
      return 'replaced'
    },
    set: async (keyHash, record) => keep(keyHash, record),
    delete: async (keyHash) => find(keyHash) !== null && records.delete(keyHash),
  }
}
