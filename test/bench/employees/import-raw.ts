import { openRaw } from '../sessions/place.ts'

/** The tables that an import writes a row into for each employee. */
const tables = [
  'employee',
  'used_employee_number',
  'assignment',
  'audit_entry',
  'audit_value',
  'audit_search',
  'employee_import_row',
] as const

const places = ['department', 'position', 'employee_import'] as const

/**
 * Writes the rows that an import wrote by one prepared statement for each table, in one transaction, and indexes them.
 * @param from the database after the import
 * @param into an empty one
 * @returns how long it took, in milliseconds
 */
export function insertRaw(from: string, into: string): number {
  const [source, target] = [openRaw(from, 'FULL'), openRaw(into, 'FULL')]
  try {
    for (const table of places) {
      for (const row of source.prepare(`SELECT * FROM ${table}`).all()) insertInto(table, row as object).run(row)
    }
    const employees = source.prepare('SELECT count(*) FROM employee').pluck().get() as number
    const readers = tables.map((table) => ({
      table,
      rows: source.prepare(`SELECT * FROM ${table} LIMIT ${employees}`).iterate() as IterableIterator<object>,
    }))
    const first = readers.map(({ table, rows }) => ({ table, rows, row: rows.next().value as object | undefined }))
    const begun = performance.now()
    target.exec('BEGIN IMMEDIATE')
    const inserting = first.map(({ table, rows, row }) => ({ rows, row, statement: insertInto(table, row ?? {}) }))
    for (let done = 0; done < employees; done += 1) {
      for (const one of inserting) {
        if (one.row) one.statement.run(one.row)
        one.row = one.rows.next().value
      }
    }
    target.exec('INSERT INTO employee_search (rowid, search_key) SELECT id, search_key FROM employee')
    target.exec('COMMIT')
    return performance.now() - begun
  } finally {
    source.close()
    target.close()
  }

  function insertInto(table: string, row: object) {
    const columns = Object.keys(row)
    return target.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
    )
  }
}
