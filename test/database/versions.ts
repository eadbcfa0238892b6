import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { type Connection, openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import type { Database } from '../../electron/database/port.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

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

/** Holds that a migration gives a company from before new indexes of its employees, and changes nothing else. */
export async function expectOnlyIndexes({ file, open, contents }: Versions, title: string): Promise<void> {
  const before = migrations.findIndex((migration) => migration.title === title)
  const former = await open('company.db', before, true)
  await fillDatabase(former)
  await former.close()
  const employees = contents('company.db', 'SELECT * FROM employee')
  expect(employees).toHaveLength(1)

  await (await open('company.db', before + 1, false)).close()
  await (await open('fresh.db', before + 1, true)).close()
  expect(contents('company.db', 'SELECT * FROM employee')).toEqual(employees)
  expect(verifyDatabase(file('company.db'))).toEqual({ ok: true })
  expect(contents('company.db', schema)).toEqual(contents('fresh.db', schema))
}

/**
 * A database that answers nothing but keeps how SQLite would go about the employees of each query.
 * @param answer what a query is answered all the same, by its SQL
 */
export async function createExplaining(
  { open, look }: Versions,
  answer: (sql: string) => readonly unknown[] = () => [],
) {
  await (await open('company.db', migrations.length, true)).close()
  const plans: string[] = []
  const database: Pick<Database, 'read'> = {
    async read(query) {
      const { sql, parameters } = 'compile' in query ? query.compile() : query
      const steps = look('company.db', (connection) =>
        connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters),
      )
      plans.push(...steps.map(({ detail }) => detail).filter((detail) => detail.includes(' employee')))
      return answer(sql) as never
    },
  }
  return { database, plans }
}
