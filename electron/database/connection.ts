import { resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { asDatabaseError } from './errors.ts'
import { addFoldFunction } from './fold-function.ts'
import { applyPragma, applyPragmas } from './pragmas.ts'

export type Connection = Sqlite.Database

/**
 * Opens a file that exists, with every setting of ours made and read back.
 * - `write`: the writer.
 * - `read`: refuses every statement that writes, and sees what was last committed.
 * - `check`: as `read`, and leaves the file's journal mode as it is, so that a backup is looked at without a change.
 * @throws DatabaseError
 */
export function openConnection(file: string, purpose: 'write' | 'read' | 'check'): Connection {
  let connection: Connection | undefined
  try {
    // An absolute path is never taken for a `file:` address.
    connection = new Sqlite(resolve(file), { fileMustExist: true, readonly: purpose === 'check' })
    applyPragmas(connection)
    if (purpose !== 'check') applyPragma(connection, 'journal_mode', 'wal')
    if (purpose !== 'write') applyPragma(connection, 'query_only', 1)
    addFoldFunction(connection)
    return connection
  } catch (error) {
    connection?.close()
    throw asDatabaseError(error)
  }
}
