import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { savedViews } from '../../electron/database/migrations/0011-saved-views.ts'
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

const open = (name: string, steps: typeof migrations, create: boolean) =>
  openDatabase({ file: join(folder, name), clock: createTestClock(), create, migrations: steps, strictTurns: true })

function schemaAndPeople(name: string) {
  const connection = openConnection(join(folder, name), 'check')
  try {
    return {
      schema: connection.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all(),
      people: connection.prepare('SELECT first_name FROM employee').pluck().all(),
      views: connection.prepare('SELECT count(*) FROM saved_view').pluck().get(),
    }
  } finally {
    connection.close()
  }
}

test('a company of the version before gets saved views, and loses nothing', async () => {
  const before = migrations.slice(0, savedViews.version - 1)
  const upTo = migrations.slice(0, savedViews.version)
  const former = await open('company.db', before, true)
  await fillDatabase(former)
  await former.close()
  await (await open('company.db', upTo, false)).close()
  await (await open('fresh.db', upTo, true)).close()
  const after = schemaAndPeople('company.db')
  expect(after).toEqual({ ...schemaAndPeople('fresh.db'), people: ['Ada'] })
  expect(after.views).toBe(0)
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })
})
