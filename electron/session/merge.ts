import type { SessionData } from './encoding.ts'
import { type Changes, expiryName } from './properties.ts'
import type { Json } from './types.ts'

/**
 * Joins the changes of a stale handle with what another one saved meanwhile.
 * @param base what the handle had loaded
 * @param own what it holds now, and the names it changed
 * @param theirs what stands in the store
 * @returns null when both changed the same property: nothing may be lost in silence
 */
export function merge(base: SessionData, own: Changes, theirs: SessionData): SessionData | null {
  const { touched } = own
  const changedByThem = changedNames(base, theirs)
  if (touched === null) return changedByThem.size === 0 ? own : null
  for (const name of touched) if (changedByThem.has(name)) return null
  const properties = new Map(theirs.properties)
  for (const name of touched) {
    const value = own.properties.get(name)
    if (value === undefined) properties.delete(name)
    else properties.set(name, value)
  }
  return { properties, expiry: touched.has(expiryName) ? own.expiry : theirs.expiry }
}

function changedNames(before: SessionData, after: SessionData): Set<string> {
  const names = new Set([...before.properties.keys(), ...after.properties.keys()])
  const changed = [...names].filter((name) => !same(before.properties.get(name), after.properties.get(name)))
  if (!same(before.expiry, after.expiry)) changed.push(expiryName)
  return new Set(changed)
}

/** Both sides come out of the same serializer, so equal values have equal texts but for the order of names. */
function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
