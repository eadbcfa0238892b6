import { expect, test } from 'vitest'
import { teamFilter } from '../../electron/contract/team.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import type { Database } from '../../electron/database/port.ts'
import { createTeamHandlers } from '../../electron/team/team.ts'
import { fillDatabase } from './fill.ts'
import { createVersions, schema } from './versions.ts'

const before = migrations.findIndex(({ title }) => title === 'team search')

const { file, open, look, contents } = createVersions()

test('a company from before has the search of its teams indexed, and nothing else changes', async () => {
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

test('who looks for somebody in a large team has only the rows read that are shown', async () => {
  await (await open('company.db', migrations.length, true)).close()
  const many = Array.from({ length: 1000 }, (_, index) => ({ id: index + 1 }))
  const plans: string[] = []
  const explaining: Pick<Database, 'read'> = {
    async read(query) {
      const { sql, parameters } = 'compile' in query ? query.compile() : query
      const steps = look('company.db', (connection) =>
        connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters),
      )
      plans.push(...steps.map(({ detail }) => detail).filter((detail) => detail.includes(' employee')))
      return (sql.includes('"lead"') ? many : []) as never
    },
  }
  const { list } = createTeamHandlers({ database: explaining, pause: async () => {} })
  await list({ ...teamFilter.parse({ search: 'ada' }), offset: 0, limit: 100 }, {
    windowId: 1,
    signedIn: { accountId: 1 },
  } as never)
  expect(plans.filter((plan) => !plan.includes('COVERING INDEX'))).toEqual([
    'SEARCH employee USING INTEGER PRIMARY KEY (rowid=?)',
  ])
  expect(plans.length).toBeGreaterThan(4)
})
