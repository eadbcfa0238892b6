import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepared } from '../../electron/database/prepared.ts'
import { queries } from '../../electron/database/queries.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let fixture: TestDatabase

beforeEach(async () => {
  fixture = await openTestDatabase()
})

afterEach(() => fixture.dispose())

const hash = (letter: string) => letter.repeat(64)

const insertSession = prepared<{ keyHash: string; expiresAt: number }, unknown>((parameter) =>
  queries.insertInto('session').values({
    key_hash: parameter('keyHash'),
    data: 'constant',
    expires_at: parameter('expiresAt'),
    version: 1,
  }),
)

const findSession = prepared<{ keyHash: string; now: number }, { key_hash: string; data: string }>((parameter) =>
  queries
    .selectFrom('session')
    .select(['key_hash', 'data'])
    .where('key_hash', '=', parameter('keyHash'))
    .where('expires_at', '>', parameter('now')),
)

test('binds each call’s own values, beside those that stand in the query', async () => {
  await fixture.database.write(async (transaction) => {
    await transaction.execute(insertSession({ keyHash: hash('a'), expiresAt: 10 }))
    await transaction.execute(insertSession({ expiresAt: 20, keyHash: hash('b') }))
  })
  const find = (keyHash: string, now: number) => fixture.database.read(findSession({ keyHash, now }))
  expect(await find(hash('a'), 5)).toEqual([{ key_hash: hash('a'), data: 'constant' }])
  expect(await find(hash('b'), 15)).toEqual([{ key_hash: hash('b'), data: 'constant' }])
  expect(await find(hash('a'), 15)).toEqual([])
})

test('the query’s text is made once', () => {
  expect(findSession({ keyHash: 'a', now: 1 }).sql).toBe(findSession({ keyHash: 'b', now: 2 }).sql)
})

test('one name may stand in several places', async () => {
  const overlapping = prepared<{ at: number }, { data: string }>((parameter) =>
    queries
      .selectFrom('session')
      .select('data')
      .where('expires_at', '>=', parameter('at'))
      .where('expires_at', '<=', parameter('at')),
  )
  expect(overlapping({ at: 7 }).parameters).toEqual([7, 7])
})
