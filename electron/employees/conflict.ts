import type { EmployeeRecord } from '../contract/employees.ts'
import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import { fieldInWords, fullName } from './fields.ts'
import { selectLatestUpdates } from './repository.ts'

/**
 * The refusal of a save over a newer version; it tells who saved meanwhile and what they changed.
 * @param current the employee as it is now
 * @param known the version that the refused change was made from
 */
export async function conflict(transaction: Transaction, current: EmployeeRecord, known: number): Promise<Refusal> {
  const newer = Math.max(current.version - known, 1)
  const { rows } = await transaction.execute(selectLatestUpdates({ id: current.id, limit: newer }))
  const who = inWords(rows.map((row) => row.actor_name ?? 'Staffdesk')) || 'Somebody'
  const what = inWords(rows.flatMap((row) => JSON.parse(row.fields) as string[]).map(fieldInWords))
  const changed = what === '' ? '' : ` (${what})`
  return new Refusal(
    'CONFLICT',
    `${who} changed ${fullName(current)} while you were editing${changed}. Nothing of yours was saved: look at the newer version, then save again.`,
  )
}

const list = new Intl.ListFormat('en-GB')

const inWords = (names: readonly string[]): string => list.format([...new Set(names)])
