import type { Migration } from '../migration.ts'

const statements = [
  // Since when somebody is taken out of lists, counts and searches; null for everybody else.
  'ALTER TABLE employee ADD COLUMN archived_at INTEGER',
  // Lists leave the archived out, so their order does as well. The last column spares them a look at the row.
  'DROP INDEX employee_by_sort_key',
  'CREATE INDEX employee_by_sort_key ON employee (sort_key, id, archived_at) WHERE archived_at IS NULL',
  'CREATE INDEX employee_archived_by_sort_key ON employee (sort_key, id, archived_at) WHERE archived_at IS NOT NULL',
  'CREATE INDEX employee_by_successor ON employee (successor_id) WHERE successor_id IS NOT NULL',
  'CREATE INDEX session_history_by_ender ON session_history (ended_by) WHERE ended_by IS NOT NULL',
]

export const archiving: Migration = {
  version: 8,
  title: 'archiving',
  up(connection) {
    for (const statement of statements) connection.exec(statement)
  },
}
