import type { CustomValues, ToldCustomValue } from '../contract/custom-fields.ts'
import type { Database } from '../database/port.ts'
import { selectAskedFields } from './repository.ts'

/** An employee's values of the fields that are not for administrators alone, with their names, in their order. */
export async function toldValues(database: Pick<Database, 'read'>, values: CustomValues): Promise<ToldCustomValue[]> {
  const fields = await database.read(selectAskedFields({}))
  return fields.flatMap(({ id, name, kind, is_private }) => {
    const value = values[id]
    return is_private === 1 || value === undefined ? [] : [{ name, kind, value }]
  })
}
