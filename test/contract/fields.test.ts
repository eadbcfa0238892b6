import { describe, expect, it } from 'vitest'
import {
  givenSecret,
  id,
  instant,
  newPassword,
  nothing,
  optionalDate,
  optionalEmail,
  optionalLine,
  optionalPhone,
  optionalText,
  passwordLimits,
  plainDate,
  requiredLine,
  username,
} from '../../electron/contract/fields.ts'
import type { z } from '../../electron/contract/zod.ts'

/** What the field becomes, or the sentence that refuses it. */
function read(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : { refused: parsed.error.issues[0]?.message }
}
const refused = (words: string | RegExp) => ({
  refused: typeof words === 'string' ? words : expect.stringMatching(words),
})

/** What no text of ours may hold, by its name. */
const forbidden: readonly (readonly [string, string])[] = [
  ['NUL', '\u0000'],
  ['a tab', '\t'],
  ['a new line', '\n'],
  ['a carriage return', '\r'],
  ['an escape', '\u001b'],
  ['DEL', '\u007f'],
  ['a C1 control', '\u009b'],
  ['an Arabic letter mark', '\u061c'],
  ['a left-to-right mark', '\u200e'],
  ['a right-to-left mark', '\u200f'],
  ['a left-to-right embedding', '\u202a'],
  ['a right-to-left override', '\u202e'],
  ['a pop of direction', '\u202c'],
  ['an isolate', '\u2066'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['the end of an isolate', '\u2069'],
  ['half a character', '\ud83d'],
  ['the other half', '\ude00'],
]

describe('a line of text', () => {
  const name = requiredLine('first name', 5)

  it.each([
    ['Ada', 'Ada'],
    ['  Ada  ', 'Ada'],
    ['\u00a0Ada\u3000', 'Ada'],
    ['e\u0301', 'é'],
    ['\u212b', 'Å'],
    ['ﬁ', 'ﬁ'],
    ['O’Nei', 'O’Nei'],
    ['山田太郎', '山田太郎'],
    ['👩‍💻x', '👩‍💻x'],
    ['=1+1', '=1+1'],
    ['<b>', '<b>'],
  ])('%j becomes %j', (typed, kept) => expect(read(name, typed)).toBe(kept))

  it.each(forbidden)('holds no %s', (_name, character) => {
    const words = 'The first name holds characters that cannot be used. Type it again.'
    for (const text of [`a${character}b`, `${character}ab`, `ab${character}`]) {
      expect(read(name, text)).toEqual(refused(words))
    }
  })

  it.each([
    ['12345', '12345'],
    ['  12345  ', '12345'],
    ['😀'.repeat(5), '😀'.repeat(5)],
    ['e\u0301'.repeat(5), 'é'.repeat(5)],
  ])('is measured in characters, once it is trimmed and composed: %j', (typed, kept) => {
    expect(read(name, typed)).toBe(kept)
  })

  it.each(['123456', '😀'.repeat(6), 'a\u0301'.repeat(6), 'x'.repeat(21), 'x'.repeat(1_000_000)])(
    'has an end: %.12j',
    (typed) => expect(read(name, typed)).toEqual(refused('The first name may have at most 5 characters.')),
  )

  it.each(['', ' ', '\u00a0', '\u200b', '\u2060\ufeff', '\u00ad', '\u3164', '\u2800', '\ufe0f', ' \u200d '])(
    'that must be there must be seen: %j',
    (typed) => expect(read(name, typed)).toEqual(refused('Enter the first name.')),
  )

  it.each<unknown>([undefined, null, 7, true, [], {}, ['Ada'], { toString: 'Ada' }])('is a text, not %j', (typed) => {
    expect(read(name, typed)).toEqual(refused('Enter the first name.'))
  })

  it('that may be left out is empty then', () => {
    const last = optionalLine('last name', 5)
    expect(read(last, '')).toBe('')
    expect(read(last, '   ')).toBe('')
    expect(read(last, '123456')).toEqual(refused(/at most 5/))
    expect(read(last, 'a\u202eb')).toEqual(refused(/cannot be used/))
    expect(read(last, undefined)).toEqual(refused('Enter the last name.'))
  })
})

describe('a username', () => {
  it.each([
    ['ada', 'ada'],
    ['Ada.Lovelace_1-x@nord', 'Ada.Lovelace_1-x@nord'],
    ['  ada ', 'ada'],
    ['José', 'José'],
    ['jose\u0301', 'José'.toLowerCase()],
    ['山田太', '山田太'],
    ['नमन', 'नमन'],
    ['123', '123'],
    ['...', '...'],
    ['a'.repeat(64), 'a'.repeat(64)],
    ['𝒶𝒹𝒶', '𝒶𝒹𝒶'],
  ])('%j becomes %j', (typed, kept) => expect(read(username, typed)).toBe(kept))

  it.each([
    ['', /at least 3/],
    ['ab', /at least 3/],
    [' a ', /at least 3/],
    ['é\u0301', /at least 3/],
    ['a'.repeat(65), /at most 64/],
    ['ada lovelace', /letters, digits/],
    ['ada/..', /letters, digits/],
    ['ada\\x', /letters, digits/],
    ['ada;--', /letters, digits/],
    ["ada'x", /letters, digits/],
    ['ada<b>', /letters, digits/],
    ['ada:x', /letters, digits/],
    ['ada%00', /letters, digits/],
    ['ada\u200b', /letters, digits/],
    ['a\u00addmin', /letters, digits/],
    ['ad\u200dmin', /letters, digits/],
    ['ada\u3164', /letters, digits/],
    ['ada😀', /letters, digits/],
    ['ada\u202enimda', /cannot be used/],
    ['ada\u0000', /cannot be used/],
    [undefined, 'Enter the username.'],
  ])('%j is refused', (typed, words) => expect(read(username, typed)).toEqual(refused(words)))
})

describe('a date', () => {
  const date = plainDate('hire date')

  it.each(['1900-01-01', '2026-11-20', '2024-02-29', '2000-02-29', '2026-12-31', '9999-12-31'])('%s exists', (given) =>
    expect(read(date, given)).toBe(given),
  )

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
  ])('%s does not exist', (given) => expect(read(date, given)).toEqual(refused(/not a date that exists/)))

  it.each(['1899-12-31', '0000-01-01', '0001-01-01'])('%s is before anybody was hired', (given) =>
    expect(read(date, given)).toEqual(refused(/not a date that exists/)),
  )

  it.each([
    '20.11.2026',
    '11/20/2026',
    '2026-1-2',
    '26-01-02',
    '2026-11-20T00:00:00Z',
    '2026-11-20 ',
    '2026-11-20\n',
    '-2026-11-20',
    '+02026-11-20',
    '٢٠٢٦-١١-٢٠',
    '2026–11–20',
  ])('%j is written otherwise', (given) =>
    expect(read(date, given)).toEqual(refused('Enter the hire date as YYYY-MM-DD.')),
  )

  it.each(['', undefined, null, 20261120, new Date(0)])('%j is none', (given) =>
    expect(read(date, given)).toEqual(refused('Enter the hire date.')),
  )
})

