import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openConnection } from '../../electron/database/connection.ts'
import { inspectDatabaseFile } from '../../electron/database/inspect.ts'
import { verifyDatabase } from '../../electron/database/integrity.ts'
import { latestVersion } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { createTestNumbers } from '../support/random.ts'

const child = (name: string) => join(import.meta.dirname, 'children', name)

let folder: string
let file: string

const open = (create = false) => openDatabase({ file, clock: createTestClock(), create, strictTurns: true })

beforeEach(async () => {
  folder = createTestFolder()
  file = join(folder, 'staffdesk.db')
  await (await open(true)).close()
})

afterEach(() => removeTestFolder(folder))

/** Runs the child until it has acknowledged so many batches, kills it, and answers the last one that it acknowledged. */
async function killAfter(acknowledgements: number): Promise<number> {
  const writer = spawn(process.execPath, [child('write-batches.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let seen = 0
  let last = -1
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line)
    seen += 1
    if (seen === acknowledgements) writer.kill('SIGKILL')
  }
  return last
}

test('a kill in the middle of writing loses no acknowledged row and leaves no half batch', async () => {
  const next = createTestNumbers(7)
  for (let round = 0; round < 5; round += 1) {
    const last = await killAfter(1 + Math.floor(next() * 60))
    expect(last).toBeGreaterThanOrEqual(0)
    expect(inspectDatabaseFile(file)).toEqual({ kind: 'ok', version: latestVersion })
    const database = await open()
    const rows = await database.read(queries.selectFrom('policy').select('name'))
    await database.close()
    expect(rows.length % 5).toBe(0)
    expect(rows.length).toBeGreaterThanOrEqual((last + 1) * 5)
    expect(verifyDatabase(file)).toEqual({ ok: true })
  }
})

describe.runIf(process.platform === 'linux')('a limit of the system', () => {
  test('that stops the file from growing is told as a full disk; reads go on and nothing acknowledged is lost', async () => {
    const command = ['--fsize=300000', process.execPath, child('write-batches.ts'), file, '1000']
    const { stdout, status } = spawnSync('prlimit', command, { encoding: 'utf8' })
    const lines = stdout.trim().split('\n')
    const acknowledged = lines.length - 1
    expect(acknowledged).toBeGreaterThan(0)
    expect([status, lines.at(-1)]).toEqual([0, `full with ${acknowledged * 5} rows readable`])
    const database = await open()
    expect(await database.read(queries.selectFrom('policy').select('name'))).toHaveLength(acknowledged * 5)
    await database.close()
    expect(verifyDatabase(file)).toEqual({ ok: true })
  })

  test('that leaves no room to copy the log into the file does not make a committed change a failed one', async () => {
    const { size } = statSync(file)
    // The log has room for the change, the file has not.
    const [limit, change] = [size + 50_000, size]
    const command = [`--fsize=${limit}`, process.execPath, child('close-second-writer.ts'), file, String(change)]
    expect(spawnSync('prlimit', command, { encoding: 'utf8' }).stdout).toBe('committed\nclosed\n')
    const database = await open()
    expect(await database.read(queries.selectFrom('policy').select('name'))).toEqual([{ name: 'long' }])
    await database.close()
    expect(verifyDatabase(file)).toEqual({ ok: true })
  })
})

test.each(['0', '1', '2', '3'])(
  'a kill after %s statements of a migration leaves the older schema',
  async (statements) => {
    const schema = () => {
      const connection = openConnection(file, 'check')
      const names = connection.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()
      connection.close()
      return names
    }
    const before = schema()
    const { signal } = spawnSync(process.execPath, [child('migrate.ts'), file, statements], { stdio: 'inherit' })
    expect(signal).toBe('SIGKILL')
    expect(inspectDatabaseFile(file)).toEqual({ kind: 'ok', version: latestVersion })
    await (await open()).close()
    expect(schema()).toEqual(before)
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
  },
)
