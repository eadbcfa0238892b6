import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/audit/verify.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { queries } from '../../electron/database/queries.ts'
import { guessMapping } from '../../electron/imports/mapping.ts'
import { perform } from '../../electron/imports/tasks.ts'
import { createTestClock } from '../support/clock.ts'
import { openTestDatabase } from '../support/database.ts'
import { createTestNumbers } from '../support/random.ts'

const child = join(import.meta.dirname, 'children', 'import.ts')
const everybody = 400

/** Starts the import and kills it once it has told of so many rows. */
async function killAfter(rows: number, taskFile: string): Promise<void> {
  const importing = spawn(process.execPath, [child, taskFile], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: importing.stdout })) {
    if (Number(line) >= rows) importing.kill('SIGKILL')
  }
}

it('a kill at any row leaves all of an import or nothing', async () => {
  await using fixture = await openTestDatabase()
  const { file: databaseFile, folder } = fixture
  const stagingFile = join(folder, 'staging.db')
  const file = join(folder, 'people.csv')
  const rows = Array.from({ length: everybody }, (_, index) => `E${index},Person,${index},2026-01-01,E${index - 1}`)
  writeFileSync(file, ['Number,First name,Last name,Hire date,Manager', 'E-1,First,,2026-01-01,', ...rows].join('\n'))
  const { headings } = await perform('read', { file, stagingFile }, () => {})
  const options = { updateByNumber: false, createMissing: false }
  const mapped = { headings, mapping: guessMapping(headings, {}, []), options }
  const checked = await perform('check', { databaseFile, stagingFile, mapped }, () => {})
  expect(checked.counts).toMatchObject({ new: everybody + 1, bad: 0 })
  const taskFile = join(folder, 'task.json')
  const whole = { databaseFile, stagingFile, fileName: 'people.csv', mapped, checked, computer: 'Front desk', now: 0 }
  writeFileSync(
    taskFile,
    JSON.stringify({
      ...whole,
      actor: { accountId: 1, username: 'maria' },
      seed: Array.from({ length: 32 }, (_, index) => index),
    }),
  )
  await fixture.database.close()

  const next = createTestNumbers(11)
  for (const moment of [...Array.from({ length: 4 }, () => next() * everybody), Number.POSITIVE_INFINITY]) {
    await killAfter(moment, taskFile)
    const database = await openDatabase({ file: databaseFile, clock: createTestClock() })
    const employees = (await database.read(queries.selectFrom('employee').select('id'))).length
    const imports = (await database.read(queries.selectFrom('employee_import_row').select('version'))).length
    expect([employees, imports]).toEqual(employees === 0 ? [0, 0] : [everybody + 1, everybody + 1])
    if (moment === Number.POSITIVE_INFINITY) expect(employees).toBe(everybody + 1)
    expect(await verifyAuditChain(database)).toMatchObject({ ok: true })
    await database.close()
    expect(verifyDatabase(databaseFile)).toEqual({ ok: true })
    if (employees > 0) break
  }
})
