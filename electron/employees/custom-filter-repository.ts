/** Custom fields as filters of employees. All but texts are looked up in the index of fields and values. */
import { type RawBuilder, sql } from 'kysely'
import { customIdOf } from '../contract/custom-fields.ts'
import type { CustomCondition } from '../contract/custom-filter.ts'
import { foldForSearch } from '../database/fold.ts'
import { foldedSql } from '../database/fold-function.ts'

/** What must hold of an employee for a field to have what is asked for; nothing where nothing is asked for. */
export function customConditions(condition: CustomCondition): readonly RawBuilder<boolean>[] {
  const field = customIdOf(condition.key)
  switch (condition.kind) {
    case 'text': {
      const text = foldForSearch(condition.holds)
      return text === '' ? [] : [having(field, sql`instr(${foldedSql(sql.ref('value'))}, ${text}) > 0`)]
    }
    case 'number':
      return within(field, condition, sql`cast(value as numeric)`, (bound) => sql`cast(${bound} as numeric)`)
    case 'date':
      return within(field, condition, sql`value`, (bound) => sql`${bound}`)
    case 'choice':
      return anyOf(
        field,
        condition.values,
        (ids) => sql`value in (select name from custom_choice where field_id = ${field} and id in (${sql.join(ids)}))`,
      )
    case 'yes-no':
      return anyOf(field, condition.values, (values) => sql`value in (${sql.join(values)})`)
  }
}

type Condition = ReturnType<typeof sql>

const having = (field: number, condition: Condition) =>
  sql<boolean>`employee.id in (select employee_id from custom_value where field_id = ${field} and ${condition})`

/** A field that is gone nobody has, and nobody lacks either: whoever changes all that match must not meet everybody. */
const lacking = (field: number) => sql<boolean>`(
  exists (select 1 from custom_field where id = ${field})
  and employee.id not in (select employee_id from custom_value where field_id = ${field})
)`

function within(
  field: number,
  { from, to }: { readonly from: string; readonly to: string },
  value: Condition,
  boundOf: (bound: string) => Condition,
): readonly RawBuilder<boolean>[] {
  const conditions = [
    ...(from === '' ? [] : [sql`${value} >= ${boundOf(from)}`]),
    ...(to === '' ? [] : [sql`${value} <= ${boundOf(to)}`]),
  ]
  return conditions.length === 0 ? [] : [having(field, sql.join(conditions, sql` and `))]
}

function anyOf<Value>(
  field: number,
  values: readonly (Value | null)[],
  among: (given: readonly Value[]) => Condition,
): readonly RawBuilder<boolean>[] {
  if (values.length === 0) return []
  const given = values.filter((value) => value !== null)
  const conditions = [
    ...(given.length === 0 ? [] : [having(field, among(given))]),
    ...(given.length === values.length ? [] : [lacking(field)]),
  ]
  return [sql<boolean>`(${sql.join(conditions, sql` or `)})`]
}
