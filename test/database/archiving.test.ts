import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { everybody } from '../../electron/contract/employee-filter.ts'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { selectPage } from '../../electron/employees/list-repository.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const archiving = migrations.findIndex(({ title }) => title === 'archiving')

const open = (name: string, steps: number, create: boolean) =>
  openDatabase({
    file: join(folder, name),
    clock: createTestClock(),
    create,
    migrations: migrations.slice(0, steps),
    strictTurns: true,
  })

function look<Value>(name: string, read: (connection: ReturnType<typeof openConnection>) => Value): Value {
  const connection = openConnection(join(folder, name), 'check')
  try {
    return read(connection)
  } finally {
    connection.close()
  }
}

const schema = (name: string) =>
  look(name, (connection) => connection.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all())

test('everybody of a company from before is kept, and nobody is archived', async () => {
  const former = await open('company.db', archiving, true)
  await fillDatabase(former)
  await former.close()
  const rows = () => look('company.db', (connection) => connection.prepare('SELECT * FROM employee').all())
  const before = rows()
  expect(before).toHaveLength(1)

  await (await open('company.db', archiving + 1, false)).close()
  expect(rows()).toEqual(before.map((row) => ({ ...(row as object), archived_at: null })))
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })

  await (await open('fresh.db', archiving + 1, true)).close()
  expect(schema('company.db')).toEqual(schema('fresh.db'))
})

test('a page of the list, and one of the archived, is read by an index', async () => {
  await (await open('company.db', migrations.length, true)).close()
  const planOf = (archived: boolean) => {
    const { sql, parameters } = selectPage(
      { filter: { ...everybody, archived }, found: { all: [], none: [] } },
      { sort: [], custom: [], offset: 0, limit: 100 },
      false,
    ).compile()
    return look('company.db', (connection) =>
      connection
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...parameters)
        .map((step) => (step as { detail: string }).detail)
        .join('\n'),
    )
  }
  expect(planOf(false)).toContain('USING COVERING INDEX employee_by_sort_key')
  expect(planOf(true)).toContain('USING COVERING INDEX employee_archived_by_sort_key')
})
