import type { Migration } from '../migration.ts'

const columns = [
  `leaving_date TEXT CHECK (leaving_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`,
  `leaving_reason TEXT
    CHECK (leaving_reason IN ('resigned', 'dismissed', 'redundant', 'contract-ended', 'retired', 'died', 'other'))
    CHECK ((leaving_reason IS NULL) = (leaving_date IS NULL))
    CHECK (status <> 'left' OR leaving_date IS NOT NULL)`,
  // Who takes over the reports of somebody whose leaving is still ahead.
  'successor_id INTEGER REFERENCES employee (id) CHECK (successor_id <> id)',
]

export const leaving: Migration = {
  version: 3,
  title: 'leaving',
  up(connection) {
    for (const column of columns) connection.exec(`ALTER TABLE employee ADD COLUMN ${column}`)
    connection.exec(
      "CREATE INDEX employee_by_leaving_date ON employee (leaving_date) WHERE leaving_date IS NOT NULL AND status <> 'left'",
    )
  },
}
