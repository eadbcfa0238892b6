import { dirname, join } from 'node:path'
import { type Clock, toInstant } from '../environment/clock.ts'
import { backUp } from './backup.ts'
import type { Connection } from './connection.ts'
import { asDatabaseError, DatabaseError } from './errors.ts'
import { brokenReferences } from './integrity.ts'
import type { Migration } from './migration.ts'

export interface MigrationParts {
  readonly connection: Connection
  /** The database's file; backups go to `backups/` beside it. */
  readonly file: string
  readonly migrations: readonly Migration[]
  readonly clock: Clock
}

/**
 * Brings a database up to the newest schema. One that holds data is backed up first. A step that fails leaves the
 * schema, the version and every row as they were before that step.
 * @throws DatabaseError `migration-failed`, or what the backup threw
 */
export function migrate({ connection, file, migrations, clock }: MigrationParts): void {
  const version = connection.pragma('user_version', { simple: true }) as number
  const pending = migrations.filter((migration) => migration.version > version)
  const [first] = pending
  if (!first) return
  if (version > 0) {
    const time = toInstant(clock.now()).replaceAll(/[:.]/g, '-')
    backUp(connection, join(dirname(file), 'backups', `before-migration-${first.version}-${time}.db`))
  }
  for (const migration of pending) step(connection, migration)
}

function step(connection: Connection, migration: Migration): void {
  // Inside a transaction this setting cannot be changed.
  if (migration.rebuildsTables) connection.pragma('foreign_keys = 0')
  try {
    connection.exec('BEGIN IMMEDIATE')
    migration.up(connection)
    const broken = brokenReferences(connection)
    if (broken.length > 0) throw new DatabaseError('migration-failed', broken.join('; '))
    connection.pragma(`user_version = ${migration.version}`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    const cause = asDatabaseError(error)
    const name = `Migration ${migration.version} (${migration.title})`
    throw new DatabaseError('migration-failed', `${name}: ${cause.message}`, { cause })
  } finally {
    if (migration.rebuildsTables) connection.pragma('foreign_keys = 1')
  }
}
