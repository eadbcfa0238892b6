import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { assignments } from '../../electron/database/migrations/0006-assignments.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { fillDatabase } from './fill.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const open = (version: number, create: boolean) =>
  openDatabase({
    file: join(folder, 'company.db'),
    clock: createTestClock(),
    create,
    migrations: migrations.slice(0, version),
    strictTurns: true,
  })

const inFile = <Value>(
  mode: 'write' | 'check',
  act: (connection: ReturnType<typeof openConnection>) => Value,
): Value => {
  const connection = openConnection(join(folder, 'company.db'), mode)
  try {
    return act(connection)
  } finally {
    connection.close()
  }
}

test('a company of version 3 gets the history of its employees, from their hire dates', async () => {
  const former = await open(3, true)
  await fillDatabase(former)
  await former.close()
  inFile('write', (connection) =>
    connection.exec(`
      INSERT INTO department VALUES (7, 'Sales', 'sales', NULL, NULL, NULL, NULL, 0, 0, 1);
      INSERT INTO position VALUES (3, 'Clerk', 'clerk', 0, 0, 1);
      INSERT INTO employee (id, employee_number, employee_number_key, first_name, last_name, hire_date, status,
        leaving_date, leaving_reason, search_key, sort_key, created_at, updated_at, version, manager_id, department_id)
      VALUES (2, 'E2', 'e2', 'Grace', '', '2020-01-01', 'left', '2024-05-31', 'retired', '', '', 5, 5, 1, 1, 7);
      UPDATE employee SET position_id = 3, manager_id = 2, employment_type = 'intern' WHERE id = 1;
    `),
  )
  const rowsOf = (table: string) =>
    inFile('check', (connection) => connection.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
  await (await open(assignments.version - 1, false)).close()
  const before = { employee: rowsOf('employee'), audit_entry: rowsOf('audit_entry') }

  await (await open(assignments.version, false)).close()
  expect(rowsOf('assignment')).toMatchObject([
    {
      employee_id: 1,
      effective_from: '2026-01-31',
      last_day: null,
      department_id: null,
      department_name: null,
      position_id: 3,
      position_title: 'Clerk',
      manager_id: 2,
      manager_name: 'Grace',
      employment_type: 'intern',
      planned_fields: null,
      created_by: null,
    },
    {
      employee_id: 2,
      effective_from: '2020-01-01',
      last_day: '2024-05-31',
      department_name: 'Sales',
      manager_name: 'Ada Lovelace',
    },
  ])
  expect({ employee: rowsOf('employee'), audit_entry: rowsOf('audit_entry') }).toEqual(before)
  expect(verifyDatabase(join(folder, 'company.db'))).toEqual({ ok: true })
})
