import { z } from './zod.ts'

/** Control characters, line separators, and the marks that reorder text on screen (Trojan Source, CVE-2021-42574). */
const controlOrBidirectional = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

/** Anything but white space and characters that nobody sees, such as the zero-width space and the blank of Braille. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/u

const codePoints = (value: string): number => [...value].length

/**
 * Text for one line: well-formed Unicode in NFC without control or bidirectional characters, trimmed.
 * @param label the field's name, as messages call it
 * @param maximum longest length in code points
 */
function line(label: string, maximum: number) {
  return z
    .string({ error: `Enter the ${label}.` })
    .max(maximum * 4, { error: `The ${label} may have at most ${maximum} characters.`, abort: true })
    .refine((value) => value.isWellFormed() && !controlOrBidirectional.test(value), {
      error: `The ${label} holds characters that cannot be used. Type it again.`,
      abort: true,
    })
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => codePoints(value) <= maximum, {
      error: `The ${label} may have at most ${maximum} characters.`,
    })
}

/** A line that must not be empty, nor look empty. */
export function requiredLine(label: string, maximum = 100) {
  return line(label, maximum).refine((value) => visible.test(value), { error: `Enter the ${label}.` })
}

/** A line that may be empty; the empty string is how a form says "none". */
export function optionalLine(label: string, maximum = 100) {
  return line(label, maximum)
}

/**
 * A user name: 3–64 letters, digits and `. _ - @`. Compared elsewhere after NFKC and case folding,
 * so two names that look alike in that way are the same name.
 */
export const username = line('username', 64)
  .refine((value) => codePoints(value) >= 3, { error: 'The username needs at least 3 characters.', abort: true })
  .refine((value) => /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}._\-@])+$/u.test(value), {
    error: 'The username may hold letters, digits and . _ - @ only.',
  })

/** Longest password in code points, and in UTF-8 bytes (OWASP ASVS 6.2.9 asks for at least 64). */
export const passwordLimits = { codePoints: 128, bytes: 1024 } as const

/**
 * A password that somebody chooses. Nothing is trimmed or normalised here: hashing does that. The company's
 * shortest length and the blocklist are the password policy's, not the schema's.
 */
export const newPassword = z
  .string({ error: 'Enter a password.' })
  .min(1, { error: 'Enter a password.', abort: true })
  .max(passwordLimits.bytes, {
    error: `The password may have at most ${passwordLimits.codePoints} characters.`,
    abort: true,
  })
  .refine((value) => value.isWellFormed(), {
    error: 'The password holds a broken character. Type it again.',
    abort: true,
  })
  .refine(
    (value) =>
      codePoints(value) <= passwordLimits.codePoints && new TextEncoder().encode(value).length <= passwordLimits.bytes,
    { error: `The password may have at most ${passwordLimits.codePoints} characters.` },
  )

/** A secret that is only compared, so that a wrong one is answered like any other wrong one. */
export const givenSecret = (message: string) =>
  z
    .string({ error: message })
    .min(1, { error: message })
    .max(passwordLimits.bytes * 4, { error: message })

// Made once: an import reads a hundred thousand rows with them, and a schema takes longer to make than to ask.
const existingDate = z.iso.date()
const emailAddress = z.email()

/** A calendar date, `YYYY-MM-DD`, that exists. */
export function plainDate(label: string) {
  return optionalDate(label).refine((value) => value !== '', { error: `Enter the ${label}.` })
}

/** A calendar date, `YYYY-MM-DD`, that exists, or the empty string for none. */
export function optionalDate(label: string) {
  return z
    .string({ error: `Enter the ${label}.` })
    .regex(/^(?:\d{4}-\d{2}-\d{2})?$/, { error: `Enter the ${label} as YYYY-MM-DD.`, abort: true })
    .refine((value) => value === '' || (existingDate.safeParse(value).success && value >= '1900-01-01'), {
      error: `The ${label} is not a date that exists. Enter it as YYYY-MM-DD.`,
    })
}

/**
 * A telephone number as people write it, or the empty string for none. Only its characters are checked: what can be
 * dialled differs from country to country, and from one office's exchange to the next.
 */
export function optionalPhone(label: string) {
  return line(label, 40).refine((value) => value === '' || /^(?=.*\d)[\d\s+().,/#*\-a-z]+$/iu.test(value), {
    error: `Enter the ${label} with digits, spaces and + ( ) - / only.`,
  })
}

/** Text over several lines, which may be empty. Lines end with `\n`, however they were typed. */
export function optionalText(label: string, maximum: number) {
  return z
    .string({ error: `Enter the ${label}.` })
    .max(maximum * 4, { error: `The ${label} may have at most ${maximum} characters.`, abort: true })
    .refine((value) => value.isWellFormed() && !controlOrBidirectional.test(value.replace(/[\n\r\t]/g, ' ')), {
      error: `The ${label} hold characters that cannot be used. Type them again.`,
      abort: true,
    })
    .transform((value) => value.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine((value) => codePoints(value) <= maximum, {
      error: `The ${label} may have at most ${maximum} characters.`,
    })
}

/** An e-mail address, or the empty string for none. */
export function optionalEmail(label: string) {
  return line(label, 254).refine((value) => value === '' || emailAddress.safeParse(value).success, {
    error: `Enter the ${label} as name@example.com.`,
  })
}

/** The key of a row. */
export const id = z.number().int().positive()

/** An instant, as ISO 8601 in UTC. */
export const instant = z.iso.datetime()

export const nothing = z.strictObject({})
