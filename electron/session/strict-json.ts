import { UnserializableValueError } from './errors.ts'
import type { Json } from './types.ts'

/** Names by which a parsed object could reach the prototype of others. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

/** Deeper values are refused before they exhaust the stack. */
const deepest = 200

/**
 * Copies a value and freezes the copy, all the way down. Refuses whatever `JSON.stringify` would silently alter.
 * @param path the value's name, for the error
 * @throws UnserializableValueError
 */
export function frozenCopy(value: unknown, path: string, ancestors: readonly object[] = []): Json {
  switch (typeof value) {
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value) || Object.is(value, -0)) throw new UnserializableValueError(path, describe(value))
      return value
    case 'string':
      if (!value.isWellFormed()) throw new UnserializableValueError(path, 'a lone surrogate')
      return value
    case 'object':
      return value === null ? null : frozenObject(value, path, ancestors)
    default:
      throw new UnserializableValueError(path, describe(value))
  }
}

function frozenObject(value: object, path: string, ancestors: readonly object[]): Json {
  if (ancestors.includes(value)) throw new UnserializableValueError(path, 'a cycle')
  if (ancestors.length >= deepest) throw new UnserializableValueError(path, `more than ${deepest} levels`)
  const inner = [...ancestors, value]
  const prototype = Object.getPrototypeOf(value)
  if (Array.isArray(value)) {
    if (prototype !== Array.prototype) throw new UnserializableValueError(path, describe(value))
    // `Array.from` visits holes as undefined, which is refused like any other.
    const items = Array.from(value, (item, index) => frozenCopy(item, `${path}[${index}]`, inner))
    refuseHidden(value, [...items.keys(), 'length'], path)
    return Object.freeze(items)
  }
  if (prototype !== Object.prototype && prototype !== null) throw new UnserializableValueError(path, describe(value))
  const entries = Object.entries(value).map(([name, item]): [string, Json] => {
    checkName(name, path)
    return [name, frozenCopy(item, `${path}.${name}`, inner)]
  })
  refuseHidden(value, entries, path)
  return Object.freeze(Object.fromEntries(entries))
}

/** Symbols, names that are not enumerable and names beside an array's items: JSON drops them without a word. */
function refuseHidden(value: object, seen: readonly unknown[], path: string): void {
  if (Reflect.ownKeys(value).length !== seen.length) throw new UnserializableValueError(path, 'a hidden property')
}

/** @throws UnserializableValueError when a name could not be kept */
export function checkName(name: string, path: string): void {
  if (forbiddenNames.has(name)) throw new UnserializableValueError(path, `the name "${name}"`)
  if (!name.isWellFormed()) throw new UnserializableValueError(path, 'a lone surrogate in a name')
}

function describe(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : `a ${typeof value}`
  return `an instance of ${value.constructor?.name || 'a class'}`
}
