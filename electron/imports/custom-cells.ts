import { type CustomValues, customKeyOf, customValueSchema, isCustomKey } from '../contract/custom-fields.ts'
import { Refusal } from '../contract/errors.ts'
import type { ImportField } from '../contract/imports.ts'
import type { Definition } from '../custom-fields/values.ts'
import { foldName } from '../database/fold.ts'
import { type FieldProblem, plainDateOf } from './values.ts'

/** What the cells of a row say for custom fields. */
interface CustomCells {
  /** In their canonical form, the empty string for none; columns at fault are left out. */
  readonly values: CustomValues
  readonly problems: readonly FieldProblem[]
}

/**
 * Makes the reader of the custom fields of a row.
 * @param fields what the columns are taken for
 * @throws Refusal `REFUSED` where a column is taken for a field that is asked for no longer
 */
export function customCellsReader(
  definitions: readonly Definition[],
  fields: readonly ImportField[],
): (cells: ReadonlyMap<ImportField, string>, isNew: boolean) => CustomCells {
  const columns = definitions
    .map((definition) => ({ definition, key: customKeyOf(definition), schema: customValueSchema(definition) }))
    .filter(({ key }) => fields.includes(key))
  if (columns.length < fields.filter(isCustomKey).length) {
    throw new Refusal('REFUSED', 'A column is taken for a field that is asked for no longer. Choose the file again.')
  }
  const missing = definitions
    .filter((definition) => definition.isRequired && !fields.includes(customKeyOf(definition)))
    .map(
      (definition): FieldProblem => [null, customValueSchema(definition).safeParse('').error?.issues[0]?.message ?? ''],
    )
  return (cells, isNew) => {
    const values: Record<string, string> = {}
    const problems: FieldProblem[] = isNew ? [...missing] : []
    for (const { definition, key, schema } of columns) {
      const read = schema.safeParse(typedIn(cells.get(key) ?? '', definition))
      if (read.success) values[definition.id] = read.data
      else problems.push([key, read.error.issues[0]?.message ?? ''])
    }
    return { values, problems }
  }
}

/** What a person would have typed or chosen: spaces, and the case of what is chosen, count for nothing. */
function typedIn(cell: string, { kind, choices }: Definition): string {
  const text = cell.trim()
  switch (kind) {
    case 'date':
      return plainDateOf(text)
    case 'yes-no':
      return text.toLowerCase()
    case 'choice':
      return choices.find(({ name }) => foldName(name) === foldName(text))?.name ?? text
    default:
      return text
  }
}
