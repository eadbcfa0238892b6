import { call } from './call.ts'
import { id, nothing, optionalDate, optionalLine, requiredLine } from './fields.ts'
import { z } from './zod.ts'

export const customKinds = ['text', 'number', 'date', 'choice', 'yes-no'] as const

export type CustomKind = (typeof customKinds)[number]

const longestText = 500

/** One of the choices of a field. Without an id it is a new one; with one, another name renames it. */
const choice = z.strictObject({ id: id.nullable(), name: requiredLine('choice') })

const sameName = (name: string) => name.normalize('NFKC').toLowerCase()

/** What an administrator types about a custom field, one schema for the form and for the main process. */
export const customFieldFields = z
  .strictObject({
    name: requiredLine('name', 60),
    kind: z.enum(customKinds, { error: 'Choose what kind of field it is.' }),
    /** Stands below the field's name; the empty string for none. */
    help: optionalLine('help text', 200),
    isRequired: z.boolean(),
    /** Only administrators see it; otherwise the employee and their manager do as well, and searches find it. */
    isPrivate: z.boolean(),
    /** In their order; for a field of another kind there are none. */
    choices: z.array(choice).max(200),
  })
  .superRefine(({ kind, choices }, context) => {
    if (kind !== 'choice') return
    if (choices.length === 0)
      context.addIssue({ code: 'custom', path: ['choices'], message: 'Add at least one choice.' })
    const names = choices.map(({ name }) => sameName(name))
    choices.forEach(({ name }, index) => {
      if (names.indexOf(sameName(name)) < index) {
        context.addIssue({
          code: 'custom',
          path: ['choices', index, 'name'],
          message: `There is a choice ${name} already.`,
        })
      }
    })
  })

export type CustomFieldInput = z.input<typeof customFieldFields>

export const customField = z.strictObject({
  id,
  version: z.number().int(),
  name: z.string(),
  kind: z.enum(customKinds),
  help: z.string(),
  isRequired: z.boolean(),
  isPrivate: z.boolean(),
  choices: z.array(z.strictObject({ id, name: z.string() })),
  /** No longer asked for; its values stay. */
  isArchived: z.boolean(),
  /** Employees who have a value. */
  values: z.number().int(),
})

export type CustomField = z.infer<typeof customField>

/** What the schemas and columns need to know of a field. */
export type CustomDefinition = Pick<CustomField, 'id' | 'name' | 'kind' | 'isRequired'> & {
  readonly choices: readonly { readonly name: string }[]
}

/** An employee's values by the ids of their fields, each in its canonical form; without a value there is no entry. */
export const customValues = z.record(z.string(), z.string())

export type CustomValues = z.infer<typeof customValues>

/** A value of a field that is not for administrators alone, as the employee and their manager are told it. */
export const toldCustomValue = z.strictObject({ name: z.string(), kind: z.enum(customKinds), value: z.string() })

export type ToldCustomValue = z.infer<typeof toldCustomValue>

/** What is typed for custom fields, by their ids; a field that is left out stays as it is. */
export const customInput = z.record(z.string().regex(/^[1-9]\d{0,15}$/), z.string().max(longestText * 4))

const decimal = /^[+-]?\d{1,15}(?:[.,]\d{1,10})?$/

/** A number as people type it, with a point or a comma, in the one form in which it is kept: `+07,50` is `7.5`. */
function canonicalNumber(typed: string): string {
  const [whole = '', fraction = ''] = typed.replace(/^[+-]/, '').replace(',', '.').split('.')
  const decimals = fraction.replace(/0+$/, '')
  const size = `${whole.replace(/^0+(?=\d)/, '')}${decimals === '' ? '' : `.${decimals}`}`
  return typed.startsWith('-') && size !== '0' ? `-${size}` : size
}

/** Reads what is typed for a field into its canonical form; the empty string says that there is none. */
export function customValueSchema({ name, kind, isRequired, choices }: CustomDefinition): z.ZodType<string, string> {
  const chooses = kind === 'choice' || kind === 'yes-no'
  const missing = chooses ? `Choose ${name}.` : `Enter ${name}.`
  return valueOfKind(kind, name, choices).refine((value) => value !== '' || !isRequired, { error: missing })
}

