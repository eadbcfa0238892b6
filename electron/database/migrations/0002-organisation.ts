import type { Migration } from '../migration.ts'

const plainDate = (column: string) =>
  `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

const tables = [
  `CREATE TABLE department (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL CHECK (name_key <> ''),
    code TEXT,
    code_key TEXT UNIQUE,
    parent_id INTEGER REFERENCES department (id) CHECK (parent_id <> id),
    head_id INTEGER REFERENCES employee (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((code IS NULL) = (code_key IS NULL))
  ) STRICT`,

  `CREATE TABLE position (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL CHECK (title <> ''),
    title_key TEXT NOT NULL UNIQUE CHECK (title_key <> ''),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL
  ) STRICT`,
]

/** What an employee has beyond the foundation. Text that may be absent is null, as it is for the work email. */
const employeeColumns = [
  'middle_name TEXT',
  'preferred_name TEXT',
  'personal_email TEXT',
  'work_phone TEXT',
  'mobile_phone TEXT',
  'address TEXT',
  'emergency_contact_name TEXT',
  'emergency_contact_phone TEXT',
  'emergency_contact_relation TEXT',
  plainDate('date_of_birth'),
  plainDate('probation_end_date'),
  plainDate('contract_end_date'),
  'department_id INTEGER REFERENCES department (id)',
  'position_id INTEGER REFERENCES position (id)',
  'manager_id INTEGER REFERENCES employee (id) CHECK (manager_id <> id)',
  `employment_type TEXT CHECK (employment_type IN ('full-time', 'part-time', 'contractor', 'intern', 'temporary'))`,
  'notes TEXT',
]

const indexes = [
  // Two departments of one parent never share a name; without a parent there is a row 0 in the place of one.
  'CREATE UNIQUE INDEX department_by_name ON department (coalesce(parent_id, 0), name_key)',
  'CREATE INDEX department_by_head ON department (head_id)',
  'CREATE INDEX employee_by_department ON employee (department_id)',
  'CREATE INDEX employee_by_position ON employee (position_id)',
  'CREATE INDEX employee_by_manager ON employee (manager_id)',
]

export const organisation: Migration = {
  version: 2,
  title: 'organisation',
  up(connection) {
    for (const table of tables) connection.exec(table)
    for (const column of employeeColumns) connection.exec(`ALTER TABLE employee ADD COLUMN ${column}`)
    for (const index of indexes) connection.exec(index)
  },
}
