import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { foundation } from '../../electron/database/migrations/0001-foundation.ts'
import { organisation } from '../../electron/database/migrations/0002-organisation.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const open = (name: string, migrations: Parameters<typeof openDatabase>[0]['migrations'], create: boolean) =>
  openDatabase({ file: join(folder, name), clock: createTestClock(), create, migrations, strictTurns: true })

type Row = Readonly<Record<string, unknown>>

/** Every table with its columns and rows. */
function everything(name: string) {
  const connection = openConnection(join(folder, name), 'check')
  try {
    const tables = connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[]
    const indexes = connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' ORDER BY name").pluck().all()
    return {
      version: connection.pragma('user_version', { simple: true }),
      columns: Object.fromEntries(tables.map((table) => [table, connection.pragma(`table_info(${table})`)])),
      rows: Object.fromEntries(
        tables.map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).all() as Row[]]),
      ),
      indexes,
    }
  } finally {
    connection.close()
  }
}

test('a company of version 1 gets departments and positions, and loses nothing', async () => {
  const former = await open('company.db', [foundation], true)
  await fillDatabase(former)
  await former.close()
  const before = everything('company.db')
  expect(before.rows).toMatchObject({ employee: [{ first_name: 'Ada' }], account: [{}], session_history: [{}] })

  await (await open('company.db', [foundation, organisation], false)).close()
  const after = everything('company.db')
  expect(after.version).toBe(2)
  expect(after.rows).toMatchObject({ department: [], position: [] })
  for (const [table, rows] of Object.entries(before.rows)) expect(after.rows[table], table).toMatchObject(rows)
  const known = Object.keys(before.rows.employee?.[0] ?? {})
  const added = Object.entries(after.rows.employee?.[0] ?? {}).filter(([column]) => !known.includes(column))
  expect(added.length).toBeGreaterThan(10)
  for (const [column, value] of added) expect(value, column).toBeNull()
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })

  await (await open('fresh.db', [foundation, organisation], true)).close()
  const fresh = everything('fresh.db')
  expect([after.columns, after.indexes]).toEqual([fresh.columns, fresh.indexes])
})
