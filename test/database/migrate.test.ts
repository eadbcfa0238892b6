import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connection, openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import type { Migration } from '../../electron/database/migration.ts'
import { foundation } from '../../electron/database/migrations/0001-foundation.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import type { Database } from '../../electron/database/port.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestClock, type TestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

const backupName = 'before-migration-2-2026-11-20T09-00-00-000Z.db'

let clock: TestClock
let folder: string
let file: string

beforeEach(() => {
  clock = createTestClock('2026-11-20T09:00:00Z')
  folder = createTestFolder()
  file = join(folder, 'staffdesk.db')
})

afterEach(() => removeTestFolder(folder))

const open = (steps: readonly Migration[], create = false): Promise<Database> =>
  openDatabase({ file, clock, create, migrations: steps, strictTurns: true })

function look<Value>(read: (connection: Connection) => Value, path = file): Value {
  const connection = openConnection(path, 'check')
  try {
    return read(connection)
  } finally {
    connection.close()
  }
}

/** Version, schema and rows. */
const everything = (path = file) =>
  look(
    (connection) => ({
      version: connection.pragma('user_version', { simple: true }),
      schema: connection.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all(),
      accounts: connection.prepare('SELECT * FROM account').all(),
      sessions: connection.prepare('SELECT * FROM session_history').all(),
      audit: connection.prepare('SELECT * FROM audit_entry').all(),
    }),
    path,
  )

async function makeFilledDatabase(): Promise<ReturnType<typeof everything>> {
  const database = await open([foundation], true)
  await fillDatabase(database)
  await database.close()
  return everything()
}

const addNickname: Migration = {
  version: 2,
  title: 'nickname',
  up: (connection) => {
    connection.exec("ALTER TABLE account ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    connection.exec('CREATE INDEX account_by_nickname ON account (nickname)')
    connection.exec("UPDATE account SET nickname = 'of ' || username")
  },
}

const rebuild = (copied: string): Migration => ({
  version: 2,
  title: 'rebuild',
  rebuildsTables: true,
  up: (connection) => {
    const sql = connection.prepare("SELECT sql FROM sqlite_schema WHERE name = 'account'").pluck().get() as string
    connection.exec(sql.replace('account', 'new_account'))
    connection.exec(`INSERT INTO new_account ${copied}`)
    connection.exec('DROP TABLE account')
    connection.exec('ALTER TABLE new_account RENAME TO account')
  },
})

test('the versions are consecutive from 1', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_migration, index) => index + 1))
})

describe('an older database that holds data', () => {
  test('is brought up to date, with every row kept', async () => {
    const before = await makeFilledDatabase()
    await (await open([foundation, addNickname])).close()
    const after = everything()
    expect(after.version).toBe(2)
    expect(after.accounts).toEqual(before.accounts.map((row) => ({ ...(row as object), nickname: 'of ada' })))
    expect([after.sessions, after.audit]).toEqual([before.sessions, before.audit])
    expect(verifyDatabase(file)).toEqual({ ok: true })
  })

  test('has then the schema of a fresh one', async () => {
    await makeFilledDatabase()
    await (await open([foundation, addNickname])).close()
    const upgraded = everything()
    file = join(folder, 'fresh.db')
    await (await open([foundation, addNickname], true)).close()
    expect(upgraded.schema).toEqual(everything().schema)
  })

  test('is backed up first, and the backup opens, is whole and private', async () => {
    const before = await makeFilledDatabase()
    await (await open([foundation, addNickname])).close()
    const backup = join(folder, 'backups', backupName)
    expect(readdirSync(join(folder, 'backups'))).toEqual([backupName])
    expect(everything(backup)).toEqual(before)
    expect(verifyDatabase(backup)).toEqual({ ok: true })
    expect((statSync(backup).mode & 0o777).toString(8)).toBe('600')
    expect((statSync(join(folder, 'backups')).mode & 0o777).toString(8)).toBe('700')
    file = backup
    await (await open([foundation])).close()
  })

  test('is not touched where the backup cannot be made', async () => {
    const before = await makeFilledDatabase()
    writeFileSync(join(folder, 'backups'), '')
    await expect(open([foundation, addNickname])).rejects.toMatchObject({ kind: 'cannot-open' })
    expect(everything()).toEqual(before)
  })
})

