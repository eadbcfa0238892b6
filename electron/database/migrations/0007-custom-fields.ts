import type { Migration } from '../migration.ts'

const yesNo = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} IN (0, 1))`

const statements = [
  `CREATE TABLE custom_field (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes-no')),
    help TEXT NOT NULL,
    ${yesNo('is_required')},
    ${yesNo('is_private')},
    place INTEGER NOT NULL,
    archived_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE custom_choice (
    id INTEGER PRIMARY KEY,
    field_id INTEGER NOT NULL REFERENCES custom_field (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    place INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE custom_value (
    employee_id INTEGER NOT NULL REFERENCES employee (id) ON DELETE CASCADE,
    field_id INTEGER NOT NULL REFERENCES custom_field (id) ON DELETE CASCADE,
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (employee_id, field_id)
  ) STRICT, WITHOUT ROWID`,

  'CREATE INDEX custom_choice_by_field ON custom_choice (field_id, place)',
  'CREATE INDEX custom_value_by_field ON custom_value (field_id, value)',
]

export const customFields: Migration = {
  version: 7,
  title: 'custom fields',
  up(connection) {
    for (const statement of statements) connection.exec(statement)
  },
}
