import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connection, openConnection } from '../../electron/database/connection.ts'
import { asDatabaseError } from '../../electron/database/errors.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let fixture: TestDatabase
let connection: Connection

beforeEach(async () => {
  fixture = await openTestDatabase()
  await fillDatabase(fixture.database)
  connection = openConnection(fixture.file, 'write')
})

afterEach(async () => {
  connection.close()
  await fixture.dispose()
})

function refusalOf(sql: string): string | undefined {
  try {
    connection.exec(sql)
    return undefined
  } catch (error) {
    return asDatabaseError(error).constraint?.kind
  }
}

test('every table refuses values of another type', () => {
  const tables = connection.prepare(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
  )
  const notStrict = (tables.all() as { name: string; strict: number }[]).filter((table) => table.strict === 0)
  expect(notStrict.map((table) => table.name)).toEqual(['sqlite_schema'])
})

describe('rows that no rule of the application would write are refused', () => {
  test.each([
    ["INSERT INTO company VALUES (2, 'id', 'Second', 0)", 'check'],
    ["INSERT INTO policy VALUES ('lock', 'no JSON')", 'check'],
    ["UPDATE account SET role = 'owner'", 'check'],
    ['UPDATE account SET must_choose_password = 2', 'check'],
    ["UPDATE account SET recovery_code_hash = 'the code itself'", 'check'],
    ["INSERT INTO session VALUES ('the key itself', '', 0, 1)", 'check'],
    ["UPDATE employee SET hire_date = '31.01.2026'", 'check'],
    ["UPDATE employee SET status = 'gone'", 'check'],
    ["UPDATE employee SET work_email = 'ada@example.com'", 'check'],
    ['UPDATE employee SET account_id = 99', 'foreign-key'],
    ['UPDATE session_history SET ended_at = 1', 'check'],
    ["UPDATE session_history SET reason = 'idle'", 'check'],
    ['DELETE FROM account', 'foreign-key'],
  ])('%s', (sql, kind) => {
    expect(refusalOf(sql)).toBe(kind)
  })
})

describe('no two of', () => {
  const copy = (table: string, columns: string, values: string) =>
    refusalOf(`INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table}`)

  test('usernames are the same', () => {
    const others = 'full_name, role, password_hash, must_choose_password, created_at, version'
    expect(copy('account', `username, username_key, ${others}`, `'ADA', username_key, ${others}`)).toBe('unique')
    expect(copy('account', `username, username_key, ${others}`, `'bo', 'bo', ${others}`)).toBeUndefined()
  })

  test('employee numbers are the same, and no account has two employees', () => {
    const others = 'first_name, last_name, hire_date, status, search_key, sort_key, created_at, updated_at, version'
    const columns = `employee_number, employee_number_key, account_id, ${others}`
    expect(copy('employee', columns, `'E1', 'e1', NULL, ${others}`)).toBe('unique')
    expect(copy('employee', columns, `'E2', 'e2', account_id, ${others}`)).toBe('unique')
    expect(copy('employee', columns, `'E2', 'e2', NULL, ${others}`)).toBeUndefined()
  })
})

describe('the audit only grows', () => {
  test.each([
    ["UPDATE audit_entry SET actor_name = 'bo'", 'trigger'],
    ['DELETE FROM audit_entry', 'trigger'],
    ['REPLACE INTO audit_entry SELECT * FROM audit_entry', 'trigger'],
    ["UPDATE audit_value SET value = '{}'", 'trigger'],
  ])('%s', (sql, kind) => {
    expect(refusalOf(sql)).toBe(kind)
  })

  test('but the values of entries can be purged', () => {
    expect(refusalOf('DELETE FROM audit_value')).toBeUndefined()
  })
})

test('what is looked up all the time has an index', () => {
  const plan = (sql: string) => JSON.stringify(connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
  expect(plan('SELECT * FROM session WHERE expires_at <= 1')).toContain('session_by_expiry')
  expect(plan("SELECT * FROM session_history WHERE key_hash = 'x'")).toContain('session_history_by_key')
  expect(plan('SELECT * FROM session_history WHERE account_id = 1 AND ended_at IS NULL')).toContain(
    'session_history_open',
  )
  expect(plan('SELECT * FROM session_history WHERE account_id = 1 ORDER BY started_at DESC LIMIT 5')).toContain(
    'session_history_by_account',
  )
  expect(plan('SELECT * FROM employee WHERE archived_at IS NULL ORDER BY sort_key, id LIMIT 100')).toContain(
    'employee_by_sort_key',
  )
  expect(plan("SELECT * FROM audit_entry WHERE subject_kind = 'employee' AND subject_id = 1 ORDER BY id")).toContain(
    'audit_entry_by_subject',
  )
})
