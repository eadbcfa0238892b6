import { parametersFor, prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { SavedViewTable } from '../database/schema.ts'
import { displayNameSql } from '../lifecycle/history.ts'

export interface SavedViewRow extends Omit<SavedViewTable, 'id' | 'name_key' | 'created_at' | 'updated_at'> {
  readonly id: number
  readonly owner: string
}

const views = () =>
  queries
    .selectFrom('saved_view')
    .innerJoin('account', 'account.id', 'saved_view.account_id')
    .leftJoin('employee', 'employee.account_id', 'account.id')
    .select([
      'saved_view.id',
      'saved_view.account_id',
      'saved_view.name',
      'saved_view.is_shared',
      'saved_view.view',
      'saved_view.version',
      displayNameSql.as('owner'),
    ])

/** Those of an account, and those that are shared, by name. */
export const selectViews = prepared<{ accountId: number }, SavedViewRow>((parameter) =>
  views()
    .where((where) =>
      where.or([where('saved_view.is_shared', '=', 1), where('saved_view.account_id', '=', parameter('accountId'))]),
    )
    .orderBy('saved_view.name_key')
    .orderBy('saved_view.id'),
)

export const selectView = prepared<{ id: number }, SavedViewRow>((parameter) =>
  views().where('saved_view.id', '=', parameter('id')),
)

const changedColumns = ['name', 'name_key', 'is_shared', 'view', 'updated_at', 'version'] as const

type ChangedView = Pick<SavedViewTable, (typeof changedColumns)[number]>
type NewView = Omit<SavedViewTable, 'id'>

export const insertView = prepared<NewView, { id: number }>((parameter) =>
  queries
    .insertInto('saved_view')
    .values(parametersFor<NewView, keyof NewView>(parameter, [...changedColumns, 'account_id', 'created_at']))
    .returning('id'),
)

export const updateView = prepared<ChangedView & { id: number }, unknown>((parameter) =>
  queries
    .updateTable('saved_view')
    .set(parametersFor<ChangedView & { id: number }, keyof ChangedView>(parameter, changedColumns))
    .where('id', '=', parameter('id')),
)

export const deleteView = prepared<{ id: number }, unknown>((parameter) =>
  queries.deleteFrom('saved_view').where('id', '=', parameter('id')),
)

/** Views of that name but `exceptId` (0 for none): of the account, and of others where they are shared. */
export const selectViewsNamed = prepared<{ name_key: string; accountId: number; exceptId: number }, SavedViewRow>(
  (parameter) =>
    views()
      .where('saved_view.name_key', '=', parameter('name_key'))
      .where('saved_view.id', '!=', parameter('exceptId'))
      .where((where) =>
        where.or([where('saved_view.is_shared', '=', 1), where('saved_view.account_id', '=', parameter('accountId'))]),
      ),
)
