import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { queries } from '../../electron/database/queries.ts'
import { createDatabaseStore } from '../../electron/session/database-store.ts'
import { hashSessionKey, SessionUpdateError } from '../../electron/session/index.ts'
import type { SessionStore } from '../../electron/session/store.ts'
import { openStoredSession } from '../../electron/session/stored-session.ts'
import { createTestRandom } from '../support/random.ts'
import { describeSessionEngine } from './conformance.ts'
import { itBehavesAsADictionary } from './model.ts'
import { savedSession, testSecret } from './support/engine.ts'
import { databaseEngine } from './support/engines.ts'

describeSessionEngine('database', databaseEngine)
itBehavesAsADictionary('database', databaseEngine)

const records = queries.selectFrom('session').selectAll()

describe('the table of sessions', () => {
  it('holds the hash of a key and never the key', async () => {
    await using under = await databaseEngine()
    const { key } = await savedSession(under.engine())
    const [record] = await under.storage.database.read(records)
    expect(record?.key_hash).toBe(createHash('sha256').update(key).digest('hex'))
    const written = ['', '-wal'].map((end) => readFileSync(`${under.storage.file}${end}`).toString('latin1')).join('')
    expect(written).toContain(hashSessionKey(key))
    expect(written).not.toContain(key)
  })

  it('two saves at once on a new session make one row', async () => {
    await using under = await databaseEngine()
    const session = under.engine().start()
    await Promise.all([session.save(), session.save()])
    expect(await under.storage.database.read(records)).toHaveLength(1)
  })

  it('data tampered with in the table opens an empty session and is logged', async () => {
    await using under = await databaseEngine()
    const { key } = await savedSession(under.engine(), { role: 'employee' })
    await under.storage.database.write(async (transaction) => {
      const [record] = (await transaction.execute(records)).rows
      const data = record?.data.replace('employee', 'admin') ?? ''
      await transaction.execute(queries.updateTable('session').set({ data }))
    })
    const session = await under.engine().open(key)
    expect([session.key, session.isEmpty]).toEqual([null, true])
    expect(under.logged).toEqual(['session data refused {"reason":"bad-signature"}'])
  })

  it('is cleared in chunks between which others get their turn', async () => {
    await using under = await databaseEngine()
    const { database } = under.storage
    await database.write(async (transaction) => {
      for (let number = 0; number < 250; number += 1) {
        const record = { key_hash: hashSessionKey(String(number)), data: '', expires_at: number, version: 1 }
        await transaction.execute(queries.insertInto('session').values(record))
      }
    })
    const seen: number[] = []
    let clearing = true
    const look = async () => {
      while (clearing) {
        seen.push((await database.read(records)).length)
        await new Promise((turn) => setImmediate(turn))
      }
    }
    const looking = look()
    expect(await under.engine().clearExpired()).toBe(250)
    clearing = false
    await looking
    expect(seen).toEqual(expect.arrayContaining([150, 50]))
  })

  it('a session deleted in the middle of cycleKey leaves no record under the new key', async () => {
    await using under = await databaseEngine()
    const { key } = await savedSession(under.engine())
    const store = createDatabaseStore(under.storage.database)
    const endedMeanwhile: SessionStore = {
      ...store,
      create: async (keyHash, record) => {
        await store.delete(hashSessionKey(key))
        return store.create(keyHash, record)
      },
    }
    const session = await openStoredSession(
      {
        store: endedMeanwhile,
        secrets: () => [testSecret(1)],
        random: createTestRandom(5),
        log: { info: () => {}, warn: () => {}, error: () => {} },
        cookieAge: 100,
        expireAtClose: false,
        now: under.clock.now,
      },
      key,
    )
    await expect(session?.cycleKey()).rejects.toThrow(SessionUpdateError)
    expect(await under.storage.database.read(records)).toEqual([])
  })
})
