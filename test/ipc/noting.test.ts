import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import { queries } from '../../electron/database/queries.ts'
import { createNoting, type Noting } from '../../electron/ipc/noting.ts'
import { createTestClock, type TestClock } from '../support/clock.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

const ada = { accountId: 7, username: 'ada', historyId: 1, key: 'k' } as never

let place: TestDatabase
let clock: TestClock
let note: Noting
beforeEach(async () => {
  clock = createTestClock()
  place = await openTestDatabase({ clock })
  const { database } = place
  note = createNoting({
    database,
    audit: createAudit({ clock, computer: 'Front desk', random: createTestRandom() }),
    clock,
  })
})
afterEach(() => place.dispose())

const noted = async () => {
  const rows = await place.database.read(
    queries.selectFrom('audit_entry').select(['action', 'actor_name', 'subject_name', 'outcome']).orderBy('id'),
  )
  return rows.map((row) => `${row.action} ${row.actor_name} ${row.subject_name} ${row.outcome}`)
}

test('tells who was denied what, and what was not done', async () => {
  await note(ada, 'employees.list', 'denied')
  await note(ada, 'accounts.disable', 'refused')
  await note(ada, 'audit.export', 'failure')
  expect(await noted()).toEqual([
    'access.denied ada employees.list refused',
    'act.failed ada accounts.disable refused',
    'act.failed ada audit.export failure',
  ])
})

test('a loop leaves one entry a minute for each call', async () => {
  for (let time = 0; time < 100; time += 1) await note(ada, 'employees.list', 'denied')
  await note(ada, 'employees.read', 'denied')
  expect(await noted()).toHaveLength(2)
  clock.advance(59_999)
  await note(ada, 'employees.list', 'denied')
  expect(await noted()).toHaveLength(2)
  clock.advance(1)
  await note(ada, 'employees.list', 'denied')
  expect(await noted()).toHaveLength(3)
})
