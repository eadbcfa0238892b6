/** Custom fields as columns of the list. A field that is archived or gone tells nothing and orders nothing. */
import { sql } from 'kysely'
import { type CustomKey, customIdOf } from '../contract/custom-fields.ts'
import { foldedSql } from '../database/fold-function.ts'
import { jsonObject } from '../database/json.ts'
import { queries } from '../database/queries.ts'

/** What an employee has in these fields, as `custom`: a JSON object of their ids and values. */
export const customValues = (keys: readonly CustomKey[]) =>
  queries
    .selectFrom('custom_value')
    .innerJoin('custom_field', 'custom_field.id', 'custom_value.field_id')
    .select(jsonObject('custom_value.field_id', 'custom_value.value').as('values'))
    .where('custom_value.employee_id', '=', sql.ref<number>('employee.id'))
    .where('custom_value.field_id', 'in', keys.map(customIdOf))
    .where('custom_field.archived_at', 'is', null)
    .$asScalar()
    .as('custom')

/** What employees are ordered by in a field: numbers by their size, words folded, dates and yes or no as they stand. */
export const customSort = (key: CustomKey) => sql`(
  select case (select kind from custom_field where id = ${customIdOf(key)} and archived_at is null)
    when 'number' then cast(value as numeric)
    when 'text' then ${foldedSql(sql.ref('value'))}
    when 'choice' then ${foldedSql(sql.ref('value'))}
    when 'date' then value
    when 'yes-no' then value
  end
  from custom_value where employee_id = employee.id and field_id = ${customIdOf(key)}
)`
