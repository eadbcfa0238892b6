import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { applicationId } from '../../electron/database/header.ts'
import { latestVersion } from '../../electron/database/migrations/index.ts'
import { type OpenOptions, openDatabase } from '../../electron/database/open.ts'
import { applyPragma } from '../../electron/database/pragmas.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, openTestDatabase, removeTestFolder } from '../support/database.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = createTestFolder()
  file = join(folder, 'staffdesk.db')
})

afterEach(() => removeTestFolder(folder))

const open = (options: Partial<OpenOptions> = {}) => openDatabase({ file, clock: createTestClock(), ...options })
const policies = queries.selectFrom('policy').selectAll()
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('settings of a connection', () => {
  const everywhere = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 3000,
    trusted_schema: 0,
    cell_size_check: 1,
    mmap_size: 0,
    secure_delete: 1,
    recursive_triggers: 1,
    fullfsync: 1,
    checkpoint_fullfsync: 1,
    application_id: applicationId,
    user_version: latestVersion,
  }

  test.each([
    { purpose: 'write', query_only: 0 },
    { purpose: 'read', query_only: 1 },
    { purpose: 'check', query_only: 1 },
  ] as const)('hold for $purpose after the file was closed and opened again', async ({ purpose, query_only }) => {
    await (await open({ create: true })).close()
    const connection = openConnection(file, purpose)
    try {
      for (const [name, value] of Object.entries({ ...everywhere, query_only })) {
        expect([name, connection.pragma(name, { simple: true })]).toEqual([name, value])
      }
    } finally {
      connection.close()
    }
  })

  test('that do not hold are an error, not a silent difference', () => {
    const inMemory = new Sqlite(':memory:')
    expect(() => applyPragma(inMemory, 'journal_mode', 'wal')).toThrow(expect.objectContaining({ kind: 'cannot-open' }))
    inMemory.close()
  })
})

describe('making a database', () => {
  test('happens only when asked for', async () => {
    await expect(open()).rejects.toMatchObject({ kind: 'missing' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('makes missing folders, and folder and files are private even under a permissive umask', async () => {
    const former = process.umask(0)
    try {
      file = join(folder, 'data', 'company', 'staffdesk.db')
      const database = await open({ create: true })
      expect(mode(join(folder, 'data', 'company'))).toBe('700')
      for (const path of [file, `${file}-wal`, `${file}-shm`]) expect([path, mode(path)]).toEqual([path, '600'])
      await database.close()
    } finally {
      process.umask(former)
    }
  })

  test('never replaces a file that is there', async () => {
    writeFileSync(file, '')
    await expect(open({ create: true })).rejects.toMatchObject({ kind: 'cannot-open' })
    expect(readFileSync(file)).toHaveLength(0)
  })

  test('leaves nothing behind when it fails, so that it can be tried again', async () => {
    const failing = {
      version: 1,
      title: 'failing',
      up: () => {
        throw new Error('no')
      },
    }
    await expect(open({ create: true, migrations: [failing] })).rejects.toMatchObject({ kind: 'migration-failed' })
    expect(readdirSync(folder)).toEqual([])
    await (await open({ create: true })).close()
  })

  test('says so where no folder can be made', async () => {
    writeFileSync(join(folder, 'plain'), '')
    file = join(folder, 'plain', 'staffdesk.db')
    await expect(open({ create: true })).rejects.toMatchObject({ kind: 'cannot-open' })
  })
})

describe('opening a database', () => {
  test('finds what was written before', async () => {
    const first = await open({ create: true })
    await first.write((transaction) =>
      transaction.execute(queries.insertInto('policy').values({ name: 'lock', value: '15' })),
    )
    await first.close()
    const second = await open()
    expect(await second.read(policies)).toEqual([{ name: 'lock', value: '15' }])
    await second.close()
  })

  test('takes back rights that others were given', async () => {
    await (await open({ create: true })).close()
    chmodSync(file, 0o644)
    chmodSync(folder, 0o755)
    const database = await open()
    expect([mode(folder), mode(file)]).toEqual(['700', '600'])
    await database.close()
  })

  test.each([
    ['an empty file', 'empty', Buffer.alloc(0)],
    ['10 bytes', 'corrupt', Buffer.from('0123456789')],
    ['text', 'corrupt', Buffer.from('not a database '.repeat(100))],
  ])('refuses %s and changes nothing', async (_name, kind, content) => {
    writeFileSync(file, content)
    await expect(open()).rejects.toMatchObject({ kind })
    expect(readFileSync(file)).toEqual(content)
    expect(readdirSync(folder)).toEqual(['staffdesk.db'])
  })

  test.each([
    ['newer', `user_version = ${latestVersion + 1}`],
    ['foreign', 'application_id = 7'],
  ])('refuses a %s one and changes nothing', async (kind, pragma) => {
    await (await open({ create: true })).close()
    const other = new Sqlite(file)
    other.pragma(pragma)
    other.close()
    const before = readFileSync(file)
    await expect(open()).rejects.toMatchObject({ kind })
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['staffdesk.db'])
  })

  test('refuses a folder in the place of the file', async () => {
    mkdirSync(file)
    await expect(open()).rejects.toMatchObject({ kind: 'cannot-open' })
  })
})

test('closing leaves the one file, with all in it', async () => {
  const fixture = await openTestDatabase()
  await fixture.database.write((transaction) =>
    transaction.execute(queries.insertInto('policy').values({ name: 'lock', value: '15' })),
  )
  await fixture.database.close()
  expect(existsSync(`${fixture.file}-wal`)).toBe(false)
  expect(existsSync(`${fixture.file}-shm`)).toBe(false)
  const connection = openConnection(fixture.file, 'check')
  expect(connection.prepare('SELECT value FROM policy').pluck().all()).toEqual(['15'])
  connection.close()
  await fixture.dispose()
})
