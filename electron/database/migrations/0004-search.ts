import type { Connection } from '../connection.ts'
import type { Migration } from '../migration.ts'
import { searchKeyOf } from '../search-key.ts'

const schema = [
  `ALTER TABLE department ADD COLUMN search_key TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE position ADD COLUMN search_key TEXT NOT NULL DEFAULT ''`,
  // The text itself stands in employee alone. It is folded already, so the tokenizer must not fold it otherwise.
  `CREATE VIRTUAL TABLE employee_search USING fts5 (
    search_key, content = 'employee', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
  )`,
  // What is taken out of the index leaves its pages at once, and not at some later merging of them.
  `INSERT INTO employee_search (employee_search, rank) VALUES ('secure-delete', 1)`,
]

type Texts = Readonly<Record<string, string | null>>

/** Each table whose rows are searched, with the columns that are: names, and others. */
const searched: readonly (readonly [table: string, query: string, key: (row: Texts) => string])[] = [
  [
    'employee',
    `SELECT employee.id, first_name, middle_name, last_name, preferred_name, employee_number, username, work_email
      FROM employee LEFT JOIN account ON account.id = employee.account_id`,
    (row) =>
      searchKeyOf(
        [
          row.first_name ?? '',
          row.middle_name ?? '',
          row.last_name ? `${row.last_name},` : '',
          row.preferred_name ?? '',
        ],
        [row.employee_number ?? '', row.username ?? '', row.work_email ?? ''],
      ),
  ],
  ['department', 'SELECT id, name, code FROM department', ({ name, code }) => searchKeyOf([name ?? ''], [code ?? ''])],
  ['position', 'SELECT id, title FROM position', ({ title }) => searchKeyOf([title ?? ''], [])],
]

function fillKeys(connection: Connection): void {
  for (const [table, query, key] of searched) {
    const update = connection.prepare(`UPDATE ${table} SET search_key = ? WHERE id = ?`)
    for (const row of connection.prepare(query).all() as (Texts & { readonly id: number })[]) {
      update.run(key(row), row.id)
    }
  }
}

/** A full-text index over employees, and search keys of what employees are found by beyond their own fields. */
export const search: Migration = {
  version: 4,
  title: 'search',
  up(connection) {
    for (const statement of schema) connection.exec(statement)
    fillKeys(connection)
    connection.exec('INSERT INTO employee_search (rowid, search_key) SELECT id, search_key FROM employee')
  },
}
