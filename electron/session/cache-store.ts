import type { SessionCache } from './cache.ts'
import type { SessionStore } from './store.ts'

/** Keeps sessions in a cache and nowhere else: what the cache drops has ended. */
export function createCacheStore(cache: SessionCache): SessionStore {
  return {
    load: (keyHash) => cache.get(keyHash),
    create: (keyHash, record) => cache.add(keyHash, { ...record, version: 1 }),
    update: async (keyHash, record, version) => {
      const next = version + 1
      const outcome = await cache.replace(keyHash, { ...record, version: next }, version)
      return outcome === 'replaced' ? next : outcome
    },
    exists: async (keyHash) => (await cache.get(keyHash)) !== null,
    delete: (keyHash) => cache.delete(keyHash),
    // The cache answers no expired record, and makes room of them by itself.
    clearExpired: async () => 0,
  }
}
