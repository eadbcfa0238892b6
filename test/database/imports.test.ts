import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { imports } from '../../electron/database/migrations/0012-imports.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const before = migrations.filter(({ version }) => version < imports.version)

const open = (name: string, given: typeof migrations, create: boolean) =>
  openDatabase({ file: join(folder, name), clock: createTestClock(), create, migrations: given, strictTurns: true })

function look<Value>(name: string, sql: string): Value[] {
  const connection = openConnection(join(folder, name), 'check')
  try {
    return connection.prepare(sql).all() as Value[]
  } finally {
    connection.close()
  }
}

test('a company of the version before can import, and loses nothing', async () => {
  const former = await open('company.db', before, true)
  await fillDatabase(former)
  await former.close()
  const people = look('company.db', 'SELECT * FROM employee')
  await (await open('company.db', [...before, imports], false)).close()
  expect(look('company.db', 'SELECT * FROM employee')).toEqual(people)
  expect(look('company.db', 'SELECT * FROM employee_import')).toEqual([])
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })
  await (await open('fresh.db', [...before, imports], true)).close()
  const schema = 'SELECT name, sql FROM sqlite_schema ORDER BY name'
  expect(look('company.db', schema)).toEqual(look('fresh.db', schema))
})

test('what an import has kept of somebody goes with them', async () => {
  const database = await open('company.db', [...before, imports], true)
  await fillDatabase(database)
  await database.close()
  const connection = openConnection(join(folder, 'company.db'), 'write')
  connection.exec(`
    INSERT INTO employee_import VALUES (1, 'people.csv', 0, 'ada', 0, 1, '[]', '[]');
    INSERT INTO employee_import_row VALUES (1, 1, 2, '{"lastName":"Byron"}');
    DELETE FROM employee`)
  connection.close()
  expect(look('company.db', 'SELECT * FROM employee_import_row')).toEqual([])
})
