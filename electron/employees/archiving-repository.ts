import { sql } from 'kysely'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'

interface Archived {
  readonly id: number
  /** Null to bring somebody back. */
  readonly archived_at: number | null
  readonly updated_at: number
  readonly version: number
}

export const updateArchived = prepared<Archived, unknown>((parameter) =>
  queries
    .updateTable('employee')
    .set({
      archived_at: parameter('archived_at'),
      updated_at: parameter('updated_at'),
      version: parameter('version'),
    })
    .where('id', '=', parameter('id')),
)

/** Those whose leaving is ahead and whom somebody is to succeed. */
export const selectSuccessions = prepared<
  { id: number },
  { id: number; first_name: string; last_name: string; version: number }
>((parameter) =>
  queries
    .selectFrom('employee')
    .select(['id', 'first_name', 'last_name', 'version'])
    .where('successor_id', '=', parameter('id'))
    // As the partial index has it.
    .where(sql<boolean>`successor_id is not null`)
    .orderBy('id'),
)