describe('a date that may be left out', () => {
  const date = optionalDate('date of birth')

  it.each(['', '1900-01-01', '2024-02-29'])('%j is kept', (given) => expect(read(date, given)).toBe(given))

  it.each([
    ['2026-02-29', /not a date that exists/],
    ['1899-12-31', /not a date that exists/],
    ['01.01.1990', 'Enter the date of birth as YYYY-MM-DD.'],
    [' ', 'Enter the date of birth as YYYY-MM-DD.'],
    [undefined, 'Enter the date of birth.'],
    [null, 'Enter the date of birth.'],
  ])('%j is refused', (given, words) => expect(read(date, given)).toEqual(refused(words)))
})

describe('a telephone number', () => {
  const phone = optionalPhone('work phone')

  it.each([
    ['', ''],
    ['  ', ''],
    [' +44 (0)20 7946-0018 ', '+44 (0)20 7946-0018'],
    ['110', '110'],
    ['0761/123.45,6', '0761/123.45,6'],
    ['555-0199 ext. 12', '555-0199 ext. 12'],
    ['*31#5550199', '*31#5550199'],
  ])('%j becomes %j', (typed, kept) => expect(read(phone, typed)).toBe(kept))

  it.each([
    ['none', /with digits/],
    ['+', /with digits/],
    ['=1+1', /with digits/],
    ['555<script>', /with digits/],
    ['5'.repeat(41), 'The work phone may have at most 40 characters.'],
    ['555\n0199', /cannot be used/],
    ['555\u202e0199', /cannot be used/],
    [5550199, 'Enter the work phone.'],
  ])('%j is none', (typed, words) => expect(read(phone, typed)).toEqual(refused(words)))
})

