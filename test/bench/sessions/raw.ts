import type { Connection } from '../../../electron/database/connection.ts'
import { timeEachAtOnce } from '../measure/stopwatch.ts'
import type { Operations } from './operations.ts'
import { decodeRaw, encodeRaw, hashRawKey, newRawKey } from './raw-encoding.ts'
import { sampleAge, sampleData } from './sample.ts'

/** Sessions that stand in the table from the beginning. */
const standing = 1000

interface Row {
  readonly data: string
  readonly expires_at: number
  readonly version: number
}

/** The same work on the rows without any framework: prepared statements, each its own transaction. */
export function rawStatements(connection: Connection) {
  const insert = connection.prepare('INSERT INTO session (key_hash, data, expires_at, version) VALUES (?, ?, ?, 1)')
  const select = connection.prepare<[string], Row>('SELECT data, expires_at, version FROM session WHERE key_hash = ?')
  const update = connection.prepare(
    'UPDATE session SET data = ?, expires_at = ?, version = version + 1 WHERE key_hash = ? AND version = ?',
  )
  const remove = connection.prepare('DELETE FROM session WHERE key_hash = ?')

  function find(key: string): { row: Row; data: Record<string, unknown> } {
    const row = select.get(hashRawKey(key))
    if (row === undefined || row.expires_at <= Date.now()) throw new Error('a session is missing')
    return { row, data: decodeRaw(row.data) }
  }

  return {
    create(): string {
      const key = newRawKey()
      insert.run(hashRawKey(key), encodeRaw(sampleData), Date.now() + sampleAge * 1000)
      return key
    },
    load: find,
    modify(key: string, visits: number): void {
      const { row, data } = find(key)
      data.visits = visits
      update.run(encodeRaw(data), Date.now() + sampleAge * 1000, hashRawKey(key), row.version)
    },
    flush: (key: string) => remove.run(hashRawKey(key)),
  }
}

/** The four operations without a framework. */
export function rawOperations(connection: Connection): Operations {
  const statements = rawStatements(connection)
  const keys = Array.from({ length: standing }, statements.create)
  let turn = 0
  const next = () => {
    turn += 1
    return keys[turn % standing] ?? ''
  }
  return {
    create: (times) => timeEachAtOnce(times, () => null, statements.create),
    load: (times) => timeEachAtOnce(times, next, statements.load),
    modify: (times) => timeEachAtOnce(times, next, (key) => statements.modify(key, turn)),
    flush: (times) => timeEachAtOnce(times, statements.create, statements.flush),
  }
}
