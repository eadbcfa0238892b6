import { readDefinitions, searchedTexts } from '../custom-fields/values.ts'
import type { Transaction } from '../database/port.ts'
import { columnsOf } from './columns.ts'
import { presentFields } from './present-fields.ts'
import { customIn } from './record.ts'
import { type EmployeeRow, selectEmployee, updateSearchKey } from './repository.ts'
import { reindexWithin } from './search-repository.ts'

/** The search key of an employee as the row is now, with the account's username. */
export async function searchKeyWithin(
  transaction: Transaction,
  row: EmployeeRow,
  username: string | null,
): Promise<string> {
  const texts = searchedTexts(await readDefinitions(transaction), customIn(row))
  return columnsOf(presentFields(row), username, texts).search_key
}

/** Has these employees found by what their custom fields hold now. */
export async function refreshSearchWithin(transaction: Transaction, employeeIds: readonly number[]): Promise<void> {
  for (const id of employeeIds) {
    const [row] = (await transaction.execute(selectEmployee({ id }))).rows
    if (!row) continue
    const search_key = await searchKeyWithin(transaction, row, row.username)
    await transaction.execute(updateSearchKey({ id, search_key }))
    await reindexWithin(transaction, row, search_key)
  }
}
