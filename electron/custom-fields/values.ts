import { type CustomField, type CustomValues, customShape } from '../contract/custom-fields.ts'
import { Refusal } from '../contract/errors.ts'
import { z } from '../contract/zod.ts'
import type { Database, Query, Transaction } from '../database/port.ts'
import { deleteValue, selectAskedFields, selectChoices, upsertValue } from './repository.ts'

/** What has to be known of a field to read what is typed for it. */
export type Definition = Omit<CustomField, 'values' | 'version' | 'isArchived' | 'help'>

/** The fields that are asked for, in their order. */
export function readDefinitions(transaction: Transaction): Promise<readonly Definition[]> {
  return definitionsBy(async (query) => (await transaction.execute(query)).rows)
}

/** As `readDefinitions`, outside a transaction. */
export function readAskedFields(database: Pick<Database, 'read'>): Promise<readonly Definition[]> {
  return definitionsBy((query) => database.read(query))
}

async function definitionsBy(
  read: <Row>(query: Query<Row>) => Promise<readonly Row[]>,
): Promise<readonly Definition[]> {
  const rows = await read(selectAskedFields({}))
  if (rows.length === 0) return []
  const choices = Map.groupBy(await read(selectChoices({})), ({ field_id }) => field_id)
  return rows.map(({ id, name, kind, is_required, is_private }) => ({
    id,
    name,
    kind,
    isRequired: is_required === 1,
    isPrivate: is_private === 1,
    choices: choices.get(id) ?? [],
  }))
}

/**
 * What was typed for custom fields in its canonical form, the empty string for none.
 * @param known the values that the employee has
 * @throws Refusal `INVALID_INPUT`, a sentence for each field at fault; also for a field that is asked for no longer
 */
export function canonicalValues(
  definitions: readonly Definition[],
  typed: CustomValues,
  known: CustomValues,
): CustomValues {
  if (Object.keys(typed).length === 0) return {}
  const asked = definitions.filter(({ id }) => String(id) in typed)
  const parsed = z.object(customShape(asked, (id) => String(id))).safeParse(typed)
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error?.issues ?? []) fields[`custom.${path.join('.')}`] ??= message
  for (const [id, value] of Object.entries(typed)) {
    if (!asked.some((field) => String(field.id) === id) && value !== (known[id] ?? '')) {
      fields[`custom.${id}`] = 'This field is asked for no longer. Load the employee anew.'
    }
  }
  const problems = Object.values(fields)
  if (problems.length > 0 || !parsed.success) throw new Refusal('INVALID_INPUT', problems.join(' '), { fields })
  return parsed.data
}

/** What was typed, with nothing where a required field was left out. */
export function withRequired(definitions: readonly Definition[], typed: CustomValues): CustomValues {
  const required = definitions.filter(({ isRequired }) => isRequired)
  return { ...Object.fromEntries(required.map(({ id }) => [id, ''])), ...typed }
}

/** What an employee has after the values that were typed. */
export function valuesAfter(known: CustomValues, typed: CustomValues): CustomValues {
  return Object.fromEntries(Object.entries({ ...known, ...typed }).filter(([, value]) => value !== ''))
}

/** The values that differ, as the audit keeps them: by the names of their fields. */
export function valueChanges(definitions: readonly Definition[], known: CustomValues, now: CustomValues) {
  return Object.fromEntries(
    definitions
      .filter(({ id }) => known[id] !== now[id])
      .map(({ id, name }) => [`custom.${name}`, { old: known[id] ?? null, new: now[id] ?? null }] as const),
  )
}

/** Stores the values of an employee that differ from the known ones. */
export async function storeValues(
  transaction: Transaction,
  employeeId: number,
  known: CustomValues,
  now: CustomValues,
): Promise<void> {
  for (const id of new Set([...Object.keys(known), ...Object.keys(now)])) {
    const value = now[id]
    const which = { employee_id: employeeId, field_id: Number(id) }
    if (value === undefined) await transaction.execute(deleteValue(which))
    else if (value !== known[id]) await transaction.execute(upsertValue({ ...which, value }))
  }
}

/** What a search finds an employee by: values that not only administrators see, and that say more than yes or no. */
export function searchedTexts(definitions: readonly Definition[], values: CustomValues): readonly string[] {
  return definitions
    .filter(({ isPrivate, kind }) => !isPrivate && kind !== 'yes-no')
    .flatMap(({ id }) => values[id] ?? [])
}
