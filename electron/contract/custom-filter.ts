import { customKey } from './custom-fields.ts'
import { id, optionalDate, optionalLine } from './fields.ts'
import { z } from './zod.ts'

/** A number in the form in which custom fields keep it; the empty string leaves an end open. */
const bound = z.string().regex(/^(?:-?\d{1,15}(?:\.\d{1,10})?)?$/, { error: 'Enter a number, such as 12 or 3.5.' })

/** Most values of one field that a filter names. */
const mostValues = 200

/**
 * What employees must have in one custom field, by its kind. Of several choices any; null for those without a value. What
 * narrows nothing is empty. In a field that is gone nobody has anything.
 */
export const customCondition = z.discriminatedUnion('kind', [
  /** The text stands somewhere in it, accents and case folded. */
  z.strictObject({ key: customKey, kind: z.literal('text'), holds: optionalLine('text', 100) }),
  /** Both ends belong to it. */
  z.strictObject({ key: customKey, kind: z.literal('number'), from: bound, to: bound }),
  /** Both days belong to it. */
  z.strictObject({
    key: customKey,
    kind: z.literal('date'),
    from: optionalDate('first day'),
    to: optionalDate('last day'),
  }),
  /** By the ids of the choices, which are renamed now and then. */
  z.strictObject({ key: customKey, kind: z.literal('choice'), values: z.array(id.nullable()).max(mostValues) }),
  z.strictObject({
    key: customKey,
    kind: z.literal('yes-no'),
    values: z.array(z.enum(['yes', 'no']).nullable()).max(mostValues),
  }),
])

export type CustomCondition = z.infer<typeof customCondition>
