import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../electron/database/connection.ts'
import { createStatementCache } from '../../electron/database/statements.ts'

let connection: Connection

beforeEach(() => {
  connection = new Sqlite(':memory:')
})

afterEach(() => connection.close())

test('a statement is prepared once', () => {
  const cache = createStatementCache(connection)
  expect(cache.get('SELECT 1')).toBe(cache.get('SELECT 1'))
})

test('a statement that is being stepped through is never handed out', () => {
  const cache = createStatementCache(connection)
  const sql = "SELECT value FROM json_each('[1,2,3]')"
  const steps = cache.get(sql).iterate()
  expect(steps.next().value).toEqual({ value: 1 })
  expect(cache.get(sql).all()).toHaveLength(3)
  expect(steps.next().value).toEqual({ value: 2 })
  steps.return?.()
})

test('the least recently used leave first, so that changing filters never fill the memory', () => {
  const cache = createStatementCache(connection)
  const often = cache.get('SELECT 0')
  const once = cache.get('SELECT -1')
  for (let number = 1; number <= 1000; number += 1) {
    cache.get(`SELECT ${number}`)
    cache.get('SELECT 0')
  }
  expect(cache.get('SELECT 0')).toBe(often)
  expect(cache.get('SELECT -1')).not.toBe(once)
})
