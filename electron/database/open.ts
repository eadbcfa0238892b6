import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../environment/clock.ts'
import { openConnection } from './connection.ts'
import { asDatabaseError, DatabaseError, type DatabaseErrorKind } from './errors.ts'
import { applicationId } from './header.ts'
import { inspectDatabaseFile } from './inspect.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migration.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Database } from './port.ts'
import { createPrivateFile, ensurePrivateFolder, filesOfDatabase, makeDatabasePrivate } from './private-files.ts'
import { createSqlitePort } from './sqlite-port.ts'

export interface OpenOptions {
  readonly file: string
  readonly clock: Clock
  /** Makes a new database, and fails where a file stands already. Without it a missing or empty file is refused. */
  readonly create?: boolean
  /** The application's own by default. */
  readonly migrations?: readonly Migration[]
  /** See `SqlitePortParts`; for tests. */
  readonly strictTurns?: boolean
}

const refusals = {
  missing: ['missing', 'The database file is missing.'],
  empty: ['empty', 'The database file is empty.'],
  broken: ['corrupt', 'The file is damaged or no database.'],
  foreign: ['foreign', 'The database belongs to another program.'],
  newer: ['newer', 'The database was written by a newer version.'],
} as const satisfies Record<string, readonly [DatabaseErrorKind, string]>

/**
 * Opens the company's database, brought up to the newest schema, its folder and files private to this account of the
 * system. What cannot be opened is refused without a byte of it being changed.
 * @throws DatabaseError
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { file, clock, create = false, migrations = allMigrations, strictTurns = false } = options
  if (create) return createDatabase({ file, clock, migrations, strictTurns })
  const inspection = inspectDatabaseFile(file, migrations.length)
  if (inspection.kind !== 'ok') {
    const [kind, message] = refusals[inspection.kind]
    throw new DatabaseError(kind, message)
  }
  return connect({ file, clock, migrations, strictTurns })
}

type Parts = Required<Omit<OpenOptions, 'create'>>

/** Leaves nothing behind when it fails, so that it can be tried again. */
function createDatabase(parts: Parts): Database {
  try {
    ensurePrivateFolder(dirname(parts.file))
    createPrivateFile(parts.file)
  } catch (error) {
    throw asDatabaseError(error)
  }
  try {
    return connect(parts)
  } catch (error) {
    for (const path of filesOfDatabase(parts.file)) rmSync(path, { force: true })
    throw error
  }
}

function connect({ file, clock, migrations, strictTurns }: Parts): Database {
  const opened: { close(): void }[] = []
  try {
    ensurePrivateFolder(dirname(file))
    makeDatabasePrivate(file)
    const writer = openConnection(file, 'write')
    opened.push(writer)
    writer.pragma(`application_id = ${applicationId}`)
    migrate({ connection: writer, file, migrations, clock })
    const reader = openConnection(file, 'read')
    opened.push(reader)
    return createSqlitePort({ writer, reader, strictTurns })
  } catch (error) {
    for (const connection of opened.reverse()) connection.close()
    throw asDatabaseError(error)
  }
}
