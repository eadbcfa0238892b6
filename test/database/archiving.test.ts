import { expect, test } from 'vitest'
import { everybody } from '../../electron/contract/employee-filter.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { selectPage } from '../../electron/employees/list-repository.ts'
import { fillDatabase } from './fill.ts'
import { createVersions, schema } from './versions.ts'

const archiving = migrations.findIndex(({ title }) => title === 'archiving')

const { file, open, look, contents } = createVersions()

test('everybody of a company from before is kept, and nobody is archived', async () => {
  const former = await open('company.db', archiving, true)
  await fillDatabase(former)
  await former.close()
  const rows = () => contents('company.db', 'SELECT * FROM employee')
  const before = rows()
  expect(before).toHaveLength(1)

  await (await open('company.db', archiving + 1, false)).close()
  expect(rows()).toEqual(before.map((row) => ({ ...(row as object), archived_at: null })))
  expect(verifyDatabase(file('company.db'))).toEqual({ ok: true })

  await (await open('fresh.db', archiving + 1, true)).close()
  expect(contents('company.db', schema)).toEqual(contents('fresh.db', schema))
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