test('a new database needs no backup, nor does one that is up to date', async () => {
  await (await open([foundation], true)).close()
  await (await open([foundation])).close()
  expect(readdirSync(folder)).toEqual(['staffdesk.db'])
})

describe('a step that fails', () => {
  test.each([0, 1, 2, 3])('after %i of its statements leaves everything as it was', async (statements) => {
    const before = await makeFilledDatabase()
    await expect(open([foundation, failingAfter(addNickname, statements)])).rejects.toMatchObject({
      kind: 'migration-failed',
      message: expect.stringContaining('Migration 2 (nickname)'),
    })
    expect(everything()).toEqual(before)
    clock.advance(1000)
    await (await open([foundation, addNickname])).close()
    expect(everything().version).toBe(2)
  })

  test('is undone at any statement of the first schema, too', async () => {
    const statements = countStatements(foundation)
    expect(statements).toBeGreaterThan(10)
    for (let number = 0; number <= statements; number += 1) {
      await expect(open([failingAfter(foundation, number)], true)).rejects.toMatchObject({ kind: 'migration-failed' })
      expect(readdirSync(folder)).toEqual([])
    }
  })

  test('keeps the steps before it', async () => {
    await makeFilledDatabase()
    const third: Migration = {
      version: 3,
      title: 'third',
      up: (connection) => connection.exec('CREATE TABLE account (id)'),
    }
    await expect(open([foundation, addNickname, third])).rejects.toMatchObject({ kind: 'migration-failed' })
    expect(everything().version).toBe(2)
  })
})

describe('a table made anew', () => {
  test('keeps the rows that refer to it', async () => {
    const before = await makeFilledDatabase()
    await (await open([foundation, rebuild('SELECT * FROM account')])).close()
    const after = everything()
    expect([after.accounts, after.sessions]).toEqual([before.accounts, before.sessions])
  })

  test('is refused where a row would refer to nothing', async () => {
    const before = await makeFilledDatabase()
    await expect(open([foundation, rebuild('SELECT * FROM account WHERE 0')])).rejects.toMatchObject({
      kind: 'migration-failed',
      message: expect.stringContaining('session_history row 1 refers to a missing row of account'),
    })
    expect(everything()).toEqual(before)
  })

  test('leaves references enforced afterwards', async () => {
    await makeFilledDatabase()
    const database = await open([foundation, rebuild('SELECT * FROM account')])
    const orphan = queries.insertInto('kept_property').values({ account_id: 99, name: 'theme', value: '"dark"' })
    await expect(database.write((transaction) => transaction.execute(orphan))).rejects.toMatchObject({
      constraint: { kind: 'foreign-key' },
    })
    await database.close()
  })
})

test('a refused file keeps every byte', async () => {
  await makeFilledDatabase()
  await (await open([foundation, addNickname])).close()
  const before = readFileSync(file)
  await expect(open([foundation])).rejects.toMatchObject({ kind: 'newer' })
  expect(readFileSync(file)).toEqual(before)
})

/** The same step, but it throws after so many statements. */
function failingAfter(migration: Migration, statements: number): Migration {
  return {
    ...migration,
    up(connection) {
      let left = statements
      migration.up(
        watchStatements(connection, () => {
          if (left === 0) throw new Error('stopped')
          left -= 1
        }),
      )
      throw new Error('stopped')
    },
  }
}

function countStatements(migration: Migration): number {
  let count = 0
  const stub = { exec: () => stub } as unknown as Connection
  migration.up(
    watchStatements(stub, () => {
      count += 1
    }),
  )
  return count
}

function watchStatements(connection: Connection, before: () => void): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      if (name === 'exec') before()
      return member.bind(target)
    },
  })
}
