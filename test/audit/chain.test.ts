import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import type { Audit, AuditRecord } from '../../electron/audit/audit.ts'
import { readAuditHead } from '../../electron/audit/head.ts'
import { verifyAuditChain } from '../../electron/audit/verify.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestClock, type TestClock } from '../support/clock.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

let fixture: TestDatabase
let clock: TestClock
let audit: Audit

beforeEach(async () => {
  fixture = await openTestDatabase()
  clock = createTestClock('2026-11-20T09:00:00Z')
  audit = createAudit({ clock, computer: 'Front desk', random: createTestRandom() })
})

afterEach(() => fixture.dispose())

const registered: AuditRecord = {
  action: 'employee.registered',
  actor: { accountId: 1, username: 'ada' },
  subject: { kind: 'employee', id: 7, name: 'Bo Ek' },
  changes: { firstName: { old: undefined, new: 'Bo' }, workEmail: { old: null, new: 'bo@example.com' } },
}

const append = (record: AuditRecord) => fixture.database.write((transaction) => audit.append(transaction, record))

async function appendSeveral(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    clock.advance(1000)
    await append({ ...registered, subject: { kind: 'employee', id: number, name: `Person ${number}` } })
  }
}

/** Changes the file as somebody could who has it in their hands. */
function tamper(sql: string): void {
  const connection = new Sqlite(fixture.file)
  connection.pragma('foreign_keys = 0')
  const triggers = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) connection.exec(`DROP TRIGGER ${String(name)}`)
  expect(connection.prepare(sql).run().changes).toBeGreaterThan(0)
  connection.close()
}

const entries = () => fixture.database.read(queries.selectFrom('audit_entry').selectAll().orderBy('id'))
const values = () => fixture.database.read(queries.selectFrom('audit_value').selectAll().orderBy('entry_id'))

describe('an entry', () => {
  test('tells who did what, when, where, to whom, in which fields and how it went', async () => {
    await append(registered)
    expect(await entries()).toMatchObject([
      {
        at: Date.parse('2026-11-20T09:00:00Z'),
        actor_account_id: 1,
        actor_name: 'ada',
        computer: 'Front desk',
        action: 'employee.registered',
        subject_kind: 'employee',
        subject_id: 7,
        subject_name: 'Bo Ek',
        fields: '["firstName","workEmail"]',
        outcome: 'success',
      },
    ])
  })

  test('has its old and new values beside it', async () => {
    await append(registered)
    const [row] = await values()
    expect(JSON.parse(row?.value ?? '')).toEqual({
      firstName: { old: null, new: 'Bo' },
      workEmail: { old: null, new: 'bo@example.com' },
    })
  })

  test('names a secret field and keeps no value of it', async () => {
    await append({ ...registered, changes: {}, secretFields: ['password'] })
    expect(await entries()).toMatchObject([{ fields: '["password"]', value_hash: null }])
    expect(await values()).toEqual([])
  })

  test('may have no actor and a bad outcome', async () => {
    await append({
      action: 'sign_in.failed',
      actor: null,
      subject: { kind: 'account', id: null, name: 'unknown' },
      outcome: 'refused',
    })
    expect(await entries()).toMatchObject([
      { actor_account_id: null, actor_name: null, outcome: 'refused', fields: '[]' },
    ])
  })

  test('is undone with the change that it tells of', async () => {
    const write = fixture.database.write(async (transaction) => {
      await audit.append(transaction, registered)
      throw new Error('refused')
    })
    await expect(write).rejects.toThrow('refused')
    expect(await entries()).toEqual([])
    await append(registered)
    expect(await verifyAuditChain(fixture.database)).toMatchObject({ ok: true, head: { id: 1 } })
  })

  test('has a salt of its own, so that equal values do not show as equal', async () => {
    await append(registered)
    await append(registered)
    const [first, second] = await entries()
    expect(first?.value_hash).not.toBe(second?.value_hash)
  })
})

