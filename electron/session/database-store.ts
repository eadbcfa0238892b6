import { setImmediate } from 'node:timers/promises'
import type { Database } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { SessionStore } from './store.ts'

/** Expired records removed in one transaction, so that none of them holds the process up. */
const chunk = 100

interface Key {
  readonly keyHash: string
}

interface Values extends Key {
  readonly data: string
  readonly expiresAt: number
}

const select = prepared<Key, { data: string; expiresAt: number; version: number }>((parameter) =>
  queries
    .selectFrom('session')
    .select(['data', 'expires_at as expiresAt', 'version'])
    .where('key_hash', '=', parameter('keyHash')),
)

const insert = prepared<Values, never>((parameter) =>
  queries
    .insertInto('session')
    .values({
      key_hash: parameter('keyHash'),
      data: parameter('data'),
      expires_at: parameter('expiresAt'),
      version: 1,
    })
    .onConflict((conflict) => conflict.column('key_hash').doNothing()),
)

const update = prepared<Values & { version: number }, never>((parameter) =>
  queries
    .updateTable('session')
    .set((expression) => ({
      data: parameter('data'),
      expires_at: parameter('expiresAt'),
      version: expression('version', '+', 1),
    }))
    .where('key_hash', '=', parameter('keyHash'))
    .where('version', '=', parameter('version')),
)

const remove = prepared<Key, never>((parameter) =>
  queries.deleteFrom('session').where('key_hash', '=', parameter('keyHash')),
)

const find = prepared<Key, { present: number }>((parameter) =>
  queries
    .selectFrom('session')
    .select((expression) => expression.lit(1).as('present'))
    .where('key_hash', '=', parameter('keyHash')),
)

const removeExpired = prepared<{ now: number }, never>((parameter) =>
  queries
    .deleteFrom('session')
    .where('key_hash', 'in', (expression) =>
      expression.selectFrom('session').select('key_hash').where('expires_at', '<=', parameter('now')).limit(chunk),
    ),
)

/** Keeps sessions in the table `session`. */
export function createDatabaseStore(database: Database): SessionStore {
  return {
    load: async (keyHash) => (await database.read(select({ keyHash })))[0] ?? null,
    create: (keyHash, record) =>
      database.write(async (transaction) => {
        const { changed } = await transaction.execute(insert({ keyHash, ...record }))
        return changed === 1
      }),
    update: (keyHash, record, version) =>
      database.write(async (transaction) => {
        const { changed } = await transaction.execute(update({ keyHash, ...record, version }))
        if (changed === 1) return version + 1
        const { rows } = await transaction.execute(find({ keyHash }))
        return rows.length === 0 ? 'missing' : 'stale'
      }),
    exists: async (keyHash) => (await database.read(find({ keyHash }))).length > 0,
    delete: (keyHash) =>
      database.write(async (transaction) => {
        const { changed } = await transaction.execute(remove({ keyHash }))
        return changed === 1
      }),
    clearExpired: async (now) => {
      let total = 0
      for (;;) {
        const { changed } = await database.write((transaction) => transaction.execute(removeExpired({ now })))
        total += changed
        if (changed < chunk) return total
        // The chunks alone follow each other without leaving this turn of the event loop.
        await setImmediate()
      }
    },
  }
}
