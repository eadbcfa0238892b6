import { existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../contract/errors.ts'
import { filesOfDatabase, syncToDisk } from '../database/private-files.ts'
import { type InstalledMarker, writeMarker } from '../settings/installed-marker.ts'

/**
 * Makes a finished database the company's, then marks the folder as set up. Before the rename the folder counts as
 * empty, after it the company can be opened, with the marker or without; so a kill leaves one or the other. What fails
 * after the rename is taken back, so that set-up can be tried again.
 * @param built a closed database beside `file`
 * @throws Refusal where a database stands already: set-up never replaces one. The system's error otherwise
 */
export function putInPlace(built: string, file: string, marker: InstalledMarker): void {
  if (existsSync(file)) {
    throw new Refusal('REFUSED', 'A database has appeared in the folder meanwhile. Close Staffdesk and start it again.')
  }
  const unfinished = filesOfDatabase(built).filter((path) => path !== built && existsSync(path))
  if (unfinished.length > 0) throw new Error('The new database was not closed: its write-ahead log is still there.')
  renameSync(built, file)
  try {
    syncFolder(dirname(file))
    writeMarker(dirname(file), marker)
  } catch (error) {
    renameSync(file, built)
    throw error
  }
}

function syncFolder(folder: string): void {
  try {
    syncToDisk(folder)
  } catch (error) {
    // Windows keeps a folder's names by itself and refuses to be asked for it.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  }
}
