import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { asDatabaseError } from './errors.ts'
import { applicationId, type Header, readHeader } from './header.ts'
import { latestVersion } from './migrations/index.ts'

/** What a file is, as far as can be told before it is opened. */
export type Inspection =
  | { readonly kind: 'missing' }
  /** No bytes, or no migration has completed in it. SQLite would open it as a database without tables. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'ok'; readonly version: number }

/**
 * Says whether a file is a database of ours that this version can open. Changes no byte of it and makes no file beside
 * it: opening even a refused file would leave -wal and -shm behind.
 * @param newest the newest schema version that can be opened
 * @throws DatabaseError when the file cannot be read at all
 */
export function inspectDatabaseFile(file: string, newest = latestVersion): Inspection {
  try {
    if (!existsSync(file)) return { kind: 'missing' }
    const header = hasWriteAheadLog(file) ? readHeaderWithLog(file) : readHeader(file)
    return judge(header, newest)
  } catch (error) {
    throw asDatabaseError(error)
  }
}

function judge(header: Header | 'empty' | null, newest: number): Inspection {
  if (header === 'empty') return { kind: 'empty' }
  if (header === null) return { kind: 'broken' }
  if (header.applicationId !== applicationId) return { kind: 'foreign' }
  if (header.userVersion > newest) return { kind: 'newer', version: header.userVersion }
  if (!header.isWhole) return { kind: 'broken' }
  return header.userVersion <= 0 ? { kind: 'empty' } : { kind: 'ok', version: header.userVersion }
}

const logOf = (file: string): string => `${file}-wal`

function hasWriteAheadLog(file: string): boolean {
  return existsSync(logOf(file)) && statSync(logOf(file)).size > 0
}

/** After a kill the newest header may stand in the log. Opening a copy merges the two. */
function readHeaderWithLog(file: string): Header | 'empty' | null {
  const before = readHeader(file)
  if (before === 'empty' || before === null) return before
  const folder = mkdtempSync(join(tmpdir(), 'staffdesk-inspect-'))
  const copy = join(folder, 'copy.db')
  try {
    copyFileSync(file, copy, constants.COPYFILE_FICLONE)
    copyFileSync(logOf(file), logOf(copy), constants.COPYFILE_FICLONE)
    return mergeLog(copy) ? readHeader(copy) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Answers false for a damaged database. */
function mergeLog(copy: string): boolean {
  const connection = new Sqlite(copy)
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch (error) {
    const { kind } = asDatabaseError(error)
    if (kind === 'corrupt' || kind === 'not-a-database') return false
    throw error
  } finally {
    connection.close()
  }
}
