import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { type Connection, openConnection } from '../../electron/database/connection.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import type { Database } from '../../electron/database/port.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

/** Databases of any schema version, by name, in a folder that each test has for itself. */
export interface Versions {
  readonly file: (name: string) => string
  /** Opens one, or makes it, and brings it up to the version. */
  readonly open: (name: string, version: number, create: boolean) => Promise<Database>
  /** Looks into one that nobody has open. */
  readonly look: <Value>(name: string, read: (connection: Connection) => Value) => Value
  readonly contents: (name: string, sql: string) => readonly unknown[]
}

/** What stands in the schema, as SQL that `contents` takes. */
export const schema = 'SELECT name, sql FROM sqlite_schema ORDER BY name'

/** For the top of a test file. */
export function createVersions(): Versions {
  let folder = ''
  beforeEach(() => {
    folder = createTestFolder()
  })
  afterEach(() => removeTestFolder(folder))
  const file = (name: string) => join(folder, name)
  const look: Versions['look'] = (name, read) => {
    const connection = openConnection(file(name), 'check')
    try {
      return read(connection)
    } finally {
      connection.close()
    }
  }
  return {
    file,
    look,
    open: (name, version, create) =>
      openDatabase({
        file: file(name),
        clock: createTestClock(),
        create,
        migrations: migrations.slice(0, version),
        strictTurns: true,
      }),
    contents: (name, sql) => look(name, (connection) => connection.prepare(sql).all()),
  }
}
