import type { Log } from '../environment/log.ts'
import type { SessionCache } from './cache.ts'
import type { SessionStore } from './store.ts'

export interface CachedDatabaseParts {
  /** Where the sessions stand; see `createDatabaseStore`. */
  readonly database: SessionStore
  readonly cache: SessionCache
  /** Where failures of the cache are noted. */
  readonly log: Log
}

/**
 * Keeps sessions in a database and reads them from a cache: every change goes to the database first. A cache that
 * fails is logged and passed by. Other processes that change the same rows have to share the cache: one of its own
 * would go on answering what it knows until the record's end.
 */
export function createCachedDatabaseStore({ database, cache, log }: CachedDatabaseParts): SessionStore {
  /** Keys of which the cache may know something old, by the number of the change that it has not confirmed. */
  const unconfirmed = new Map<string, number>()
  let changes = 0

  /** Tells the cache of a change. Until it has confirmed the last one of a key, that key is read from the database. */
  async function tell(keyHash: string, act: () => Promise<unknown>): Promise<void> {
    changes += 1
    const change = changes
    unconfirmed.set(keyHash, change)
    try {
      await act()
      if (unconfirmed.get(keyHash) === change) unconfirmed.delete(keyHash)
    } catch (error) {
      log.error('the session cache failed; the database is used', error)
    }
  }

  const evict = (keyHash: string) => tell(keyHash, () => cache.delete(keyHash))

  /** Null where the cache knows nothing that can be relied on. */
  async function cached(keyHash: string) {
    if (unconfirmed.has(keyHash)) return null
    try {
      return await cache.get(keyHash)
    } catch (error) {
      log.error('the session cache failed; the database is used', error)
      return null
    }
  }

  return {
    load: async (keyHash) => {
      const known = await cached(keyHash)
      if (known) return known
      const before = changes
      const row = await database.load(keyHash)
      // A change while the row was read may have made it old: a session deleted just now must not come back.
      if (changes !== before) return row
      if (row) await tell(keyHash, () => cache.set(keyHash, row))
      else if (unconfirmed.has(keyHash)) await evict(keyHash)
      return row
    },
    create: async (keyHash, record) => {
      const isCreated = await database.create(keyHash, record)
      if (isCreated) await tell(keyHash, () => cache.set(keyHash, { ...record, version: 1 }))
      return isCreated
    },
    update: async (keyHash, record, version) => {
      const outcome = await database.update(keyHash, record, version)
      if (typeof outcome === 'number') await tell(keyHash, () => cache.set(keyHash, { ...record, version: outcome }))
      // What the cache knows is older than the row, or the row is gone.
      else await evict(keyHash)
      return outcome
    },
    exists: (keyHash) => database.exists(keyHash),
    delete: async (keyHash) => {
      const wasThere = await database.delete(keyHash)
      await evict(keyHash)
      return wasThere
    },
    // The cache answers no expired record.
    clearExpired: (now) => database.clearExpired(now),
  }
}
