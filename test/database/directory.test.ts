import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { queries } from '../../electron/database/queries.ts'
import { directoryKey } from '../../electron/employees/keys.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const version = migrations.findIndex(({ title }) => title === 'directory') + 1

const open = (name: string, upTo: number, create: boolean) =>
  openDatabase({
    file: join(folder, name),
    clock: createTestClock(),
    create,
    migrations: migrations.slice(0, upTo),
    strictTurns: true,
  })

/** The employees' columns and rows, and the schema. */
function everything(name: string) {
  const connection = openConnection(join(folder, name), 'check')
  try {
    return {
      rows: connection.prepare('SELECT * FROM employee').all() as Readonly<Record<string, unknown>>[],
      columns: connection.pragma('table_info(employee)'),
      schema: connection.prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all(),
    }
  } finally {
    connection.close()
  }
}

test('a company of the version before gets the search of its directory, and nobody shows a day', async () => {
  const former = await open('company.db', version - 1, true)
  await fillDatabase(former)
  await former.write((transaction) =>
    transaction.execute(
      queries.updateTable('employee').set({
        preferred_name: 'Añita',
        middle_name: 'King',
        work_email: 'Ada@Acme.example',
        work_email_key: 'ada@acme.example',
        work_phone: '+46 8 12-34',
      }),
    ),
  )
  await former.close()
  const before = everything('company.db')

  await (await open('company.db', version, false)).close()
  const after = everything('company.db')
  const expected = directoryKey({
    firstName: 'Ada',
    lastName: 'Lovelace',
    preferredName: 'Añita',
    workEmail: 'Ada@Acme.example',
    workPhone: '+46 8 12-34',
  })
  expect(after.rows).toEqual(before.rows.map((row) => ({ ...row, directory_key: expected })))
  expect(expected).toContain('anita')
  expect(expected).not.toContain('king')
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })

  await (await open('fresh.db', version, true)).close()
  const fresh = everything('fresh.db')
  expect([after.columns, after.schema]).toEqual([fresh.columns, fresh.schema])
})
