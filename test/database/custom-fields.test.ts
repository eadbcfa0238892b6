import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { asDatabaseError } from '../../electron/database/errors.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { customFields } from '../../electron/database/migrations/0007-custom-fields.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let folder: string
beforeEach(async () => {
  folder = createTestFolder()
  const former = await open(customFields.version - 1, true)
  await fillDatabase(former)
  await former.close()
})
afterEach(() => removeTestFolder(folder))

const file = () => join(folder, 'company.db')

const open = (version: number, create: boolean) =>
  openDatabase({
    file: file(),
    clock: createTestClock(),
    create,
    migrations: migrations.slice(0, version),
    strictTurns: true,
  })

test('a company of the version before gets custom fields, and loses nothing', async () => {
  const rows = () => {
    const connection = openConnection(file(), 'check')
    try {
      return ['account', 'employee', 'audit_entry'].map((table) => connection.prepare(`SELECT * FROM ${table}`).all())
    } finally {
      connection.close()
    }
  }
  const before = rows()
  await (await open(customFields.version, false)).close()
  expect(rows()).toEqual(before)
  expect(verifyDatabase(file())).toEqual({ ok: true })
})

test('values go with their employee or their field, and rows that no rule would write are refused', async () => {
  await (await open(customFields.version, false)).close()
  const connection = openConnection(file(), 'write')
  const add = () =>
    connection.exec(`
      INSERT INTO custom_field VALUES (3, 'Badge', 'badge', 'text', '', 0, 0, 0, NULL, 0, 0, 1);
      INSERT INTO custom_value VALUES (1, 3, 'Blue');
    `)
  const count = () => connection.prepare('SELECT count(*) FROM custom_value').pluck().get()
  const refusalOf = (sql: string) => {
    try {
      connection.exec(sql)
      return null
    } catch (error) {
      return asDatabaseError(error).constraint?.kind
    }
  }
  try {
    add()
    expect(refusalOf("INSERT INTO custom_value VALUES (1, 9, 'Blue')")).toBe('foreign-key')
    expect(refusalOf("UPDATE custom_value SET value = ''")).toBe('check')
    expect(refusalOf("UPDATE custom_field SET kind = 'picture'")).toBe('check')
    connection.exec('DELETE FROM custom_field')
    expect(count()).toBe(0)
    add()
    connection.exec('DELETE FROM employee')
    expect(count()).toBe(0)
  } finally {
    connection.close()
  }
})
