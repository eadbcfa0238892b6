import type { Migration } from '../migration.ts'

export const savedViews: Migration = {
  version: 11,
  title: 'saved views',
  up(connection) {
    connection.exec(`CREATE TABLE saved_view (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (name <> ''),
      name_key TEXT NOT NULL CHECK (name_key <> ''),
      is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
      view TEXT NOT NULL CHECK (json_valid(view)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL
    ) STRICT`)
    connection.exec('CREATE UNIQUE INDEX saved_view_by_name ON saved_view (account_id, name_key)')
    connection.exec('CREATE UNIQUE INDEX shared_view_by_name ON saved_view (name_key) WHERE is_shared = 1')
  },
}
