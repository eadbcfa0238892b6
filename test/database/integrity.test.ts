import { closeSync, copyFileSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { quickCheck, verifyDatabase } from '../../electron/database/integrity.ts'
import { openTestDatabase, removeTestFolder, type TestDatabase } from '../support/database.ts'
import { createTestNumbers } from '../support/random.ts'
import { fillDatabase } from './fill.ts'

let fixture: TestDatabase

beforeEach(async () => {
  fixture = await openTestDatabase()
  await fillDatabase(fixture.database)
})

afterEach(() => removeTestFolder(fixture.folder))

/** Overwrites the page on which a table or index begins. */
function damage(name: string): void {
  const connection = openConnection(fixture.file, 'check')
  const page = connection.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number
  connection.close()
  const handle = openSync(fixture.file, 'r+')
  writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096)
  closeSync(handle)
}

describe('a whole database', () => {
  test('passes both checks while it is open, and closed', async () => {
    expect([quickCheck(fixture.file), verifyDatabase(fixture.file)]).toEqual([{ ok: true }, { ok: true }])
    await fixture.database.close()
    expect([quickCheck(fixture.file), verifyDatabase(fixture.file)]).toEqual([{ ok: true }, { ok: true }])
  })
})

test('a check changes nothing, not even where a kill left a write-ahead log', async () => {
  const copy = join(fixture.folder, 'killed.db')
  for (const ending of ['', '-wal']) copyFileSync(`${fixture.file}${ending}`, `${copy}${ending}`)
  const before = [readFileSync(copy), readFileSync(`${copy}-wal`)]
  expect(verifyDatabase(copy)).toEqual({ ok: true })
  expect([readFileSync(copy), readFileSync(`${copy}-wal`)]).toEqual(before)
  await fixture.database.close()
})

describe('a damaged database', () => {
  beforeEach(() => fixture.database.close())

  test('is found before sign-in where it concerns accounts', () => {
    damage('account')
    expect(quickCheck(fixture.file).ok).toBe(false)
    expect(verifyDatabase(fixture.file).ok).toBe(false)
  })

  test('is found by the whole check where it concerns anything else', () => {
    damage('employee_by_sort_key')
    expect(quickCheck(fixture.file)).toEqual({ ok: true })
    expect(verifyDatabase(fixture.file).ok).toBe(false)
  })

  test('is found where a row refers to nothing', () => {
    const other = new Sqlite(fixture.file)
    other.pragma('foreign_keys = 0')
    other.exec('UPDATE session_history SET account_id = 99')
    other.close()
    expect(verifyDatabase(fixture.file)).toEqual({
      ok: false,
      problems: ['session_history row 1 refers to a missing row of account'],
    })
  })

  test('never throws, however it is damaged', () => {
    const original = readFileSync(fixture.file)
    // Most of a small database is empty pages, where nobody misses a bit.
    const written = [...original.keys()].filter((index) => original[index] !== 0)
    const next = createTestNumbers(20261120)
    const copy = join(fixture.folder, 'copy.db')
    let found = 0
    for (let round = 0; round < 160; round += 1) {
      const bytes = Buffer.from(original)
      const position = written[Math.floor(next() * written.length)] ?? 0
      bytes[position] = (bytes[position] ?? 0) ^ (1 << Math.floor(next() * 8))
      writeFileSync(copy, bytes)
      if (!verifyDatabase(copy).ok) found += 1
    }
    expect(found).toBeGreaterThan(0)
    truncateSync(copy, 5000)
    expect(verifyDatabase(copy).ok).toBe(false)
    writeFileSync(copy, 'no database')
    expect(verifyDatabase(copy).ok).toBe(false)
  })
})
