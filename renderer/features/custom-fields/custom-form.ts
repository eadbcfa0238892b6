import {
  type CustomField,
  type CustomKind,
  type CustomValues,
  customShape,
} from '../../../electron/contract/custom-fields.ts'
import { formatPlainDate } from '../../ui/format.ts'
import { words } from './strings.ts'

/** The name under which a form holds a custom field. */
export type CustomName = `custom${number}`

export const customName = (id: number): CustomName => `custom${id}`

/** The fields that forms ask for. */
export const asked = (fields: readonly CustomField[]): readonly CustomField[] =>
  fields.filter(({ isArchived }) => !isArchived)

/** An employee's values as a form holds them. */
export const customFormValues = (
  definitions: readonly CustomField[],
  values: CustomValues,
): Record<CustomName, string> => Object.fromEntries(definitions.map(({ id }) => [customName(id), values[id] ?? '']))

/** What a form holds, as the calls take it. */
export const customInputOf = (
  definitions: readonly CustomField[],
  values: Readonly<Record<CustomName, string>>,
): CustomValues => Object.fromEntries(definitions.map(({ id }) => [String(id), values[customName(id)] ?? '']))

export const customFormShape = (definitions: readonly CustomField[]) => customShape(definitions, customName)

export const customLabels = (definitions: readonly CustomField[]): Record<CustomName, string> =>
  Object.fromEntries(definitions.map(({ id, name }) => [customName(id), name]))

/** A canonical value as people read it. */
export function customText(kind: CustomKind, value: string): string {
  if (value === '') return ''
  if (kind === 'date') return formatPlainDate(value)
  if (kind === 'yes-no') return value === 'yes' ? words.yes : words.no
  return value
}
