import { hashSessionKey, isSessionKey } from './keys.ts'
import { openStoredSession, StoredSession, type StoredSessionParts } from './stored-session.ts'
import type { SessionEngine } from './types.ts'

/** An engine over a store: a key is random, and the store keeps the record under its hash. */
export function createStoredEngine(parts: StoredSessionParts): SessionEngine {
  const { store, now } = parts
  return {
    start: () => new StoredSession(parts, null),
    open: async (key) => {
      const session = key !== null && isSessionKey(key) ? await openStoredSession(parts, key) : null
      return session ?? new StoredSession(parts, null)
    },
    exists: async (key) => isSessionKey(key) && store.exists(hashSessionKey(key)),
    delete: async (key) => {
      if (isSessionKey(key)) await store.delete(hashSessionKey(key))
    },
    clearExpired: () => store.clearExpired(now()),
  }
}
