import { openSignedSession, SignedSession, type SignedSessionParts } from './signed-session.ts'
import type { SessionEngine } from './types.ts'

/**
 * An engine that keeps nothing: whoever holds a key holds the session, sealed. There is no record to ask for, to
 * delete or to clear, as with Django's signed cookies; a key opens until its end, whatever was saved or flushed since.
 */
export function createSignedEngine(parts: SignedSessionParts): SessionEngine {
  return {
    start: () => new SignedSession(parts, null, null),
    open: async (key) => (key === null ? null : openSignedSession(parts, key)) ?? new SignedSession(parts, null, null),
    exists: async () => false,
    delete: async () => {},
    clearExpired: async () => 0,
  }
}
