import { sql } from 'kysely'
import { parametersFor, prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { CustomChoiceTable, CustomFieldTable } from '../database/schema.ts'
import { unusedId } from '../database/unused-id.ts'

export interface FieldRow extends Omit<CustomFieldTable, 'id'> {
  readonly id: number
  /** Employees who have a value. */
  readonly values: number | null
}

const fields = () =>
  queries
    .selectFrom('custom_field')
    .selectAll('custom_field')
    .select((select) =>
      select
        .selectFrom('custom_value')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('custom_value.field_id', '=', 'custom_field.id')
        .as('values'),
    )

/** Every field in its place. */
export const selectFields = prepared<object, FieldRow>(() => fields().orderBy('place').orderBy('id'))

export const selectField = prepared<{ id: number }, FieldRow>((parameter) =>
  fields().where('custom_field.id', '=', parameter('id')),
)

/** Every field that is asked for, without the count that takes its time. */
export const selectAskedFields = prepared<object, Omit<FieldRow, 'values'>>(() =>
  queries.selectFrom('custom_field').selectAll().where('archived_at', 'is', null).orderBy('place').orderBy('id'),
)

export type ChoiceRow = Omit<CustomChoiceTable, 'id'> & { readonly id: number }

/** The choices of every field, in their order. */
export const selectChoices = prepared<object, ChoiceRow>(() =>
  queries.selectFrom('custom_choice').selectAll().orderBy('field_id').orderBy('place'),
)

/** Another field (`exceptId` is the one at hand, 0 for a new one) of the same name. */
export const selectFieldByName = prepared<{ name_key: string; exceptId: number }, { readonly name: string }>(
  (parameter) =>
    queries
      .selectFrom('custom_field')
      .select('name')
      .where('name_key', '=', parameter('name_key'))
      .where('id', '!=', parameter('exceptId')),
)

const changedColumns = [
  'name',
  'name_key',
  'kind',
  'help',
  'is_required',
  'is_private',
  'place',
  'archived_at',
  'updated_at',
  'version',
] as const

type ChangedField = Pick<CustomFieldTable, (typeof changedColumns)[number]>
type NewField = ChangedField & Pick<CustomFieldTable, 'created_at'>

/**
 * The id of a field that was deleted is not given again: lists and views that were kept with its column would show
 * another field in its place. Every field that was ever added stands in the audit.
 */
/**
 * The id of a field that was deleted is not given again: lists and views that were kept with its column would show another
 * field in its place.
 */
export const insertField = prepared<NewField, { id: number }>((parameter) =>
  queries
    .insertInto('custom_field')
    .values({
      id: unusedId('custom_field', 'custom_field'),
      ...parametersFor<NewField, keyof NewField>(parameter, [...changedColumns, 'created_at']),
    })
    .returning('id'),
)

export const updateField = prepared<ChangedField & { id: number }, never>((parameter) =>
  queries
    .updateTable('custom_field')
    .set(parametersFor<ChangedField & { id: number }, keyof ChangedField>(parameter, changedColumns))
    .where('id', '=', parameter('id')),
)

export const updatePlace = prepared<{ id: number; place: number }, never>((parameter) =>
  queries
    .updateTable('custom_field')
    .set({ place: parameter('place') })
    .where('id', '=', parameter('id')),
)

export const deleteField = prepared<{ id: number }, never>((parameter) =>
  queries.deleteFrom('custom_field').where('id', '=', parameter('id')),
)

export const insertChoice = prepared<{ field_id: number; name: string; place: number }, never>((parameter) =>
  queries
    .insertInto('custom_choice')
    .values({ field_id: parameter('field_id'), name: parameter('name'), place: parameter('place') }),
)

export const updateChoice = prepared<{ id: number; name: string; place: number }, never>((parameter) =>
  queries
    .updateTable('custom_choice')
    .set({ name: parameter('name'), place: parameter('place') })
    .where('id', '=', parameter('id')),
)

export const deleteChoice = prepared<{ id: number }, never>((parameter) =>
  queries.deleteFrom('custom_choice').where('id', '=', parameter('id')),
)

/** Employees whose value of a field is this one. */
export const countValue = prepared<{ fieldId: number; value: string }, { readonly count: number }>((parameter) =>
  queries
    .selectFrom('custom_value')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('field_id', '=', parameter('fieldId'))
    .where('value', '=', parameter('value')),
)

/** Who has a value of a field, and which. */
export const selectHolders = prepared<{ fieldId: number }, { readonly employee_id: number; readonly value: string }>(
  (parameter) =>
    queries
      .selectFrom('custom_value')
      .select(['employee_id', 'value'])
      .where('field_id', '=', parameter('fieldId'))
      .orderBy('employee_id'),
)

interface Value {
  readonly employee_id: number
  readonly field_id: number
  readonly value: string
}

export const upsertValue = prepared<Value, never>((parameter) =>
  queries
    .insertInto('custom_value')
    .values({
      employee_id: parameter('employee_id'),
      field_id: parameter('field_id'),
      value: parameter('value'),
    })
    .onConflict((conflict) =>
      conflict.columns(['employee_id', 'field_id']).doUpdateSet({ value: sql`excluded.value` }),
    ),
)

export const deleteValue = prepared<Omit<Value, 'value'>, never>((parameter) =>
  queries
    .deleteFrom('custom_value')
    .where('employee_id', '=', parameter('employee_id'))
    .where('field_id', '=', parameter('field_id')),
)
