import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../contract/errors.ts'
import { openConnection } from '../database/connection.ts'
import { asDatabaseError } from '../database/errors.ts'
import { inspectDatabaseFile } from '../database/inspect.ts'
import { verifyDatabase } from '../database/integrity.ts'
import { filesOfDatabase, syncToDisk } from '../database/private-files.ts'
import { databaseFile, databaseFiles, setAside } from './data-folder.ts'

const refusals = {
  missing: 'That file is gone. Choose another one.',
  empty: 'That file holds no company. Choose another one.',
  broken: 'That file is damaged. Choose another one.',
  foreign: 'That file is not a Staffdesk database. Choose another one.',
  newer: 'That file was written by a newer version of Staffdesk. Install that version, or choose another file.',
  'of another company': 'That file belongs to another company. Choose another one.',
} as const

export interface AdoptParts {
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** The id of the company to which the folder belongs; null where no marker tells it. */
  readonly databaseId: string | null
  /** Reads from a sound database to which company it belongs; null where it holds none. */
  readonly readDatabaseId: (file: string) => Promise<string | null>
}

/**
 * Puts a copy of a chosen database in the place of ours. The copy is verified as a whole before anything is moved, and
 * the present files are set aside, not deleted.
 * @throws Refusal when the file is not a sound database of this company; DatabaseError when it cannot be read or copied
 */
export async function adoptDatabase(parts: AdoptParts, file: string): Promise<void> {
  const { folder, now } = parts
  const copy = join(folder, `${databaseFile}.chosen`)
  try {
    const inspection = inspectDatabaseFile(file)
    if (inspection.kind !== 'ok') throw new Refusal('REFUSED', refusals[inspection.kind])
    copyPrivately(file, copy)
    mergeLog(file, copy)
    if (!verifyDatabase(copy).ok) throw new Refusal('REFUSED', refusals.broken)
    const databaseId = await parts.readDatabaseId(copy)
    if (databaseId === null) throw new Refusal('REFUSED', refusals.empty)
    if (parts.databaseId !== null && parts.databaseId !== databaseId) {
      throw new Refusal('REFUSED', refusals['of another company'])
    }
    syncToDisk(copy)
    setAside(folder, now, databaseFiles)
    renameSync(copy, join(folder, databaseFile))
  } catch (error) {
    throw error instanceof Refusal ? error : asDatabaseError(error)
  } finally {
    for (const leftover of filesOfDatabase(copy)) rmSync(leftover, { force: true })
  }
}

/** A database that was not closed has its newest rows in the log beside it. */
function mergeLog(file: string, copy: string): void {
  const log = `${file}-wal`
  // One that a kill left beside an earlier copy belongs to other pages.
  rmSync(`${copy}-wal`, { force: true })
  if (!existsSync(log)) return
  copyPrivately(log, `${copy}-wal`)
  const connection = openConnection(copy, 'write')
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}

/** What lies on a read-only disk is copied with its mode and could not be written to. */
function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE)
  chmodSync(to, 0o600)
}
