import type { KeyObject } from 'node:crypto'
import type { Secret } from '../environment/secret.ts'

/**
 * Keys for one purpose, each derived once for its secret. They are key objects, because Node makes one of bytes at each
 * use, and that takes four times as long as signing a session.
 */
export function derivedKeys(derive: (secret: Secret) => KeyObject): (secret: Secret) => KeyObject {
  const known = new WeakMap<Secret, KeyObject>()
  return (secret) => {
    const present = known.get(secret)
    if (present) return present
    const derived = derive(secret)
    known.set(secret, derived)
    return derived
  }
}
