import { call } from './call.ts'
import { id, optionalDate, optionalLine } from './fields.ts'
import { z } from './zod.ts'

/** The longest employee number, in code points. */
const longestNumber = 32

/** How employee numbers look: one run of zeros in braces stands for the running number, the rest for itself. */
const shape = /^([^{}]*)\{(0{1,9})\}([^{}]*)$/u

export interface NumberPattern {
  readonly before: string
  /** Digits that a running number has at least. */
  readonly width: number
  readonly after: string
}

/** A pattern such as `E-{0000}` in its parts; null for a text that is none. */
export function readPattern(text: string): NumberPattern | null {
  const [, before, zeros, after] = shape.exec(text) ?? []
  return before === undefined || zeros === undefined || after === undefined
    ? null
    : { before, width: zeros.length, after }
}

/** The empty string for none: then no number is suggested. */
export const numberPattern = optionalLine('pattern', longestNumber)
  .refine((text) => text === '' || readPattern(text) !== null, {
    error: 'Enter the pattern with the running number as zeros in braces, such as E-{0000}.',
    abort: true,
  })
  .refine((text) => text === '' || !/\p{Nd}$/u.test(readPattern(text)?.before ?? ''), {
    error: 'The running number cannot follow a digit.',
  })
  .refine((text) => text === '' || !/^\p{Nd}/u.test(readPattern(text)?.after ?? ''), {
    error: 'No digit can follow the running number.',
  })

const suggested = z.strictObject({
  pattern: z.string(),
  /** The next free number; null without a pattern. */
  next: z.string().nullable(),
})

const similarEmployee = z.strictObject({
  id,
  name: z.string(),
  employeeNumber: z.string(),
  /** Whether they have neither left nor been archived. */
  isPresent: z.boolean(),
  /** Everything in which they are alike. */
  reasons: z.array(z.enum(['number', 'similar-number', 'email', 'name', 'name-and-birth'])),
})

export type SimilarEmployee = z.infer<typeof similarEmployee>

/** Half-typed fields are looked up as well: what cannot be a date or an address yet is like nobody's. */
const halfTyped = (label: string, maximum: number) => optionalLine(label, maximum).catch('')

/** Employee numbers by a pattern, and who may be registered already. */
export const employeeNumberCalls = {
  /** The company's pattern, with the next free number by it. */
  readNumberPattern: call({ access: 'admin', input: z.strictObject({}), output: suggested }),
  /** The next free number by a pattern that is being thought about. */
  previewNumber: call({ access: 'admin', input: z.strictObject({ pattern: numberPattern }), output: suggested }),
  saveNumberPattern: call({ access: 'admin', input: z.strictObject({ pattern: numberPattern }), output: suggested }),
  /** Employees whom somebody who is being registered may be. */
  findSimilar: call({
    access: 'admin',
    input: z.strictObject({
      employeeNumber: halfTyped('employee number', longestNumber),
      firstName: halfTyped('first name', 100),
      lastName: halfTyped('last name', 100),
      dateOfBirth: optionalDate('date of birth').catch(''),
      workEmail: halfTyped('work email', 254),
    }),
    output: z.strictObject({ similar: z.array(similarEmployee) }),
  }),
} as const
