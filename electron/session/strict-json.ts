import { UnserializableValueError } from './errors.ts'
import type { Json } from './types.ts'

/** Names by which a parsed object could reach the prototype of others. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

/** Deeper values are refused before they exhaust the stack. */
const deepest = 200

/** What a value stands in. Its path is written out only for an error: every save and load passes through here. */
interface Container {
  readonly value: object
  /** The container's own name, in the one that it stands in. */
  readonly name: string | number
  readonly outer: Container | null
  /** Containers around a value in this one. */
  readonly depth: number
}

/**
 * Copies a value and freezes the copy, all the way down. Refuses whatever `JSON.stringify` would silently alter.
 * @param name the value's name, for the error
 * @throws UnserializableValueError
 */
export function frozenCopy(value: unknown, name: string): Json {
  return copyOf(value, name, null)
}

/** @throws UnserializableValueError when a property of this name could not be kept */
export function checkName(name: string): void {
  const problem = problemOfName(name)
  if (problem !== null) throw new UnserializableValueError(name, problem)
}

function copyOf(value: unknown, name: string | number, outer: Container | null): Json {
  switch (typeof value) {
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value) || Object.is(value, -0)) throw refusal(describe(value), name, outer)
      return value
    case 'string':
      if (!value.isWellFormed()) throw refusal('a lone surrogate', name, outer)
      return value
    case 'object':
      return value === null ? null : copyOfObject(value, name, outer)
    default:
      throw refusal(describe(value), name, outer)
  }
}

function copyOfObject(value: object, name: string | number, outer: Container | null): Json {
  for (let around = outer; around !== null; around = around.outer) {
    if (around.value === value) throw refusal('a cycle', name, outer)
  }
  const here = { value, name, outer, depth: (outer?.depth ?? 0) + 1 }
  if (here.depth > deepest) throw refusal(`more than ${deepest} levels`, name, outer)
  const prototype = Object.getPrototypeOf(value)
  if (Array.isArray(value)) {
    if (prototype !== Array.prototype) throw refusal(describe(value), name, outer)
    return copyOfList(value, here)
  }
  if (prototype !== Object.prototype && prototype !== null) throw refusal(describe(value), name, outer)
  return copyOfRecord(value as Readonly<Record<string, unknown>>, here)
}

function copyOfList(list: readonly unknown[], here: Container): Json {
  const copy: Json[] = []
  // A hole is undefined here, which is refused like any other.
  for (let index = 0; index < list.length; index += 1) copy.push(copyOf(list[index], index, here))
  // The items and the length.
  refuseHidden(list, list.length + 1, here)
  return Object.freeze(copy)
}

function copyOfRecord(record: Readonly<Record<string, unknown>>, here: Container): Json {
  const copy: Record<string, Json> = {}
  const names = Object.keys(record)
  for (const name of names) {
    const problem = problemOfName(name)
    if (problem !== null) throw refusal(problem, here.name, here.outer)
    copy[name] = copyOf(record[name], name, here)
  }
  refuseHidden(record, names.length, here)
  return Object.freeze(copy)
}

/** Symbols, names that are not enumerable and names beside an array's items: JSON drops them without a word. */
function refuseHidden(value: object, seen: number, { name, outer }: Container): void {
  if (Reflect.ownKeys(value).length !== seen) throw refusal('a hidden property', name, outer)
}

function problemOfName(name: string): string | null {
  if (forbiddenNames.has(name)) return `the name "${name}"`
  return name.isWellFormed() ? null : 'a lone surrogate in a name'
}

function refusal(found: string, name: string | number, outer: Container | null): UnserializableValueError {
  return new UnserializableValueError(pathOf(name, outer), found)
}

function pathOf(name: string | number, outer: Container | null): string {
  if (outer === null) return String(name)
  const before = pathOf(outer.name, outer.outer)
  return typeof name === 'number' ? `${before}[${name}]` : `${before}.${name}`
}

function describe(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : `a ${typeof value}`
  return `an instance of ${value.constructor?.name || 'a class'}`
}
