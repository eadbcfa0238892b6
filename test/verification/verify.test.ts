import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditHead } from '../../electron/audit/chain.ts'
import { readAuditHead } from '../../electron/audit/head.ts'
import { verify } from '../../electron/verification/verify.ts'
import { fillDatabase } from '../database/fill.ts'
import { openTestDatabase, removeTestFolder, type TestDatabase } from '../support/database.ts'
import { appendEntries } from './entries.ts'

let fixture: TestDatabase
beforeEach(async () => {
  fixture = await openTestDatabase()
  await fillDatabase(fixture.database)
  await appendEntries(fixture.database, 4)
})
afterEach(() => removeTestFolder(fixture.folder))

const head = async (): Promise<AuditHead> => {
  const found = await readAuditHead(fixture.database)
  if (!found) throw new Error('the audit is empty')
  return found
}

/** Changes the closed database as somebody does who can write the file. */
function tamper(sql: string): void {
  const other = new Sqlite(fixture.file)
  other.exec('DROP TRIGGER audit_entry_is_never_changed; DROP TRIGGER audit_entry_is_never_deleted;')
  other.exec(sql)
  other.close()
}

describe('sound data', () => {
  it('is verified while people work with it, and answers how far the audit goes', async () => {
    const last = await head()
    expect(await verify(fixture.file, null)).toEqual({ kind: 'sound', head: last })
    await appendEntries(fixture.database, 1)
    expect(await verify(fixture.file, last)).toEqual({ kind: 'sound', head: await head() })
    await fixture.database.close()
  })

  it('without an entry in its audit is sound as well', async () => {
    await fixture.database.close()
    const fresh = await openTestDatabase()
    expect(await verify(fresh.file, null)).toEqual({ kind: 'sound', head: null })
    await fresh.dispose()
  })

  it('is not changed by the look', async () => {
    await fixture.database.close()
    const before = readFileSync(fixture.file)
    await verify(fixture.file, null)
    expect(readFileSync(fixture.file)).toEqual(before)
  })
})

describe('a damaged database', () => {
  beforeEach(() => fixture.database.close())

  it('is told where a single bit of an index was flipped', async () => {
    const bytes = readFileSync(fixture.file)
    const position = bytes.lastIndexOf('lovelace ada')
    writeFileSync(fixture.file, bytes.fill((bytes[position] ?? 0) ^ 1, position, position + 1))
    expect(await verify(fixture.file, null)).toMatchObject({
      kind: 'database-broken',
      problems: expect.arrayContaining([expect.stringContaining('employee_by_')]),
    })
  })

  it('is told where it was cut off', async () => {
    truncateSync(fixture.file, 20_000)
    expect(await verify(fixture.file, null)).toMatchObject({ kind: 'database-broken' })
  })

  it('is not told of a file that cannot be looked at', async () => {
    rmSync(fixture.file)
    await expect(verify(fixture.file, null)).rejects.toMatchObject({ kind: 'cannot-open' })
  })
})

describe('an audit', () => {
  it('with an entry that was altered is broken at that entry', async () => {
    await fixture.database.close()
    tamper("UPDATE audit_entry SET subject_name = 'Nobody' WHERE id = 3")
    expect(await verify(fixture.file, null)).toEqual({ kind: 'audit-broken', brokenAt: 3 })
  })

  it('with an altered value is broken at the entry that vouches for it', async () => {
    await fixture.database.close()
    tamper("DROP TRIGGER audit_value_is_never_changed; UPDATE audit_value SET value = '{}' WHERE entry_id = 1")
    expect(await verify(fixture.file, null)).toEqual({ kind: 'audit-broken', brokenAt: 1 })
  })

  it('with an entry taken out is broken at the next one', async () => {
    await fixture.database.close()
    tamper('DELETE FROM audit_entry WHERE id = 3')
    expect(await verify(fixture.file, null)).toEqual({ kind: 'audit-broken', brokenAt: 4 })
  })

  it('cut off at its end is broken where the link kept outside says that more stood there', async () => {
    const last = await head()
    await fixture.database.close()
    tamper(`DELETE FROM audit_entry WHERE id = ${last.id}`)
    expect(await verify(fixture.file, null)).toMatchObject({ kind: 'sound' })
    expect(await verify(fixture.file, last)).toEqual({ kind: 'audit-broken', brokenAt: last.id })
  })

  it('made anew as a whole is broken where the link kept outside does not stand in it', async () => {
    const { id } = await head()
    await fixture.database.close()
    expect(await verify(fixture.file, { id, hash: 'f'.repeat(64) })).toEqual({ kind: 'audit-broken', brokenAt: id })
  })
})
