import { closeSync, openSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connection, openConnection } from '../../electron/database/connection.ts'
import { asDatabaseError, DatabaseError, isDuplicate } from '../../electron/database/errors.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let fixture: TestDatabase

beforeEach(async () => {
  fixture = await openTestDatabase()
})

afterEach(() => fixture.dispose())

/** What an act throws, as the application sees it. */
function failureOf(act: () => unknown): DatabaseError {
  try {
    act()
  } catch (error) {
    return asDatabaseError(error)
  }
  throw new Error('It did not fail.')
}

describe('a refused row names the rule', () => {
  let connection: Connection

  beforeEach(() => {
    connection = openConnection(fixture.file, 'write')
    connection.exec(`
      CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE child (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, first TEXT, second TEXT, age INTEGER CONSTRAINT grown_up CHECK (age >= 18),
        parent_id INTEGER REFERENCES parent (id), UNIQUE (first, second)
      ) STRICT;
      CREATE UNIQUE INDEX child_name ON child (lower(name));
      INSERT INTO child VALUES (1, 'Ada', 'x', 'y', 30, NULL);
    `)
  })

  afterEach(() => connection.close())

  test.each([
    ["(1, 'Bo', NULL, NULL, 30, NULL)", { kind: 'unique', columns: ['child.id'], name: null }],
    ["(2, 'Bo', 'x', 'y', 30, NULL)", { kind: 'unique', columns: ['child.first', 'child.second'], name: null }],
    ["(2, 'ADA', NULL, NULL, 30, NULL)", { kind: 'unique', columns: [], name: 'child_name' }],
    ['(2, NULL, NULL, NULL, 30, NULL)', { kind: 'not-null', columns: ['child.name'], name: null }],
    ["(2, 'Bo', NULL, NULL, 17, NULL)", { kind: 'check', columns: [], name: 'grown_up' }],
    ["(2, 'Bo', NULL, NULL, 'old', NULL)", { kind: 'type', columns: ['child.age'], name: null }],
    ["(2, 'Bo', NULL, NULL, 30, 9)", { kind: 'foreign-key', columns: [], name: null }],
  ])('%s', (values, constraint) => {
    const failure = failureOf(() => connection.exec(`INSERT INTO child VALUES ${values}`))
    expect(failure).toMatchObject({ kind: 'constraint', constraint })
  })

  test('so that a service can say which field is taken', () => {
    const failure = failureOf(() => connection.exec("INSERT INTO child VALUES (2, 'Bo', 'x', 'y', 30, NULL)"))
    expect(isDuplicate(failure, 'child.second')).toBe(true)
    expect(isDuplicate(failure, 'child.id')).toBe(false)
    const other = failureOf(() => connection.exec('INSERT INTO child VALUES (2, NULL, NULL, NULL, 30, NULL)'))
    expect(isDuplicate(other, 'child.name')).toBe(false)
  })
})

describe('what happened to the file', () => {
  test('read-only', () => {
    const connection = openConnection(fixture.file, 'check')
    expect(failureOf(() => connection.exec('DELETE FROM policy')).kind).toBe('read-only')
    connection.close()
  })

  test('no database', async () => {
    await fixture.database.close()
    const handle = openSync(fixture.file, 'r+')
    writeSync(handle, 'This is only text', 0)
    closeSync(handle)
    expect(failureOf(() => openConnection(fixture.file, 'write')).kind).toBe('not-a-database')
  })

  test('damaged', async () => {
    await fixture.database.close()
    truncateSync(fixture.file, 4096)
    const failure = failureOf(() => {
      const connection = openConnection(fixture.file, 'write')
      connection.prepare('SELECT * FROM account').all()
    })
    expect(failure.kind).toBe('corrupt')
  })

  test('missing, or in a folder that is missing', () => {
    expect(failureOf(() => openConnection(join(fixture.folder, 'other.db'), 'write')).kind).toBe('cannot-open')
    expect(failureOf(() => openConnection(join(fixture.folder, 'no', 'other.db'), 'write')).kind).toBe('cannot-open')
  })

  test('closed', () => {
    const connection = openConnection(fixture.file, 'read')
    const statement = connection.prepare('SELECT * FROM policy')
    connection.close()
    expect(failureOf(() => statement.all()).kind).toBe('closed')
  })
})

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'cannot-open'],
])('the system’s %s is %s', (code, kind) => {
  expect(asDatabaseError(Object.assign(new Error('refused by the system'), { code })).kind).toBe(kind)
})

test.each([
  ['SQLITE_IOERR_WRITE', 'full'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['SQLITE_CANTOPEN_ISDIR', 'cannot-open'],
  ['SQLITE_CORRUPT_INDEX', 'corrupt'],
  ['SQLITE_ERROR', 'unknown'],
])('SQLite’s %s is %s, and the cause is kept for the log', (code, kind) => {
  const cause = new Sqlite.SqliteError('refused', code)
  expect(asDatabaseError(cause)).toMatchObject({ kind, code, cause })
})

test('an error that is one of ours already stays itself', () => {
  const error = new DatabaseError('closed', 'The database is closed.')
  expect(asDatabaseError(error)).toBe(error)
})
