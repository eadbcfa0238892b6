import { openConnection } from './connection.ts'
import { asDatabaseError } from './errors.ts'
import type { Database } from './port.ts'
import { createSqlitePort } from './sqlite-port.ts'

/** The port of another thread; see `Database.exclusively`. */
export interface SecondWriter extends Pick<Database, 'read' | 'write'> {
  /** Copies the write-ahead log into the file, so that the next small write elsewhere need not, and closes. */
  close(): Promise<void>
}

/**
 * KiB of pages in memory for the time of one long change. With SQLite's usual 2 MB the indexes of 100,000 employees are
 * read anew from the file all the time: an import takes a fifth longer.
 */
const cachedKib = 128 * 1024

/**
 * Opens a database that another thread has open, brought up to date and checked, for one long change.
 * @throws DatabaseError
 */
export function openSecondWriter(file: string): SecondWriter {
  const writer = openConnection(file, 'write')
  try {
    writer.pragma(`cache_size = -${cachedKib}`)
    const port = createSqlitePort({ writer, reader: openConnection(file, 'read'), strictTurns: false })
    return {
      read: port.read,
      write: port.write,
      close: async () => {
        try {
          writer.pragma('wal_checkpoint(TRUNCATE)')
        } catch {
          // Where the disk is full the log stays as it is: what was committed is committed, and a later copy takes it in.
        }
        await port.close()
      },
    }
  } catch (error) {
    writer.close()
    throw asDatabaseError(error)
  }
}
