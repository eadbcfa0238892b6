import type { Migration } from '../migration.ts'

/** The orders of the list; those whom the first column finds equal stand by name, as the list has them. The archived are not in it. */
const indexes = [
  'CREATE INDEX employee_by_hire_date ON employee (hire_date, sort_key, id, archived_at) WHERE archived_at IS NULL',
  'CREATE INDEX employee_by_status ON employee (status, sort_key, id, archived_at) WHERE archived_at IS NULL',
  'CREATE INDEX employee_by_employment_type ON employee (employment_type, sort_key, id, archived_at) WHERE archived_at IS NULL',
]

export const listOrder: Migration = {
  version: 10,
  title: 'list order',
  up(connection) {
    for (const index of indexes) connection.exec(index)
  },
}
