import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CustomDefinition,
  customColumns,
  customFieldFields,
  customKinds,
  customShape,
  customValueSchema,
} from '../../electron/contract/custom-fields.ts'
import { z } from '../../electron/contract/zod.ts'

const fieldOf = (kind: CustomDefinition['kind'], isRequired = false): CustomDefinition => ({
  id: 7,
  name: 'Shirt size',
  kind,
  isRequired,
  choices: kind === 'choice' ? [{ name: 'Small' }, { name: 'Large' }] : [],
})

const read = (kind: CustomDefinition['kind'], typed: string, isRequired = false) => {
  const parsed = customValueSchema(fieldOf(kind, isRequired)).safeParse(typed)
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? '')
}

describe('what is typed for a custom field', () => {
  it.each([
    ['text', '  Blue  ', 'Blue'],
    ['number', '12', '12'],
    ['number', ' +007,50 ', '7.5'],
    ['number', '-0.0', '0'],
    ['number', '-3.250', '-3.25'],
    ['number', '100', '100'],
    ['number', '0.05', '0.05'],
    ['date', '2026-02-28', '2026-02-28'],
    ['choice', 'Large', 'Large'],
    ['yes-no', 'no', 'no'],
  ] as const)('is kept in one form: %s %j', (kind, typed, kept) => expect(read(kind, typed)).toBe(kept))

  it.each([
    ['number', '1,234.5', 'Enter Shirt size as a number, such as 12 or 3.5.'],
    ['number', 'twelve', 'Enter Shirt size as a number, such as 12 or 3.5.'],
    ['number', '1e5', 'Enter Shirt size as a number, such as 12 or 3.5.'],
    ['date', '2026-02-30', 'The Shirt size is not a date that exists. Enter it as YYYY-MM-DD.'],
    ['choice', 'Huge', 'Choose Shirt size from the list.'],
    ['choice', 'small', 'Choose Shirt size from the list.'],
    ['yes-no', 'maybe', 'Choose Shirt size from the list.'],
    ['text', 'a\u0000b', 'The Shirt size holds characters that cannot be used. Type it again.'],
    ['text', 'x'.repeat(501), 'The Shirt size may have at most 500 characters.'],
  ] as const)('is refused in words: %s %j', (kind, typed, message) => expect(read(kind, typed)).toBe(message))

  it.each(customKinds)('may be nothing, unless it is required: %s', (kind) => {
    expect(read(kind, '')).toBe('')
    expect(read(kind, '', true)).toMatch(/^(Enter|Choose) Shirt size\.$/)
  })

  it('is kept the same when it is read again', () => {
    const typed = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }).map((value) => value.toFixed(4)),
      fc.string(),
      fc.constantFrom('Small', 'yes', '2026-01-31', '-00,10'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...customKinds), typed, (kind, value) => {
        const once = customValueSchema(fieldOf(kind)).safeParse(value)
        fc.pre(once.success)
        expect(customValueSchema(fieldOf(kind)).parse(once.data)).toBe(once.data)
      }),
      { seed: 5 },
    )
  })

  it('is the number that was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9999 }), (whole, fraction) => {
        const typed = `${whole}.${String(fraction).padStart(4, '0')}`
        expect(Number(read('number', typed))).toBe(Number(typed) + 0)
      }),
      { seed: 6 },
    )
  })
})

it('several fields are checked at once, each under its name', () => {
  const schema = z.strictObject(customShape([fieldOf('number'), { ...fieldOf('date', true), id: 8 }], (id) => `f${id}`))
  expect(schema.parse({ f7: '1,0', f8: '2026-01-01' })).toEqual({ f7: '1', f8: '2026-01-01' })
  expect(schema.safeParse({ f7: 'x', f8: '' }).error?.issues.map(({ path }) => path)).toEqual([['f7'], ['f8']])
})

it('columns name their fields and find their values', () => {
  const [size, age] = customColumns([fieldOf('choice'), { ...fieldOf('number'), id: 8, name: 'Age' }])
  expect(size).toMatchObject({ key: 'custom.7', label: 'Shirt size', kind: 'choice' })
  expect(age).toMatchObject({ key: 'custom.8', label: 'Age', kind: 'number' })
  expect([size?.valueOf({ 7: 'Large' }), age?.valueOf({ 7: 'Large' })]).toEqual(['Large', ''])
})

describe('a custom field', () => {
  const typed = { name: 'Shirt size', help: '', isRequired: false, isPrivate: false } as const
  const problems = (choices: string[]) =>
    customFieldFields
      .safeParse({ ...typed, kind: 'choice', choices: choices.map((name) => ({ id: null, name })) })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])

  it('of choices has some, and no two of one name', () => {
    expect(problems(['Small', 'Large'])).toBeUndefined()
    expect(problems([])).toEqual([['choices', 'Add at least one choice.']])
    expect(problems(['Small', ' small '])).toEqual([['choices.1.name', 'There is a choice small already.']])
    expect(problems(['Small', ''])).toEqual([['choices.1.name', 'Enter the choice.']])
  })
})
