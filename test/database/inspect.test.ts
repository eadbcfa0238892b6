import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { applicationId } from '../../electron/database/header.ts'
import { inspectDatabaseFile } from '../../electron/database/inspect.ts'
import { latestVersion } from '../../electron/database/migrations/index.ts'
import { openTestDatabase, removeTestFolder, type TestDatabase } from '../support/database.ts'

let fixture: TestDatabase
let folder: string
let file: string

beforeEach(async () => {
  fixture = await openTestDatabase()
  folder = fixture.folder
  file = fixture.file
})

afterEach(() => removeTestFolder(folder))

const contents = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name)).toString('base64')]))

/** Inspects, and asserts that neither the file nor anything beside it is another than before. */
function inspect(path = file) {
  const before = contents(join(path, '..'))
  const inspection = inspectDatabaseFile(path)
  expect(contents(join(path, '..'))).toEqual(before)
  return inspection
}

/** The files of a database that nobody closed, as a kill leaves them. */
function leaveOpenWith(pragma: string): string {
  const connection = openConnection(file, 'write')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.pragma(pragma)
  const copy = join(folder, 'killed', 'staffdesk.db')
  mkdirSync(join(folder, 'killed'))
  copyFileSync(file, copy)
  copyFileSync(`${file}-wal`, `${copy}-wal`)
  connection.close()
  return copy
}

describe('a closed database', () => {
  beforeEach(() => fixture.database.close())

  test('of ours is told with its version', () => {
    expect(inspect()).toEqual({ kind: 'ok', version: latestVersion })
  })

  test('of a newer Staffdesk', () => {
    const connection = openConnection(file, 'write')
    connection.pragma(`user_version = ${latestVersion + 1}`)
    connection.close()
    expect(inspect()).toEqual({ kind: 'newer', version: latestVersion + 1 })
  })

  test('of another program', () => {
    const other = new Sqlite(join(folder, 'other.db'))
    other.exec('CREATE TABLE notes (text)')
    other.pragma('user_version = 900')
    other.close()
    expect(inspect(join(folder, 'other.db'))).toEqual({ kind: 'foreign' })
  })

  test('in which no migration completed', () => {
    const other = new Sqlite(join(folder, 'other.db'))
    other.pragma(`application_id = ${applicationId}`)
    other.close()
    expect(inspect(join(folder, 'other.db'))).toEqual({ kind: 'empty' })
  })

  test.each([0.1, 0.5, 0.9, 0.999])('cut off at %f of its length', (share) => {
    truncateSync(file, Math.floor(readFileSync(file).length * share))
    expect(inspect()).toEqual({ kind: 'broken' })
  })
})

describe('any other file', () => {
  beforeEach(() => fixture.database.close())

  test.each([
    ['missing', null, 'missing'],
    ['0 bytes', '', 'empty'],
    ['10 bytes', '0123456789', 'broken'],
    ['99 bytes of a header', 'header', 'broken'],
    ['text', 'text '.repeat(1000), 'broken'],
  ])('%s', (_name, content, kind) => {
    const other = join(folder, 'other.db')
    if (content === 'header') writeFileSync(other, readFileSync(file).subarray(0, 99))
    else if (content !== null) writeFileSync(other, content)
    expect(inspect(other)).toEqual({ kind })
  })
})

describe('after a kill, when the newest pages stand in the write-ahead log', () => {
  afterEach(() => fixture.database.close())

  test('a newer version is found there', () => {
    expect(inspect(leaveOpenWith(`user_version = ${latestVersion + 1}`))).toEqual({
      kind: 'newer',
      version: latestVersion + 1,
    })
  })

  test('a database of ours is ok', () => {
    expect(inspect(leaveOpenWith(`user_version = ${latestVersion}`))).toEqual({ kind: 'ok', version: latestVersion })
  })

  test('a damaged file stays broken', () => {
    const copy = leaveOpenWith(`user_version = ${latestVersion + 1}`)
    truncateSync(copy, 5000)
    writeFileSync(`${copy}-wal`, 'no log')
    expect(inspect(copy)).toEqual({ kind: 'broken' })
  })
})
