import { describe, expect, it } from 'vitest'
import { UnserializableValueError } from '../../electron/session/index.ts'
import { checkName, frozenCopy } from '../../electron/session/strict-json.ts'
import { loneSurrogate, unserializable } from './support/unserializable.ts'

describe('values that JSON would alter', () => {
  it.each(unserializable)('%s is refused, by itself and inside another', (_title, value, found) => {
    for (const wrapped of [value, [value], { a: value }]) {
      expect(() => frozenCopy(wrapped, 'draft')).toThrow(UnserializableValueError)
      expect(() => frozenCopy(wrapped, 'draft')).toThrow(found)
    }
  })

  it('are named with their path', () => {
    expect(() => frozenCopy({ lines: [1, { amount: Number.NaN }] }, 'draft')).toThrow(
      /^draft\.lines\[1\]\.amount holds NaN/,
    )
  })

  it.each(['__proto__', 'constructor', 'prototype', loneSurrogate])('the property name %j is refused', (name) => {
    expect(() => checkName(name)).toThrow(UnserializableValueError)
  })
})

describe('values that JSON keeps', () => {
  const shared = { a: 1 }
  it.each<[string, unknown]>([
    ['null', null],
    ['the largest number', Number.MAX_VALUE],
    ['the smallest number', Number.MIN_VALUE],
    ['0', 0],
    ['a pair of surrogates', '🙂'],
    ['control characters', '\0\n\u2028'],
    ['an empty list', []],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
    ['one object at two places', [shared, shared]],
    ['names of methods', { toString: 1, hasOwnProperty: 2 }],
    ['200 levels', JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)],
  ])('%s comes back equal', (_title, value) => {
    const copy = frozenCopy(value, 'a')
    expect(JSON.parse(JSON.stringify(copy))).toEqual(JSON.parse(JSON.stringify(value)))
    expect(Object.isFrozen(copy)).toBe(true)
  })

  it('are copied and frozen all the way down', () => {
    const value = { list: [{ a: 1 }] }
    const copy = frozenCopy(value, 'a') as typeof value
    expect(copy.list[0]).not.toBe(value.list[0])
    expect([copy, copy.list, copy.list[0]].every(Object.isFrozen)).toBe(true)
  })
})
