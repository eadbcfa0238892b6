const cycle: Record<string, unknown> = {}
cycle.inner = { again: cycle }

export const loneSurrogate = '\ud800'

/** Values that JSON would alter, each with what the error says of it. */
export const unserializable: readonly [title: string, value: unknown, found: RegExp][] = [
  ['a date', new Date(0), /an instance of Date/],
  ['a map', new Map(), /an instance of Map/],
  ['a set', new Set(), /an instance of Set/],
  ['a typed array', new Uint8Array(2), /an instance of Uint8Array/],
  ['an instance of a class', new (class Person {})(), /an instance of Person/],
  ['an instance of a nameless class', new (class {})(), /an instance of a class/],
  ['a boxed text', Object('text'), /an instance of String/],
  ['undefined', undefined, /undefined/],
  ['NaN', Number.NaN, /NaN/],
  ['Infinity', Number.POSITIVE_INFINITY, /Infinity/],
  ['-Infinity', Number.NEGATIVE_INFINITY, /-Infinity/],
  ['-0', -0, /-0/],
  ['a BigInt', 1n, /a bigint/],
  ['a function', () => 1, /a function/],
  ['a symbol', Symbol('a'), /a symbol/],
  ['a cycle', cycle, /a cycle/],
  ['a lone surrogate', `a${loneSurrogate}`, /a lone surrogate/],
  ['a lone surrogate in a name', { [loneSurrogate]: 1 }, /a lone surrogate/],
  ['the name __proto__', JSON.parse('{"__proto__":1}'), /__proto__/],
  ['the name constructor', { constructor: 1 }, /constructor/],
  ['the name prototype', { prototype: 1 }, /prototype/],
  ['a symbol as a name', { [Symbol('a')]: 1 }, /a hidden property/],
  ['a name that is not enumerable', Object.defineProperty({}, 'a', { value: 1 }), /a hidden property/],
  ['a hole in an array', new Array(1), /undefined/],
  ['a name on an array', Object.assign([1], { a: 1 }), /a hidden property/],
  ['a subclass of Array', new (class List extends Array {})(), /an instance of List/],
  ['an object with a toJSON', { toJSON: () => 1 }, /a function/],
  ['201 levels', JSON.parse(`${'['.repeat(201)}${']'.repeat(201)}`), /more than 200 levels/],
]
