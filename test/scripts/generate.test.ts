import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/audit/verify.ts'
import { employeeStatuses, employmentTypes, everybody } from '../../electron/contract/employee-filter.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { openDatabase } from '../../electron/database/open.ts'
import type { Database } from '../../electron/database/port.ts'
import { queries } from '../../electron/database/queries.ts'
import { readList } from '../../electron/employees/listing.ts'
import { databaseFile } from '../../electron/recovery/data-folder.ts'
import { readArguments } from '../../scripts/generate/arguments.ts'
import { administrator, generateCompany } from '../../scripts/generate/generate.ts'
import { opening } from '../setup/first-run.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

describe('the arguments', () => {
  it('say how many, which of the companies, and where to', () => {
    expect(readArguments(['--employees', '100', '--seed', '7', '--into', '/somewhere'])).toEqual({
      employees: 100,
      seed: 7,
      folder: '/somewhere',
    })
    expect(readArguments(['--employees', '5'])).toMatchObject({ seed: 1, folder: expect.stringContaining('5') })
  })

  it.each([
    [[]],
    [['--employees', 'many']],
    [['--employees', '0']],
    [['--empoyees', '5']],
    [['--employees', '5', '--seed', 'x']],
  ])('that are not understood are answered with those that are: %j', (given) =>
    expect(readArguments(given)).toContain('--employees NUMBER'),
  )
})

describe('a generated company', () => {
  const count = 400
  const folders = [createTestFolder(), createTestFolder()]
  const file = join(folders[0] ?? '', databaseFile)
  let database: Database

  beforeAll(async () => {
    for (const folder of folders) {
      const parts = { clock: createTestClock(), random: createTestRandom() }
      await generateCompany(parts, { employees: count, seed: 5, folder })
    }
    database = await openDatabase({ file, clock: createTestClock() })
  })
  afterAll(async () => {
    await database.close()
    for (const folder of folders) removeTestFolder(folder)
  })

  const people = (of: Database) => of.read(queries.selectFrom('employee').selectAll().orderBy('id'))

  it('is one that the application opens', async () => {
    expect(opening(folders[0] ?? '')).toBe('open')
    expect(readdirSync(folders[0] ?? '')).toContain('installed.json')
    expect(verifyDatabase(file)).toEqual({ ok: true })
    expect((await verifyAuditChain(database)).ok).toBe(true)
    const [first] = await database.read(queries.selectFrom('account').select('username').where('role', '=', 'admin'))
    expect(first?.username).toBe(administrator.username)
  })

  it('has everything that employees can be', async () => {
    const rows = await people(database)
    expect(rows).toHaveLength(count)
    const kinds = (values: readonly unknown[]) => new Set(values.filter((value) => value !== null))
    expect(kinds(rows.map((row) => row.status))).toEqual(new Set(employeeStatuses))
    expect(kinds(rows.map((row) => row.employment_type))).toEqual(new Set(employmentTypes))
    expect(kinds(rows.map((row) => row.department_id)).size).toBeGreaterThan(20)
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Han}/u]) {
      expect(
        rows.some((row) => script.test(row.first_name)),
        String(script),
      ).toBe(true)
    }
    const accounts = rows.filter((row) => row.account_id !== null).length
    expect(accounts).toBeGreaterThan(count / 10)
    expect(accounts).toBeLessThan(count / 2)
  })

  it('is led without a circle, by people who are there', async () => {
    const rows = await people(database)
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const row of rows) {
      const manager = row.manager_id === null ? null : byId.get(row.manager_id)
      if (manager === null) continue
      expect(manager?.id).toBeLessThan(row.id)
      expect(manager?.status).toBe('active')
    }
    expect(rows.filter((row) => row.manager_id === null).length).toBe(1)
  })

  it('has no day before another that must come first', async () => {
    for (const row of await people(database)) {
      if (row.date_of_birth) expect(row.date_of_birth < row.hire_date).toBe(true)
      if (row.leaving_date) expect(row.leaving_date >= row.hire_date).toBe(true)
      expect(row.status === 'left').toBe(row.leaving_date !== null && row.leaving_date < '2026-11-20')
    }
  })

  it('is searched', async () => {
    const [somebody] = (await people(database)).slice(-1)
    const filter = { ...everybody, search: somebody?.employee_number ?? '' }
    const { rows } = await readList(database, filter, { sort: [], custom: [], offset: 0, limit: 10 }, count)
    expect(rows.map(({ id }) => id)).toEqual([somebody?.id])
  })

  it('is the same for the same seed', async () => {
    const other = await openDatabase({ file: join(folders[1] ?? '', databaseFile), clock: createTestClock() })
    try {
      expect(await people(other)).toEqual(await people(database))
    } finally {
      await other.close()
    }
  })
})
