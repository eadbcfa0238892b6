import type { Connection } from '../connection.ts'
import { foldForSearch } from '../fold.ts'
import type { Migration } from '../migration.ts'

interface Person {
  readonly id: number
  readonly first_name: string
  readonly last_name: string
  readonly preferred_name: string | null
  readonly work_email: string | null
  readonly work_phone: string | null
}

/** What the directory's search looks through, as it was computed when this step was made. */
function keyOf(person: Person): string {
  const { first_name: first, last_name: last, preferred_name: preferred, work_phone: phone } = person
  const listed = last === '' ? '' : `${last}, ${first}`
  const digits = (phone ?? '').replace(/\D/g, '')
  return foldForSearch(
    [`${first} ${last}`, listed, preferred, person.work_email, phone, digits].map((part) => part ?? '').join(' '),
  )
}

function fillKeys(connection: Connection): void {
  const people = connection
    .prepare('SELECT id, first_name, last_name, preferred_name, work_email, work_phone FROM employee')
    .all() as Person[]
  const update = connection.prepare('UPDATE employee SET directory_key = ? WHERE id = ?')
  for (const person of people) update.run(keyOf(person), person.id)
}

const indexes = [
  // All that the directory's list is searched, narrowed and ordered by, so that it does not read the rows themselves.
  `CREATE INDEX employee_by_directory
    ON employee (sort_key, id, directory_key, status, department_id, position_id, manager_id)`,
  'CREATE INDEX employee_by_birthday ON employee (substr(date_of_birth, 6))',
  'CREATE INDEX employee_by_anniversary ON employee (substr(hire_date, 6))',
]

/** What everybody may search through, and the days that people show to everybody. */
export const directory: Migration = {
  version: 5,
  title: 'directory',
  up(connection) {
    connection.exec('ALTER TABLE employee ADD COLUMN directory_key TEXT')
    fillKeys(connection)
    connection.exec(`CREATE TABLE celebration (
      employee_id INTEGER NOT NULL REFERENCES employee (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('birthday', 'anniversary')),
      PRIMARY KEY (employee_id, kind)
    ) STRICT, WITHOUT ROWID`)
    for (const index of indexes) connection.exec(index)
  },
}
