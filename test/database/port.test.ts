import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connection, openConnection } from '../../electron/database/connection.ts'
import { DatabaseMisuseError } from '../../electron/database/errors.ts'
import type { Database, Transaction } from '../../electron/database/port.ts'
import { queries } from '../../electron/database/queries.ts'
import { createSqlitePort } from '../../electron/database/sqlite-port.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let fixture: TestDatabase
let database: Database

beforeEach(async () => {
  fixture = await openTestDatabase()
  database = fixture.database
})

afterEach(() => fixture.dispose())

const insert = (name: string) => queries.insertInto('policy').values({ name, value: '1' })
const names = async (from = database) => {
  const rows = await from.read(queries.selectFrom('policy').select('name').orderBy('name'))
  return rows.map((row) => row.name)
}

describe('a write', () => {
  test('answers what its work answers, and what its queries returned', async () => {
    const answer = await database.write(async (transaction) => {
      const inserted = await transaction.execute(insert('a').returning('name'))
      const updated = await transaction.execute(queries.updateTable('policy').set({ value: '2' }))
      const missed = await transaction.execute(queries.deleteFrom('policy').where('name', '=', 'z'))
      const selected = await transaction.execute(queries.selectFrom('policy').selectAll())
      return { inserted, updated, missed, selected }
    })
    expect(answer).toEqual({
      inserted: { rows: [{ name: 'a' }], changed: 1 },
      updated: { rows: [], changed: 1 },
      missed: { rows: [], changed: 0 },
      selected: { rows: [{ name: 'a', value: '2' }], changed: 0 },
    })
  })

  test('rolls all of its rows back when the work throws, and the throw comes through as it is', async () => {
    const refusal = new Error('refused')
    const write = database.write(async (transaction) => {
      await transaction.execute(insert('a'))
      throw refusal
    })
    await expect(write).rejects.toBe(refusal)
    expect(await names()).toEqual([])
  })

  test('runs alone: others wait their turn, and one that rolls back takes nothing of theirs along', async () => {
    const log: string[] = []
    const start = (name: string, fails: boolean) =>
      database.write(async (transaction) => {
        log.push(`${name} begins`)
        await transaction.execute(insert(`${name}1`))
        await transaction.execute(insert(`${name}2`))
        log.push(`${name} ends`)
        if (fails) throw new Error('refused')
      })
    const results = await Promise.allSettled([start('a', false), start('b', true), start('c', false)])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(await names()).toEqual(['a1', 'a2', 'c1', 'c2'])
  })

  test('can only roll back after one of its queries failed, even if the work goes on', async () => {
    const write = database.write(async (transaction) => {
      await transaction.execute(insert('a'))
      await transaction.execute(insert('a')).catch(() => undefined)
      return 'done'
    })
    await expect(write).rejects.toMatchObject({ kind: 'constraint' })
    expect(await names()).toEqual([])
    await database.write((transaction) => transaction.execute(insert('b')))
    expect(await names()).toEqual(['b'])
  })

  test('is seen by reads only once it is committed', async () => {
    await database.write(async (transaction) => {
      await transaction.execute(insert('a'))
      expect(await names()).toEqual([])
      expect((await transaction.execute(queries.selectFrom('policy').selectAll())).rows).toHaveLength(1)
    })
    expect(await names()).toEqual(['a'])
  })
})

