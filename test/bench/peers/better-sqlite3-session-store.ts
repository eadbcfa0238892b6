import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Operations } from '../sessions/operations.ts'
import { type ExpressStore, operationsOfStore } from './express-store.ts'
import { loadPeer } from './packages.ts'
import type { Synchronous } from './synchronous.ts'

type Package = (session: { Store: unknown }) => new (options: object) => ExpressStore

/** The package over our own build of better-sqlite3; null where it is not installed. */
export async function openBetterSqliteStore(
  folder: string,
  synchronous: Synchronous,
  data: object,
): Promise<Operations | null> {
  const make = loadPeer('better-sqlite3-session-store') as Package | null
  if (make === null) return null
  const client = new Sqlite(join(folder, 'better-sqlite3-session-store.db'))
  client.pragma('journal_mode = WAL')
  client.pragma(`synchronous = ${synchronous}`)
  // All that it needs of express-session is the class that it extends.
  const Store = make({ Store: EventEmitter })
  return operationsOfStore(new Store({ client, expired: { clear: true, intervalMs: day } }), data)
}

/** Its clearing of expired rows cannot be turned off, only put off. */
const day = 86_400_000