describe('a text over several lines', () => {
  const address = optionalText('address', 12)

  it.each([
    ['', ''],
    [' \n\t ', ''],
    [' 1 High St\n', '1 High St'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a\n\n\tb', 'a\n\n\tb'],
    ['e\u0301', 'é'],
    ['😀'.repeat(12), '😀'.repeat(12)],
  ])('%j becomes %j', (typed, kept) => expect(read(address, typed)).toBe(kept))

  it.each(forbidden.filter(([, character]) => !/[\t\n\r]/.test(character)))('holds no %s', (_name, character) =>
    expect(read(address, `a${character}b`)).toEqual(refused(/cannot be used/)),
  )

  it.each(['x'.repeat(13), '😀'.repeat(13), 'x'.repeat(1_000_000)])('has an end: %.14j', (typed) =>
    expect(read(address, typed)).toEqual(refused('The address may have at most 12 characters.')),
  )

  it.each([undefined, null, 7, ['a']])('is a text, not %j', (typed) =>
    expect(read(address, typed)).toEqual(refused('Enter the address.')),
  )
})

describe('an e-mail address', () => {
  const email = optionalEmail('work email')

  it.each([
    ['', ''],
    ['  ', ''],
    ['ada@example.com', 'ada@example.com'],
    [' ada@example.com ', 'ada@example.com'],
    ['ada.lovelace+hr@sub.example.co.uk', 'ada.lovelace+hr@sub.example.co.uk'],
    ["o'neil@example.com", "o'neil@example.com"],
  ])('%j becomes %j', (typed, kept) => expect(read(email, typed)).toBe(kept))

  it.each([
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@@example.com',
    'ada @example.com',
    'ada@exam ple.com',
    'ada@example.com,bo@example.com',
    'Ada <ada@example.com>',
    'ada..x@example.com',
    '.ada@example.com',
    'ada@-example.com',
    'mailto:ada@example.com',
  ])('%j is none', (typed) => expect(read(email, typed)).toEqual(refused('Enter the work email as name@example.com.')))

  it('holds nothing that would start a header of its own', () => {
    expect(read(email, 'ada@example.com\r\nBcc: bo@example.com')).toEqual(refused(/cannot be used/))
  })

  it('has at most 254 characters', () => {
    const local = 'a'.repeat(60)
    const address = (length: number) => `${local}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(length - 187)}.com`
    expect(address(250)).toHaveLength(250)
    expect(read(email, address(250))).toBe(address(250))
    expect(read(email, `${local}@${'b.'.repeat(100)}com`)).toEqual(refused(/at most 254/))
  })
})

describe('a new password', () => {
  it.each(['a', ' two  spaces ', 'e\u0301', '\u202e', 'tab\tand\nline', '😀'.repeat(128), 'x'.repeat(128)])(
    '%.20j is kept as it was typed',
    (typed) => expect(read(newPassword, typed)).toBe(typed),
  )

  it.each([
    ['', 'Enter a password.'],
    [undefined, 'Enter a password.'],
    [15, 'Enter a password.'],
    ['x'.repeat(129), /at most 128/],
    ['😀'.repeat(129), /at most 128/],
    ['x'.repeat(1_000_000), /at most 128/],
    ['half \ud83d', /broken character/],
  ])('%.20j is refused', (typed, words) => expect(read(newPassword, typed)).toEqual(refused(words)))

  it('is measured in bytes as well, which 128 characters of any script stay below', () => {
    const widest = '\u{10ffff}'.repeat(passwordLimits.codePoints)
    expect(new TextEncoder().encode(widest).length).toBeLessThanOrEqual(passwordLimits.bytes)
    expect(read(newPassword, widest)).toBe(widest)
  })
})

describe('a secret that is only compared', () => {
  const secret = givenSecret('Enter your password.')

  it.each(['x', ' ', '\u0000', '\ud83d', 'x'.repeat(4096)])('%.12j is passed on to be found right or wrong', (typed) =>
    expect(read(secret, typed)).toBe(typed),
  )

  it.each(['', 'x'.repeat(4097), undefined, 7])('%.12j is none', (typed) =>
    expect(read(secret, typed)).toEqual(refused('Enter your password.')),
  )
})

describe('the key of a row, an instant, nothing', () => {
  it.each([1, 2 ** 53 - 1])('%d is a key', (value) => expect(id.safeParse(value).success).toBe(true))

  it.each([0, -0, -1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1', 1n, null, undefined, [1]])(
    '%s is no key',
    (value) => expect(id.safeParse(value).success).toBe(false),
  )

  it.each([
    ['2026-11-20T09:00:00.000Z', true],
    ['2026-11-20T09:00:00+01:00', false],
    ['2026-11-20', false],
    ['2026-02-30T09:00:00.000Z', false],
  ])('%s is an instant in UTC: %s', (value, isOne) => expect(instant.safeParse(value).success).toBe(isOne))

  it.each([
    [{}, true],
    [{ a: undefined }, false],
    [{ a: 1 }, false],
    [JSON.parse('{"__proto__":1}'), false],
    [[], false],
    [undefined, false],
  ])('%j is nothing: %s', (value, isIt) => expect(nothing.safeParse(value).success).toBe(isIt))
})
