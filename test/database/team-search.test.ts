import { expect, test } from 'vitest'
import { teamFilter } from '../../electron/contract/team.ts'
import { createTeamHandlers } from '../../electron/team/team.ts'
import { createExplaining, createVersions, expectOnlyIndexes } from './versions.ts'

const versions = createVersions()

test('a company from before has the search of its teams indexed, and nothing else changes', () =>
  expectOnlyIndexes(versions, 'team search'))

test('who looks for somebody in a large team has only the rows read that are shown', async () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ id: index + 1 }))
  const { database, plans } = await createExplaining(versions, (sql) => (sql.includes('"lead"') ? many : []))
  const { list } = createTeamHandlers({ database, pause: async () => {} })
  await list({ ...teamFilter.parse({ search: 'ada' }), offset: 0, limit: 100 }, {
    windowId: 1,
    signedIn: { accountId: 1 },
  } as never)
  expect(plans.filter((plan) => !plan.includes('COVERING INDEX'))).toEqual([
    'SEARCH employee USING INTEGER PRIMARY KEY (rowid=?)',
  ])
  expect(plans.length).toBeGreaterThan(4)
})
