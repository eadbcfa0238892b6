import { type RawBuilder, sql } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * An id above every one that a row of the table has, or ever had: whatever was added under it stands in the audit, which
 * outlives it.
 * @param subject as whose kind the audit names the rows
 */
export const unusedId = (table: keyof Schema, subject: string): RawBuilder<number> => sql<number>`1 + max(
  (select coalesce(max(id), 0) from ${sql.table(table)}),
  (select coalesce(max(subject_id), 0) from audit_entry where subject_kind = ${sql.lit(subject)})
)`
