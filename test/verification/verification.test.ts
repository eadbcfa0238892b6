import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAuditHead } from '../../electron/audit/head.ts'
import { keepVerifying, type VerificationParts } from '../../electron/verification/verification.ts'
import { readVerifiedHead } from '../../electron/verification/verified-head.ts'
import type { Verdict } from '../../electron/verification/verify.ts'
import { createTestClock } from '../support/clock.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { appendEntries } from './entries.ts'

/** The thread as it runs in the product; Node reads the source itself. */
const workerFile = fileURLToPath(new URL('../../electron/verification/worker.ts', import.meta.url))
const day = 24 * 60 * 60_000

let fixture: TestDatabase
let headFile: string
let stop = (): void => {}
beforeEach(async () => {
  fixture = await openTestDatabase()
  headFile = join(fixture.folder, 'audit-head.json')
  await appendEntries(fixture.database, 3)
})
afterEach(async () => {
  stop()
  await fixture.dispose()
})

/** Begins to verify. `told` settles with the next thing that is logged or found broken. */
function begin(parts: Partial<VerificationParts> = {}) {
  const clock = createTestClock()
  let tell: (what: string) => void = () => {}
  const told = () =>
    new Promise<string>((resolve) => {
      tell = resolve
    })
  const broken: Exclude<Verdict, { kind: 'sound' }>[] = []
  const first = told()
  stop = keepVerifying({
    workerFile,
    databaseFile: fixture.file,
    headFile,
    clock,
    log: { info: (message) => tell(message), warn: (message) => tell(message), error: (message) => tell(message) },
    onBroken: (verdict) => broken.push(verdict),
    ...parts,
  })
  return { clock, first, told, broken }
}

function cutOffTheEnd(): void {
  const other = new Sqlite(fixture.file)
  other.exec('DROP TRIGGER audit_entry_is_never_deleted; DELETE FROM audit_entry WHERE id > 1')
  other.close()
}

describe('verification in a thread of its own', () => {
  it('keeps how far the audit was verified, outside the database and private', async () => {
    const { first, broken } = begin()
    expect(await first).toBe('data verified')
    expect(readVerifiedHead(headFile)).toEqual(await readAuditHead(fixture.database))
    if (process.platform !== 'win32') expect(statSync(headFile).mode & 0o777).toBe(0o600)
    expect(broken).toEqual([])
  })

  it('happens again every day, and then sees what was cut off since', async () => {
    const { clock, first, told, broken } = begin()
    await first
    const kept = readFileSync(headFile)
    const nextDay = told()
    clock.advance(day)
    expect(await nextDay).toBe('data verified')
    cutOffTheEnd()
    const dayAfter = told()
    clock.advance(day)
    expect(await dayAfter).toBe('verification: audit-broken')
    expect(broken).toEqual([{ kind: 'audit-broken', brokenAt: 3 }])
    expect(readFileSync(headFile)).toEqual(kept)
  })

  it('at the next start sees what was cut off in between', async () => {
    await begin().first
    stop()
    cutOffTheEnd()
    const { first, broken } = begin()
    await first
    expect(broken).toEqual([{ kind: 'audit-broken', brokenAt: 3 }])
  })

  it('begins at the first entry where the link kept outside cannot be read', async () => {
    writeFileSync(headFile, '{"id":-1}')
    expect(await begin().first).toBe('data verified')
    expect(readVerifiedHead(headFile)?.id).toBe(3)
  })

  it('blames nothing on the data where the thread itself fails', async () => {
    const { first, broken } = begin({ workerFile: join(fixture.folder, 'no-such-worker.js') })
    expect(await first).toBe('the data could not be verified')
    expect(broken).toEqual([])
  })

  it('goes on where the link cannot be kept', async () => {
    mkdirSync(headFile)
    const { first, broken } = begin()
    expect(await first).toBe('how far the audit was verified could not be kept')
    expect(broken).toEqual([])
  })

  it('once stopped tells nothing more and plans nothing more', async () => {
    const { clock, told } = begin({ databaseFile: join(fixture.folder, 'no-such.db') })
    let heard = false
    const next = told().then(() => {
      heard = true
    })
    stop()
    expect(clock.pending()).toBe(0)
    clock.advance(2 * day)
    // Another thread that starts and ends: what the first had to tell would have come before.
    const other = begin()
    await other.first
    expect(heard).toBe(false)
    void next
  })
})

describe('the link kept outside the database', () => {
  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"id":1}',
    '{"id":"1","hash":"a"}',
    '{"id":1.5,"hash":"a"}',
    '{"id":1,"hash":"a","more":1}',
  ])('counts as none where the file holds %j', (content) => {
    writeFileSync(headFile, content)
    expect(readVerifiedHead(headFile)).toBeNull()
  })

  it('counts as none where there is no file', () => {
    expect(readVerifiedHead(headFile)).toBeNull()
  })
})
