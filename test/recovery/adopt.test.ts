import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { queries } from '../../electron/database/queries.ts'
import { type AdoptParts, adoptDatabase } from '../../electron/recovery/adopt.ts'
import { refusal } from '../employees/office.ts'
import { firstRun, readCompany } from '../setup/first-run.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

const now = Date.parse('2026-11-20T09:00:00Z')
const aside = 'set-aside-2026-11-20T09-00-00-000Z'

/** The company's folder, and another one in which a backup lies. */
let folder: string
let elsewhere: string
let backup: string
beforeEach(async () => {
  folder = createTestFolder()
  elsewhere = createTestFolder()
  backup = join(elsewhere, 'monday.db')
  await firstRun(folder).create()
  copyFileSync(join(folder, 'staffdesk.db'), backup)
})
afterEach(() => {
  for (const path of [folder, elsewhere]) removeTestFolder(path)
})

const adopt = (file: string, parts: Partial<AdoptParts> = {}) =>
  adoptDatabase({ folder, now, databaseId: null, readDatabaseId: async () => 'ours', ...parts }, file)

/** Renames the company in a database, and closes it. */
async function rename(file: string, name: string): Promise<void> {
  const database = await openDatabase({ file, clock: createTestClock() })
  await database.write((transaction) => transaction.execute(queries.updateTable('company').set({ name })))
  await database.close()
}

/** Every file of a folder and of those in it, by its fingerprint. */
function fingerprints(of: string): Record<string, string> {
  const entries = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name))
      return [join(parentPath, name), createHash('sha256').update(bytes).digest('hex')]
    }),
  )
}

describe('a chosen database', () => {
  it('takes the place of the present one, which is kept with all that belongs to it', async () => {
    await rename(backup, 'From Monday')
    for (const name of ['staffdesk.db-wal', 'staffdesk.db-shm', 'audit-head.json', 'secrets.json']) {
      writeFileSync(join(folder, name), name)
    }
    writeFileSync(join(folder, 'staffdesk.db'), 'damaged')
    await adopt(backup)
    expect((await readCompany(folder)).company?.name).toBe('From Monday')
    const kept = (name: string) => readFileSync(join(folder, aside, name), 'utf8')
    expect(readdirSync(join(folder, aside)).sort()).toEqual([
      'audit-head.json',
      'staffdesk.db',
      'staffdesk.db-shm',
      'staffdesk.db-wal',
    ])
    expect(kept('staffdesk.db')).toBe('damaged')
    expect(kept('staffdesk.db-wal')).toBe('staffdesk.db-wal')
    expect(existsSync(join(folder, 'secrets.json'))).toBe(true)
    expect(existsSync(join(folder, 'installed.json'))).toBe(true)
  })

  it('is copied: the file that was chosen stays as it is', async () => {
    const before = fingerprints(elsewhere)
    await adopt(backup)
    expect(fingerprints(elsewhere)).toEqual(before)
  })

  it('brings the rows that a kill left in the log beside it', async () => {
    const killed = join(elsewhere, 'killed.db')
    const database = await openDatabase({ file: backup, clock: createTestClock() })
    await database.write((transaction) =>
      transaction.execute(queries.updateTable('company').set({ name: 'Written last' })),
    )
    for (const ending of ['', '-wal']) copyFileSync(`${backup}${ending}`, `${killed}${ending}`)
    await database.close()
    const before = fingerprints(elsewhere)
    await adopt(killed)
    expect(readdirSync(folder).sort()).toEqual(['installed.json', aside, 'staffdesk.db'])
    expect((await readCompany(folder)).company?.name).toBe('Written last')
    expect(fingerprints(elsewhere)).toEqual(before)
  })

  it('may be the present one itself', async () => {
    await rename(join(folder, 'staffdesk.db'), 'Still here')
    await adopt(join(folder, 'staffdesk.db'))
    expect((await readCompany(folder)).company?.name).toBe('Still here')
    expect(existsSync(join(folder, aside, 'staffdesk.db'))).toBe(true)
  })

  it('is not mixed with the log of another one that an earlier try left', async () => {
    const other = join(elsewhere, 'other.db')
    copyFileSync(backup, other)
    const database = new Sqlite(other)
    database.pragma('foreign_keys = 0')
    database.exec("INSERT INTO kept_property (account_id, name, value) VALUES (99, 'theme', '1')")
    copyFileSync(`${other}-wal`, join(folder, 'staffdesk.db.chosen-wal'))
    database.close()
    await adopt(backup)
    expect(readdirSync(folder).sort()).toEqual(['installed.json', aside, 'staffdesk.db'])
    expect((await readCompany(folder)).company?.name).toBe('Analytical Engines')
  })

  it('may be what an earlier try left', async () => {
    const left = join(folder, 'staffdesk.db.chosen')
    copyFileSync(backup, left)
    await rename(left, 'Left behind')
    await adopt(left)
    expect((await readCompany(folder)).company?.name).toBe('Left behind')
  })

  it.runIf(process.platform !== 'win32')('is readable by this account alone, wherever it came from', async () => {
    chmodSync(backup, 0o444)
    await adopt(backup)
    expect(statSync(join(folder, 'staffdesk.db')).mode & 0o777).toBe(0o600)
  })

  it('of this company is taken, and asked for its company only once it is known to be sound', async () => {
    const asked: string[] = []
    const readDatabaseId = async (file: string) => {
      asked.push(basename(file))
      return 'ours'
    }
    await adopt(backup, { databaseId: 'ours', readDatabaseId })
    truncateSync(backup, 20_000)
    await refusal(adopt(backup, { databaseId: 'ours', readDatabaseId }))
    expect(asked).toEqual(['staffdesk.db.chosen'])
  })
})

