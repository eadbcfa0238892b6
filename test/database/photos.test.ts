import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
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

const upTo = (title: string) => migrations.slice(0, migrations.findIndex((migration) => migration.title === title) + 1)

const open = (name: string, given: typeof migrations, create: boolean) =>
  openDatabase({ file: join(folder, name), clock: createTestClock(), create, migrations: given, strictTurns: true })

function look(name: string) {
  const connection = openConnection(join(folder, name), 'check')
  try {
    return {
      schema: connection.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all(),
      employees: connection.prepare('SELECT * FROM employee').all(),
      photos: connection.prepare('SELECT * FROM employee_photo').all(),
    }
  } finally {
    connection.close()
  }
}

test('a company without photos gets a place for them, and loses nothing', async () => {
  const former = await open('company.db', upTo('photos').slice(0, -1), true)
  await fillDatabase(former)
  await former.close()
  await (await open('company.db', upTo('photos'), false)).close()
  const after = look('company.db')
  expect(after.employees).toMatchObject([{ id: 1, first_name: 'Ada', version: 1 }])
  expect(after.photos).toEqual([])
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })

  await (await open('fresh.db', upTo('photos'), true)).close()
  expect(after.schema).toEqual(look('fresh.db').schema)
})
