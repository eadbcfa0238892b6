import type { Secret } from '../environment/secret.ts'

/** Keys for one purpose, each derived once for its secret. */
export function derivedKeys(derive: (secret: Secret) => Buffer): (secret: Secret) => Buffer {
  const known = new WeakMap<Secret, Buffer>()
  return (secret) => {
    const present = known.get(secret)
    if (present) return present
    const derived = derive(secret)
    known.set(secret, derived)
    return derived
  }
}
