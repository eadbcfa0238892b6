import { readDefinitions, searchedTexts } from '../custom-fields/values.ts'
import type { Transaction } from '../database/port.ts'
import { columnsOf } from './columns.ts'
import { presentFields } from './present-fields.ts'
import { customIn } from './record.ts'
import { selectEmployee, updateSearchKey } from './repository.ts'
import { reindexWithin } from './search-repository.ts'

/** Has these employees found by what their custom fields hold now. */
export async function refreshSearchWithin(transaction: Transaction, employeeIds: readonly number[]): Promise<void> {
  const definitions = await readDefinitions(transaction)
  for (const id of employeeIds) {
    const [row] = (await transaction.execute(selectEmployee({ id }))).rows
    if (!row) continue
    const { search_key } = columnsOf(presentFields(row), row.username, searchedTexts(definitions, customIn(row)))
    await transaction.execute(updateSearchKey({ id, search_key }))
    await reindexWithin(transaction, row, search_key)
  }
}
