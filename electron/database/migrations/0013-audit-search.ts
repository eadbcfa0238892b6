import type { Connection } from '../connection.ts'
import type { Migration } from '../migration.ts'
import { searchKeyOf } from '../search-key.ts'

const table = `CREATE TABLE audit_search (
  entry_id INTEGER PRIMARY KEY REFERENCES audit_entry (id) ON DELETE CASCADE,
  search_key TEXT NOT NULL
) STRICT`

interface Entry {
  readonly id: number
  readonly actor_name: string | null
  readonly subject_name: string | null
}

/** Entries that are held at once. */
const atOnce = 1000

function fillKeys(connection: Connection): void {
  const page = connection.prepare<[number, number], Entry>(
    'SELECT id, actor_name, subject_name FROM audit_entry WHERE id > ? ORDER BY id LIMIT ?',
  )
  const insert = connection.prepare('INSERT INTO audit_search VALUES (?, ?)')
  for (let last = 0; ; ) {
    const entries = page.all(last, atOnce)
    for (const { id, actor_name, subject_name } of entries) {
      insert.run(id, searchKeyOf([actor_name ?? '', subject_name ?? ''], []))
      last = id
    }
    if (entries.length < atOnce) return
  }
}

/** The names of the audit, folded, apart from the entries, which are never changed. */
export const auditSearch: Migration = {
  version: 13,
  title: 'audit-search',
  up(connection) {
    connection.exec(table)
    fillKeys(connection)
  },
}
