import type { Migration } from '../migration.ts'

const plainDate = (column: string) => `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`

// Names are kept beside what they name: what is removed later can still be read.
const table = `CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  employee_id INTEGER NOT NULL REFERENCES employee (id) ON DELETE CASCADE,
  effective_from TEXT NOT NULL ${plainDate('effective_from')},
  last_day TEXT ${plainDate('last_day')},
  department_id INTEGER REFERENCES department (id) ON DELETE SET NULL,
  department_name TEXT,
  position_id INTEGER REFERENCES position (id) ON DELETE SET NULL,
  position_title TEXT,
  manager_id INTEGER REFERENCES employee (id) ON DELETE SET NULL,
  manager_name TEXT,
  employment_type TEXT CHECK (employment_type IN ('full-time', 'part-time', 'contractor', 'intern', 'temporary')),
  planned_fields TEXT CHECK (json_valid(planned_fields)),
  problem TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  CHECK (last_day >= effective_from),
  CHECK (planned_fields IS NULL OR last_day IS NULL),
  CHECK (planned_fields IS NOT NULL OR problem IS NULL),
  CHECK (department_id IS NULL OR department_name IS NOT NULL),
  CHECK (position_id IS NULL OR position_title IS NOT NULL),
  CHECK (manager_id IS NULL OR manager_name IS NOT NULL)
) STRICT`

const indexes = [
  'CREATE UNIQUE INDEX assignment_by_day ON assignment (employee_id, effective_from) WHERE planned_fields IS NULL',
  'CREATE UNIQUE INDEX assignment_planned ON assignment (employee_id, effective_from) WHERE planned_fields IS NOT NULL',
  'CREATE INDEX assignment_due ON assignment (effective_from) WHERE planned_fields IS NOT NULL AND problem IS NULL',
  'CREATE INDEX assignment_by_department ON assignment (department_id)',
  'CREATE INDEX assignment_by_position ON assignment (position_id)',
  'CREATE INDEX assignment_by_manager ON assignment (manager_id)',
]

/** Of the time before nothing is known but what holds now: it is taken to have held since the hire date. */
const fill = `INSERT INTO assignment (
    employee_id, effective_from, last_day, department_id, department_name, position_id, position_title,
    manager_id, manager_name, employment_type, created_at
  )
  SELECT
    employee.id,
    employee.hire_date,
    CASE WHEN employee.status = 'left' THEN max(employee.leaving_date, employee.hire_date) END,
    employee.department_id,
    department.name,
    employee.position_id,
    position.title,
    employee.manager_id,
    trim(manager.first_name || ' ' || manager.last_name),
    employee.employment_type,
    employee.created_at
  FROM employee
  LEFT JOIN department ON department.id = employee.department_id
  LEFT JOIN position ON position.id = employee.position_id
  LEFT JOIN employee AS manager ON manager.id = employee.manager_id`

export const assignments: Migration = {
  version: 6,
  title: 'assignments',
  up(connection) {
    for (const statement of [table, ...indexes, fill]) connection.exec(statement)
  },
}