describe('a file is refused, and everything stays where it is,', () => {
  const overwrite = (position: number, bytes: Buffer) => {
    const handle = openSync(backup, 'r+')
    writeSync(handle, bytes, 0, bytes.length, position)
    closeSync(handle)
  }
  const pragma = (text: string) => {
    const database = new Sqlite(backup)
    database.pragma(text)
    database.close()
  }

  it.each<[string, () => void, RegExp]>([
    ['that is gone', () => removeTestFolder(backup), /gone/],
    ['of no bytes', () => truncateSync(backup), /holds no company/],
    ['without a company in it', () => pragma('user_version = 0'), /holds no company/],
    ['that is no database', () => writeFileSync(backup, 'x'.repeat(9000)), /damaged/],
    ['that was cut off', () => truncateSync(backup, 20_000), /damaged/],
    ['with a flipped page', () => overwrite(4096, Buffer.alloc(60_000, 0xff)), /damaged/],
    ['of another program', () => pragma('application_id = 1'), /not a Staffdesk database/],
    ['of a newer version', () => pragma('user_version = 9999'), /newer version/],
    [
      'with a row that refers to nothing',
      () => {
        const database = new Sqlite(backup)
        database.pragma('foreign_keys = 0')
        database.exec("INSERT INTO kept_property (account_id, name, value) VALUES (99, 'theme', '1')")
        database.close()
      },
      /damaged/,
    ],
  ])('%s', async (_name, damage, words) => {
    damage()
    const before = fingerprints(folder)
    const error = await refusal(adopt(backup))
    expect(error.code).toBe('REFUSED')
    expect(error.message).toMatch(words)
    expect(error.message).not.toContain(elsewhere)
    expect(fingerprints(folder)).toEqual(before)
  })

  it.each<[string, Partial<AdoptParts>, RegExp]>([
    ['of another company', { databaseId: 'ours', readDatabaseId: async () => 'theirs' }, /another company/],
    ['in which set-up never finished', { readDatabaseId: async () => null }, /holds no company/],
  ])('%s', async (_name, parts, words) => {
    const before = fingerprints(folder)
    expect((await refusal(adopt(backup, parts))).message).toMatch(words)
    expect(fingerprints(folder)).toEqual(before)
  })

  it('that cannot be read, as a failure and not for what is in it', async () => {
    const before = fingerprints(folder)
    await expect(adopt(elsewhere)).rejects.toMatchObject({ name: 'DatabaseError', kind: 'cannot-open' })
    expect(fingerprints(folder)).toEqual(before)
  })
})