describe('the chain', () => {
  test('of nothing is whole', async () => {
    expect(await verifyAuditChain(fixture.database)).toEqual({ ok: true, head: null })
    expect(await readAuditHead(fixture.database)).toBeNull()
  })

  test('of many entries is whole, however their transactions were asked for', async () => {
    await Promise.all(Array.from({ length: 1100 }, () => append(registered)))
    const verdict = await verifyAuditChain(fixture.database)
    expect(verdict).toEqual({ ok: true, head: await readAuditHead(fixture.database) })
    expect(verdict).toMatchObject({ head: { id: 1100 } })
  })

  test.each([
    ['at = at + 1'],
    ['actor_account_id = 2'],
    ['actor_account_id = NULL'],
    ["actor_name = 'bo'"],
    ["computer = 'Back office'"],
    ["action = 'employee.read'"],
    ["subject_kind = 'account'"],
    ['subject_id = 99'],
    ["subject_name = 'Nobody'"],
    ["fields = '[]'"],
    ["outcome = 'failure'"],
    ['value_hash = hex(zeroblob(32))'],
    ['hash = hex(zeroblob(32))'],
  ])('tells an entry that was changed: %s', async (change) => {
    await appendSeveral(4)
    tamper(`UPDATE audit_entry SET ${change} WHERE id = 3`)
    expect(await verifyAuditChain(fixture.database)).toEqual({ ok: false, brokenAt: 3 })
  })

  test('tells an entry that was taken out', async () => {
    await appendSeveral(4)
    tamper('DELETE FROM audit_entry WHERE id = 2')
    expect(await verifyAuditChain(fixture.database)).toEqual({ ok: false, brokenAt: 3 })
  })

  test.each([
    ["UPDATE audit_value SET value = '{}' WHERE entry_id = 2"],
    ['UPDATE audit_value SET salt = hex(zeroblob(16)) WHERE entry_id = 2'],
  ])('tells a value that was changed: %s', async (sql) => {
    await appendSeveral(3)
    tamper(sql)
    expect(await verifyAuditChain(fixture.database)).toEqual({ ok: false, brokenAt: 2 })
  })

  test('tells a value that was put beside an entry without one', async () => {
    await append({ ...registered, changes: {} })
    tamper("INSERT INTO audit_value VALUES (1, hex(zeroblob(16)), '{}')")
    expect(await verifyAuditChain(fixture.database)).toEqual({ ok: false, brokenAt: 1 })
  })

  test('still stands after values were purged', async () => {
    await appendSeveral(3)
    await fixture.database.write((transaction) => transaction.execute(queries.deleteFrom('audit_value')))
    expect(await verifyAuditChain(fixture.database)).toMatchObject({ ok: true, head: { id: 3 } })
  })
})

describe('a link kept elsewhere', () => {
  test('lets the next check begin there', async () => {
    await appendSeveral(3)
    const since = await readAuditHead(fixture.database)
    await appendSeveral(2)
    tamper("UPDATE audit_entry SET actor_name = 'bo' WHERE id = 2")
    expect(await verifyAuditChain(fixture.database, since)).toMatchObject({ ok: true, head: { id: 5 } })
    tamper("UPDATE audit_entry SET actor_name = 'bo' WHERE id = 4")
    expect(await verifyAuditChain(fixture.database, since)).toEqual({ ok: false, brokenAt: 4 })
  })

  test('tells that the newest entries were cut off', async () => {
    await appendSeveral(3)
    const since = await readAuditHead(fixture.database)
    tamper('DELETE FROM audit_value WHERE entry_id = 3')
    tamper('DELETE FROM audit_entry WHERE id = 3')
    expect(await verifyAuditChain(fixture.database)).toMatchObject({ ok: true })
    expect(await verifyAuditChain(fixture.database, since)).toEqual({ ok: false, brokenAt: 3 })
    await appendSeveral(2)
    expect(await verifyAuditChain(fixture.database, since)).toEqual({ ok: false, brokenAt: 3 })
  })
})
