import type { CustomValues, ToldCustomValue } from '../contract/custom-fields.ts'
import type { Database } from '../database/port.ts'
import { readAskedFields } from './values.ts'

/** An employee's values of the fields that are not for administrators alone, with their names, in their order. */
export async function toldValues(database: Pick<Database, 'read'>, values: CustomValues): Promise<ToldCustomValue[]> {
  const fields = await readAskedFields(database)
  return fields.flatMap(({ id, name, kind, isPrivate }) => {
    const value = values[id]
    return isPrivate || value === undefined ? [] : [{ name, kind, value }]
  })
}
