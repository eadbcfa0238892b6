import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCompanyFigures } from '../../electron/dashboard/company-figures.ts'
import { readSignInFigures } from '../../electron/dashboard/sign-in-figures.ts'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import type { Database } from '../../electron/database/port.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const before = migrations.findIndex(({ title }) => title === 'figures')

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

const contents = (name: string, sql: string) => look(name, (connection) => connection.prepare(sql).all())

test('a company from before has its figures indexed, and nothing else changes', async () => {
  const former = await open('company.db', before, true)
  await fillDatabase(former)
  await former.close()
  const employees = contents('company.db', 'SELECT * FROM employee')
  expect(employees).toHaveLength(1)

  await (await open('company.db', before + 1, false)).close()
  await (await open('fresh.db', before + 1, true)).close()
  expect(contents('company.db', 'SELECT * FROM employee')).toEqual(employees)
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })
  const schema = 'SELECT name, sql FROM sqlite_schema ORDER BY name'
  expect(contents('company.db', schema)).toEqual(contents('fresh.db', schema))
})

test('no figure of the company reads the rows of all its employees', async () => {
  await (await open('company.db', migrations.length, true)).close()
  const plans: string[] = []
  const explaining: Pick<Database, 'read'> = {
    async read(query) {
      const { sql, parameters } = 'compile' in query ? query.compile() : query
      const steps = look('company.db', (connection) =>
        connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters),
      )
      plans.push(...steps.map(({ detail }) => detail).filter((detail) => detail.includes(' employee')))
      return []
    },
  }
  const now = createTestClock().now()
  await readCompanyFigures(explaining, now)
  await readSignInFigures(explaining, now)
  // The newest employees alone are read row by row, from the end, and only a few of them.
  expect(plans.filter((plan) => !plan.includes('COVERING INDEX'))).toEqual(['SCAN employee'])
  expect(plans.length).toBeGreaterThan(6)
})