describe('wrong use is told', () => {
  test('a write inside a write, which would wait for itself', async () => {
    const outer = database.write(() => database.write((transaction) => transaction.execute(insert('a'))))
    await expect(outer).rejects.toThrow(DatabaseMisuseError)
    expect(await names()).toEqual([])
  })

  test('closing inside a write', async () => {
    await expect(database.write(() => database.close())).rejects.toThrow(DatabaseMisuseError)
    expect(await names()).toEqual([])
  })

  test('but a write that a former write set off runs', async () => {
    let follow: Promise<unknown> = Promise.resolve()
    await database.write(async (transaction) => {
      await transaction.execute(insert('a'))
      follow = setTimeout(0).then(() => database.write((later) => later.execute(insert('b'))))
    })
    await follow
    expect(await names()).toEqual(['a', 'b'])
  })

  test('a transaction used after its end', async () => {
    let kept: Transaction | undefined
    await database.write(async (transaction) => {
      kept = transaction
    })
    await expect(kept?.execute(insert('a'))).rejects.toThrow(DatabaseMisuseError)
    expect(await names()).toEqual([])
  })

  test('a transaction that waits for something else, where turns are strict', async () => {
    const write = database.write(async (transaction) => {
      await transaction.execute(insert('a'))
      await setTimeout(1)
    })
    await expect(write).rejects.toThrow(DatabaseMisuseError)
    expect(await names()).toEqual([])
  })

  test('a read that would write', async () => {
    await expect(database.read(insert('a'))).rejects.toThrow(DatabaseMisuseError)
    await expect(database.read(insert('a').returning('name'))).rejects.toThrow(DatabaseMisuseError)
    expect(await names()).toEqual([])
  })

  test.each([
    ['a lone surrogate', '\ud800'],
    ['NUL', 'a\0b'],
    ['undefined', undefined],
    ['NaN', Number.NaN],
  ])('%s, which SQLite would alter in silence', async (_name, value) => {
    const query = queries
      .updateTable('policy')
      .set('value', '2')
      .where('name', '=', value as string)
    await expect(database.write((transaction) => transaction.execute(query))).rejects.toThrow(DatabaseMisuseError)
  })
})

describe('closing', () => {
  test('waits for every write that was asked for before', async () => {
    const writes = ['a', 'b', 'c'].map((name) =>
      database.write(async (transaction) => {
        await transaction.execute(insert(name))
      }),
    )
    await database.close()
    await expect(Promise.all(writes)).resolves.toHaveLength(3)
    const connection = openConnection(fixture.file, 'check')
    expect(connection.prepare('SELECT count(*) FROM policy').pluck().get()).toBe(3)
    connection.close()
  })

  test('refuses what comes after, and can be asked for again', async () => {
    await database.close()
    await database.close()
    await expect(names()).rejects.toMatchObject({ kind: 'closed' })
    await expect(database.write(async () => undefined)).rejects.toMatchObject({ kind: 'closed' })
  })
})

describe('when the machine refuses', () => {
  let writer: Connection
  let port: Database

  beforeEach(() => {
    writer = openConnection(fixture.file, 'write')
    port = createSqlitePort({ writer, reader: openConnection(fixture.file, 'read'), strictTurns: true })
  })

  afterEach(() => port.close())

  test('a full disk is told, reads go on, and writes work again once there is room', async () => {
    const large = queries.insertInto('policy').values({ name: 'large', value: JSON.stringify('x'.repeat(100_000)) })
    await port.write((transaction) => transaction.execute(insert('a')))
    const pages = writer.pragma('page_count', { simple: true })
    writer.pragma(`max_page_count = ${pages}`)
    await expect(port.write((transaction) => transaction.execute(large))).rejects.toMatchObject({ kind: 'full' })
    expect(await names(port)).toEqual(['a'])
    writer.pragma('max_page_count = 100000')
    await port.write((transaction) => transaction.execute(large))
    expect(await names(port)).toEqual(['a', 'large'])
  })

  test('a database that another process holds is told as busy, and nothing is lost', async () => {
    const other = openConnection(fixture.file, 'write')
    other.exec('BEGIN IMMEDIATE')
    writer.pragma('busy_timeout = 0')
    await expect(port.write((transaction) => transaction.execute(insert('a')))).rejects.toMatchObject({ kind: 'busy' })
    other.close()
    await port.write((transaction) => transaction.execute(insert('b')))
    expect(await names(port)).toEqual(['b'])
  })
})
