import type { Migration } from '../migration.ts'

/** What people are searched by among themselves, now with the employee number, by which managers find theirs. */
const statements = [
  'DROP INDEX employee_by_directory',
  `CREATE INDEX employee_by_directory ON employee (
    sort_key, id, directory_key, employee_number_key, status, department_id, position_id, manager_id, archived_at
  )`,
]

export const teamSearch: Migration = {
  version: 15,
  title: 'team search',
  up(connection) {
    for (const statement of statements) connection.exec(statement)
  },
}
