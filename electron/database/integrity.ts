import { type Connection, openConnection } from './connection.ts'
import { asDatabaseError, type DatabaseErrorKind } from './errors.ts'

/** What a check found: nothing, or what is wrong, in SQLite's words for the log. */
export type CheckResult = { readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] }

/** Failures of the folder, the disk or another program: the file itself may be sound. */
const unlooked: readonly DatabaseErrorKind[] = ['busy', 'cannot-open', 'read-only', 'full']

/** What sign-in needs. Small, so that checking them before the first paint costs next to nothing. */
const smallTables = ['company', 'policy', 'account', 'kept_property', 'sign_in_throttle'] as const

/**
 * Checks the small tables of a database. It finds less than `verifyDatabase` does.
 * @throws DatabaseError where the file could not be looked at, which says nothing of what is in it
 */
export function quickCheck(file: string): CheckResult {
  return check(file, (connection) => smallTables.flatMap((table) => problemsIn(connection, `quick_check(${table})`)))
}

/**
 * Checks the whole database: every page, index and reference. Takes long on a large one; meant for a worker.
 * @throws DatabaseError where the file could not be looked at
 */
export function verifyDatabase(file: string): CheckResult {
  return check(file, problemsOf)
}

/** All that `verifyDatabase` finds, on a connection that is open already. */
export function problemsOf(connection: Connection): readonly string[] {
  return [...problemsIn(connection, 'integrity_check'), ...brokenReferences(connection)]
}

/** Rows that refer to a row that is not there. */
export function brokenReferences(connection: Connection): readonly string[] {
  const found = connection.pragma('foreign_key_check') as readonly { table: string; rowid: number; parent: string }[]
  return found.map(({ table, rowid, parent }) => `${table} row ${rowid} refers to a missing row of ${parent}`)
}

function problemsIn(connection: Connection, pragma: string): readonly string[] {
  const lines = (connection.pragma(pragma) as readonly object[]).flatMap((row) => Object.values(row).map(String))
  return lines.filter((line) => line !== 'ok')
}

function check(file: string, find: (connection: Connection) => readonly string[]): CheckResult {
  let connection: Connection | undefined
  try {
    connection = openConnection(file, 'check')
    const problems = find(connection)
    return problems.length === 0 ? { ok: true } : { ok: false, problems }
  } catch (error) {
    const failure = asDatabaseError(error)
    if (unlooked.includes(failure.kind)) throw failure
    return { ok: false, problems: [failure.message] }
  } finally {
    connection?.close()
  }
}
