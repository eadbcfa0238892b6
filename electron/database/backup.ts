import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Connection } from './connection.ts'
import { asDatabaseError, DatabaseError } from './errors.ts'
import { verifyDatabase } from './integrity.ts'
import { createPrivateFile, ensurePrivateFolder, filesOfDatabase, syncToDisk } from './private-files.ts'

/**
 * Writes a verified copy of what was last committed, readable by this account of the system alone.
 * On failure nothing is left behind.
 * @throws DatabaseError; `corrupt` when the copy does not pass its check
 */
export function backUp(connection: Connection, destination: string): void {
  let created = false
  try {
    ensurePrivateFolder(dirname(destination))
    createPrivateFile(destination)
    created = true
    connection.prepare('VACUUM INTO ?').run(destination)
    const result = verifyDatabase(destination)
    if (!result.ok) {
      throw new DatabaseError('corrupt', `The backup does not pass its check: ${result.problems.join('; ')}`)
    }
    // SQLite does not wait for the disk after VACUUM INTO.
    syncToDisk(destination)
    syncToDisk(dirname(destination))
  } catch (error) {
    if (created) for (const path of filesOfDatabase(destination)) rmSync(path, { force: true })
    throw asDatabaseError(error)
  }
}
