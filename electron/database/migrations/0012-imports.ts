import type { Migration } from '../migration.ts'

const tables = [
  `CREATE TABLE employee_import (
    id INTEGER PRIMARY KEY,
    file_name TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    imported_by TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    departments TEXT NOT NULL CHECK (json_valid(departments)),
    positions TEXT NOT NULL CHECK (json_valid(positions))
  ) STRICT`,

  // Whoever is removed takes along what was kept of them.
  `CREATE TABLE employee_import_row (
    import_id INTEGER NOT NULL REFERENCES employee_import (id) ON DELETE CASCADE,
    employee_id INTEGER NOT NULL REFERENCES employee (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    previous TEXT CHECK (json_valid(previous)),
    PRIMARY KEY (import_id, employee_id)
  ) STRICT, WITHOUT ROWID`,
]

const indexes = [
  'CREATE INDEX employee_import_row_by_employee ON employee_import_row (employee_id)',
  // The two of assignments are partial: without it each employee who is removed looks through all assignments.
  'CREATE INDEX assignment_by_employee ON assignment (employee_id)',
]

export const imports: Migration = {
  version: 12,
  title: 'imports',
  up(connection) {
    for (const statement of [...tables, ...indexes]) connection.exec(statement)
  },
}
