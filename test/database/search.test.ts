import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { leaving } from '../../electron/database/migrations/0003-leaving.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

const before = migrations.filter(({ version }) => version <= leaving.version)

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const open = (name: string, steps: typeof migrations, create: boolean) =>
  openDatabase({ file: join(folder, name), clock: createTestClock(), create, migrations: steps, strictTurns: true })

/** Runs SQL on a file that nobody else has open. */
function sql<Row>(name: string, query: string): readonly Row[] {
  const connection = openConnection(join(folder, name), 'write')
  try {
    const statement = connection.prepare(query)
    if (statement.reader) return statement.all() as Row[]
    statement.run()
    return []
  } finally {
    connection.close()
  }
}

const found = (match: string) =>
  sql<{ rowid: number }>('company.db', `SELECT rowid FROM employee_search WHERE employee_search MATCH '"${match}"'`)

test('a company of version 3 is searched by everything that was there, and loses nothing', async () => {
  const former = await open('company.db', before, true)
  await fillDatabase(former)
  await former.close()
  sql('company.db', "UPDATE employee SET work_email = 'ada@engines.example', work_email_key = 'ada@engines.example'")
  sql(
    'company.db',
    "INSERT INTO department VALUES (1, 'Überseehandel', 'überseehandel', 'UE-1', 'ue-1', NULL, 1, 0, 0, 1)",
  )
  sql('company.db', "INSERT INTO position VALUES (1, 'Bürokraft', 'bürokraft', 0, 0, 1)")
  const [employee] = sql<object>('company.db', 'SELECT * FROM employee')

  await (await open('company.db', migrations, false)).close()
  for (const part of ['ada', 'lace,', '  e1', 'engines']) expect(found(part), part).toEqual([{ rowid: 1 }])
  expect(found('byron')).toEqual([])
  expect(sql('company.db', 'SELECT * FROM employee')).toMatchObject([
    { ...employee, search_key: expect.stringContaining('lovelace') },
  ])
  expect(sql('company.db', 'SELECT name, code, head_id, search_key FROM department')).toEqual([
    { name: 'Überseehandel', code: 'UE-1', head_id: 1, search_key: expect.stringMatching(/uberseehandel.*ue-1/s) },
  ])
  expect(sql('company.db', 'SELECT title, search_key FROM position')).toEqual([
    { title: 'Bürokraft', search_key: expect.stringContaining('burokraft') },
  ])
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })

  await (await open('fresh.db', migrations, true)).close()
  const schema = 'SELECT type, name, sql FROM sqlite_schema ORDER BY name'
  expect(sql('company.db', schema)).toEqual(sql('fresh.db', schema))
})
