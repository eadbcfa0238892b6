import type { Migration } from '../migration.ts'

export const photos: Migration = {
  version: 9,
  title: 'photos',
  up(connection) {
    connection.exec(`CREATE TABLE employee_photo (
      employee_id INTEGER PRIMARY KEY REFERENCES employee (id) ON DELETE CASCADE,
      version INTEGER NOT NULL CHECK (version > 0),
      bytes BLOB CHECK (length(bytes) <= 200000)
    ) STRICT`)
  },
}
