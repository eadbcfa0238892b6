import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createThrottle, type Throttle, unknownName } from '../../electron/accounts/throttle.ts'
import type { Refusal } from '../../electron/contract/errors.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestClock, type TestClock } from '../support/clock.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const second = 1000
const minute = 60 * second

let test: TestDatabase
let clock: TestClock
let throttle: Throttle

beforeEach(async () => {
  test = await openTestDatabase()
  clock = createTestClock()
  throttle = createThrottle({ database: test.database, clock })
})

afterEach(() => test.dispose())

/** How long a try has to wait; 0 when it is heard, and then it counts as failed. */
async function fail(name: string): Promise<number> {
  try {
    await throttle.count(name)
    return 0
  } catch (error) {
    const { code, notice } = (error as Refusal).error
    expect(code).toBe('TOO_MANY_ATTEMPTS')
    expect(notice?.title).toBe('Too Many Attempts')
    return notice?.remainingMs ?? Number.NaN
  }
}

async function failTimes(name: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) expect(await fail(name)).toBe(0)
}

describe('tries of one name', () => {
  it('wait after five failures, longer each time, to 15 minutes', async () => {
    await failTimes('anna', 5)
    for (const wait of [30 * second, minute, 2 * minute, 4 * minute, 8 * minute, 15 * minute, 15 * minute]) {
      expect(await fail('anna')).toBe(wait)
      clock.advance(wait - 1)
      expect(await fail('anna')).toBe(1)
      clock.advance(1)
      expect(await fail('anna')).toBe(0)
    }
  })

  it('count no try that was not heard', async () => {
    await failTimes('anna', 5)
    for (let time = 0; time < 10; time += 1) expect(await fail('anna')).toBe(30 * second)
    clock.advance(30 * second)
    expect((await throttle.count('anna')).failures).toBe(6)
  })

  it('start afresh after a success', async () => {
    await failTimes('anna', 5)
    clock.advance(30 * second)
    await throttle.count('anna')
    await throttle.succeeded('anna')
    await failTimes('anna', 5)
  })

  it('do not make another name wait', async () => {
    await failTimes('anna', 5)
    expect(await fail('anna')).toBeGreaterThan(0)
    expect(await fail('ben')).toBe(0)
  })

  it('wait the same for names that nobody has, and keep nothing of what was typed', async () => {
    const typed = 'my secret password 1'
    await failTimes(unknownName(typed), 5)
    expect(await fail(unknownName(typed))).toBe(30 * second)
    const rows = await test.database.read(queries.selectFrom('sign_in_throttle').selectAll())
    expect(JSON.stringify(rows)).not.toContain('secret')
  })

  it('forget unknown names after 30 days', async () => {
    for (let index = 0; index < 15; index += 1) await throttle.count(unknownName(`nobody${index}`))
    await throttle.count('anna')
    clock.advance(31 * 24 * 60 * minute)
    await throttle.count(unknownName('somebody'))
    const rows = await test.database.read(queries.selectFrom('sign_in_throttle').select('name_key').orderBy('name_key'))
    expect(rows.map((row) => row.name_key)).toEqual(['*', 'anna', unknownName('somebody')])
  })

  it('wait no longer than the whole wait when the clock is set back', async () => {
    await failTimes('anna', 5)
    clock.jump(-24 * 60 * minute)
    expect(await fail('anna')).toBe(30 * second)
    clock.advance(30 * second)
    expect(await fail('anna')).toBe(0)
  })

  it('are taken back when the secret was never looked at', async () => {
    await failTimes('anna', 4)
    for (let time = 0; time < 3; time += 1) {
      await throttle.count('anna')
      await throttle.takeBack('anna')
    }
    expect(await throttle.count('anna')).toMatchObject({ failures: 5, wait: 30 * second })
  })
})

describe('tries of many names', () => {
  it('make everybody wait 30 seconds after 20 failures within 5 minutes', async () => {
    for (let index = 0; index < 20; index += 1) expect(await fail(`name${index}`)).toBe(0)
    expect(await fail('anna')).toBe(30 * second)
    clock.advance(30 * second)
    expect(await fail('anna')).toBe(0)
  })

  it('do not when they are spread', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 19; index += 1) expect(await fail(`name${round}-${index}`)).toBe(0)
      clock.advance(5 * minute)
    }
    expect(await fail('anna')).toBe(0)
  })

  it('do not count those that succeed', async () => {
    for (let index = 0; index < 50; index += 1) {
      expect(await fail(`name${index}`)).toBe(0)
      await throttle.succeeded(`name${index}`)
    }
    for (let index = 0; index < 19; index += 1) expect(await fail(`other${index}`)).toBe(0)
    expect(await throttle.count('the twentieth')).toMatchObject({ pausesAll: true })
    await throttle.succeeded('the twentieth')
    expect(await fail('anna')).toBe(0)
  })
})

describe('a process that is killed between two tries', () => {
  it('has counted the first', async () => {
    await test.database.close()
    const child = fileURLToPath(new URL('./support/count-forever.ts', import.meta.url))
    const starts = ['2026-11-20T09:00:00Z', '2027-11-20T09:00:00Z', '2028-11-20T09:00:00Z']
    let tries = 0
    for (const start of starts) {
      const before = tries
      const killed = spawn(process.execPath, [child, test.file, start], { stdio: ['ignore', 'pipe', 'inherit'] })
      for await (const data of killed.stdout) {
        tries += String(data).split('counted').length - 1
        if (tries > before) break
      }
      killed.kill('SIGKILL')
      await once(killed, 'close')
    }
    const database = await openDatabase({ file: test.file, clock })
    const [row] = await database.read(queries.selectFrom('sign_in_throttle').selectAll().where('name_key', '=', 'anna'))
    await database.close()
    expect(tries).toBeGreaterThanOrEqual(starts.length)
    expect(row?.failures).toBeGreaterThanOrEqual(tries)
  })
})
