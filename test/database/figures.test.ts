import { expect, test } from 'vitest'
import { readCompanyFigures } from '../../electron/dashboard/company-figures.ts'
import { readSignInFigures } from '../../electron/dashboard/sign-in-figures.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import type { Database } from '../../electron/database/port.ts'
import { createTestClock } from '../support/clock.ts'
import { fillDatabase } from './fill.ts'
import { createVersions, schema } from './versions.ts'

const before = migrations.findIndex(({ title }) => title === 'figures')

const { file, open, look, contents } = createVersions()

test('a company from before has its figures indexed, and nothing else changes', async () => {
  const former = await open('company.db', before, true)
  await fillDatabase(former)
  await former.close()
  const employees = contents('company.db', 'SELECT * FROM employee')
  expect(employees).toHaveLength(1)

  await (await open('company.db', before + 1, false)).close()
  await (await open('fresh.db', before + 1, true)).close()
  expect(contents('company.db', 'SELECT * FROM employee')).toEqual(employees)
  expect(verifyDatabase(file('company.db'))).toEqual({ ok: true })
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