function valueOfKind(kind: CustomKind, name: string, choices: CustomDefinition['choices']) {
  switch (kind) {
    case 'text':
      return optionalLine(name, longestText)
    case 'number':
      return optionalLine(name, 40)
        .refine((value) => value === '' || decimal.test(value), {
          error: `Enter ${name} as a number, such as 12 or 3.5.`,
          abort: true,
        })
        .transform((value) => (value === '' ? '' : canonicalNumber(value)))
    case 'date':
      return optionalDate(name)
    case 'choice':
      return oneOf(
        choices.map((known) => known.name),
        name,
      )
    case 'yes-no':
      return oneOf(['yes', 'no'], name)
  }
}

const oneOf = (values: readonly string[], name: string) =>
  z.string().refine((value) => value === '' || values.includes(value), { error: `Choose ${name} from the list.` })

/** The schemas of several fields. @param keyOf under which name each stands */
export function customShape<Key extends string>(
  definitions: readonly CustomDefinition[],
  keyOf: (id: number) => Key,
): Record<Key, z.ZodType<string, string>> {
  return Object.fromEntries(
    definitions.map((definition) => [keyOf(definition.id), customValueSchema(definition)]),
  ) as Record<Key, z.ZodType<string, string>>
}

/** A custom field among an employee's own fields, by its id: `custom.7`. */
export const customKey = z.templateLiteral(['custom.', id])

export type CustomKey = z.infer<typeof customKey>

export const customKeyOf = ({ id }: Pick<CustomField, 'id'>): CustomKey => `custom.${id}`

/** The id of a key's field. */
export const customIdOf = (key: CustomKey): number => Number(key.slice('custom.'.length))

/** Whether a column is a custom field's. */
export const isCustomKey = (column: string): column is CustomKey => customKey.safeParse(column).success

/** Most custom fields that are columns of one list or file: more than anybody reads beside each other. */
export const mostCustomColumns = 100

export const customKeys = z.array(customKey).max(mostCustomColumns)

/** A custom field as a column of a list or of an exported file. */
export interface CustomColumn {
  /** Different from every other column's. */
  readonly key: CustomKey
  readonly label: string
  readonly kind: CustomKind
  /** The canonical text of an employee; empty for none. */
  readonly valueOf: (values: CustomValues) => string
}

/** The columns of custom fields, in their order. */
export const customColumns = (definitions: readonly CustomDefinition[]): readonly CustomColumn[] =>
  definitions.map(({ id, name, kind }) => ({
    key: customKeyOf({ id }),
    label: name,
    kind,
    valueOf: (values) => values[id] ?? '',
  }))

const known = { id, version: z.number().int() }
const answer = z.strictObject({ field: customField })

/** A change is refused with `CONFLICT` when somebody saved a newer version meanwhile. */
export const customFieldCalls = {
  /** All of them in their order, archived ones too. */
  list: call({ access: 'admin', input: nothing, output: z.strictObject({ fields: z.array(customField) }) }),
  add: call({ access: 'admin', input: z.strictObject({ field: customFieldFields }), output: answer }),
  /** Refused with `REFUSED` for another kind, or without a choice, that employees have values of. */
  change: call({ access: 'admin', input: z.strictObject({ ...known, field: customFieldFields }), output: answer }),
  /** Puts a field into another place of the order, counted from 0. */
  move: call({
    access: 'admin',
    input: z.strictObject({ id, place: z.number().int().nonnegative() }),
    output: nothing,
  }),
  /** Asks for it no longer; its values stay. */
  archive: call({ access: 'admin', input: z.strictObject(known), output: answer }),
  restore: call({ access: 'admin', input: z.strictObject(known), output: answer }),
  /** Deletes it with all its values. Refused with `INVALID_INPUT` unless its name is typed. */
  remove: call({ access: 'admin', input: z.strictObject({ ...known, name: z.string().max(400) }), output: nothing }),
} as const

export const customFieldEvents = {
  'customFields.changed': z.strictObject({}),
} as const
