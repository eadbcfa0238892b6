import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import type { Operations } from '../sessions/operations.ts'
import { type ExpressStore, operationsOfStore } from './express-store.ts'
import { loadPeer } from './packages.ts'
import type { Synchronous } from './synchronous.ts'

type Package = (session: { Store: unknown }) => new (options: object) => ExpressStore & { client: EventEmitter }

interface Connection {
  exec(sql: string, done: (error: Error | null) => void): void
}

interface Driver {
  readonly Database: new (file: string) => Connection
}

/** The package over its own driver; null where one of the two is not installed. */
export async function openConnectSqlite(
  folder: string,
  synchronous: Synchronous,
  data: object,
): Promise<Operations | null> {
  const make = loadPeer('connect-sqlite3') as Package | null
  const driver = loadPeer('connect-sqlite3', 'sqlite3') as Driver | null
  if (make === null || driver === null) return null
  const db = new driver.Database(join(folder, 'connect-sqlite3.db'))
  await new Promise<void>((resolve, reject) => {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`, (error) =>
      error ? reject(error) : resolve(),
    )
  })
  // All that it needs of express-session is the class that it extends.
  const Store = make({ Store: EventEmitter })
  const store = new Store({ db })
  await once(store.client, 'connect')
  return operationsOfStore(store, data)
}
