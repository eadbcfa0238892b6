import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { auditSearch } from '../../electron/database/migrations/0013-audit-search.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const clock = createTestClock()
const upTo = (version: number) => migrations.filter((migration) => migration.version <= version)

const open = (name: string, version: number, create: boolean) =>
  openDatabase({ file: join(folder, name), clock, create, migrations: upTo(version), strictTurns: true })

/** Runs SQL on a file that nobody else has open. */
function sql(name: string, query: string): unknown[] {
  const connection = openConnection(join(folder, name), 'write')
  try {
    const statement = connection.prepare(query)
    return statement.reader ? statement.all() : [statement.run()]
  } finally {
    connection.close()
  }
}

test('entries of a company of version 12 are found by their names afterwards, and none is changed', async () => {
  await (await open('company.db', 12, true)).close()
  // More than are filled at once.
  sql(
    'company.db',
    `WITH RECURSIVE number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < 1001)
      INSERT INTO audit_entry
      SELECT id, 0, 1, 'ada', 'Desk', 'employee.registered', 'employee', id,
        CASE id WHEN 1001 THEN 'Zoë Łukasz' WHEN 1 THEN NULL ELSE 'Bo' END,
        '[]', 'success', NULL, '${'0'.repeat(64)}', '${'0'.repeat(64)}' FROM number`,
  )
  const entries = sql('company.db', 'SELECT * FROM audit_entry')
  await (await open('company.db', auditSearch.version, false)).close()
  expect(sql('company.db', 'SELECT * FROM audit_entry')).toEqual(entries)
  expect(sql('company.db', 'SELECT * FROM audit_search WHERE entry_id IN (1, 2, 1001)')).toEqual([
    { entry_id: 1, search_key: '\n\nada' },
    { entry_id: 2, search_key: '\n\nada\n\nbo' },
    { entry_id: 1001, search_key: '\n\nada\n\nzoe\n\nlukasz' },
  ])
  expect(sql('company.db', 'SELECT count(*) AS keys FROM audit_search')).toEqual([{ keys: 1001 }])
  expect(() => sql('company.db', "UPDATE audit_entry SET actor_name = 'bo'")).toThrow('never changed')

  await (await open('fresh.db', auditSearch.version, true)).close()
  const schema = 'SELECT type, name, sql FROM sqlite_schema ORDER BY name'
  expect(sql('company.db', schema)).toEqual(sql('fresh.db', schema))
})

test('an entry that is appended gets the key that the upgrade gives', async () => {
  const database = await open('company.db', auditSearch.version, true)
  const audit = createAudit({ clock, computer: 'Desk', random: createTestRandom() })
  await database.write((transaction) =>
    audit.append(transaction, {
      action: 'employee.updated',
      actor: { accountId: 1, username: 'ada' },
      subject: { kind: 'employee', id: 1, name: 'Zoë Łukasz' },
      changes: { personalEmail: { old: null, new: 'zoe@secret.example' } },
    }),
  )
  await database.close()
  const keys = sql('company.db', 'SELECT * FROM audit_search')
  expect(keys).toEqual([{ entry_id: 1, search_key: '\n\nada\n\nzoe\n\nlukasz' }])
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })
})
