import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import {
  type ChoiceRow,
  countValue,
  deleteChoice,
  insertChoice,
  selectChoices,
  selectHolders,
  updateChoice,
  upsertValue,
} from './repository.ts'

export async function choicesOf(transaction: Transaction, fieldId: number): Promise<readonly ChoiceRow[]> {
  const { rows } = await transaction.execute(selectChoices({}))
  return rows.filter(({ field_id }) => field_id === fieldId)
}

/**
 * Gives a field these choices in this order. Whoever has a choice that is renamed has it by its new name.
 * @throws Refusal `REFUSED` where a choice would go that somebody has
 */
export async function storeChoices(
  transaction: Transaction,
  fieldId: number,
  choices: readonly { readonly id: number | null; readonly name: string }[],
): Promise<void> {
  const former = await choicesOf(transaction, fieldId)
  for (const choice of former.filter(({ id }) => !choices.some((kept) => kept.id === id))) {
    await requireUnused(transaction, choice)
    await transaction.execute(deleteChoice(choice))
  }
  const renamed = new Map<string, string>()
  for (const [place, { id, name }] of choices.entries()) {
    const known = former.find((choice) => choice.id === id)
    if (!known) {
      await transaction.execute(insertChoice({ field_id: fieldId, name, place }))
    } else if (known.name !== name || known.place !== place) {
      await transaction.execute(updateChoice({ id: known.id, name, place }))
      if (known.name !== name) renamed.set(known.name, name)
    }
  }
  if (renamed.size > 0) await renameValues(transaction, fieldId, renamed)
}

/** All at once: two choices may have exchanged their names. */
async function renameValues(transaction: Transaction, fieldId: number, renamed: ReadonlyMap<string, string>) {
  const { rows: holders } = await transaction.execute(selectHolders({ fieldId }))
  for (const { employee_id, value: former } of holders) {
    const value = renamed.get(former)
    if (value !== undefined) await transaction.execute(upsertValue({ employee_id, field_id: fieldId, value }))
  }
}

async function requireUnused(transaction: Transaction, { field_id, name }: ChoiceRow): Promise<void> {
  const [used] = (await transaction.execute(countValue({ fieldId: field_id, value: name }))).rows
  const count = used?.count ?? 0
  if (count === 0) return
  const who = count === 1 ? '1 employee has' : `${count} employees have`
  const problem = `${who} the choice ${name}. Give them another one first, or rename it.`
  throw new Refusal('REFUSED', problem, { fields: { 'field.choices': problem } })
}
