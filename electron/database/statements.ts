import type { Statement } from 'better-sqlite3'
import type { Connection } from './connection.ts'

/** Enough for every query that the application compiles once, with room for the lists' changing filters. */
const capacity = 256

/** Prepared statements of one connection, by their SQL text; the least recently used one leaves first. */
export interface StatementCache {
  get(sql: string): Statement
}

export function createStatementCache(connection: Connection): StatementCache {
  const statements = new Map<string, Statement>()
  return {
    get(sql) {
      const known = statements.get(sql)
      // A statement that is being stepped through would be reset under its user's hands.
      if (known?.busy) return connection.prepare(sql)
      const statement = known ?? connection.prepare(sql)
      statements.delete(sql)
      statements.set(sql, statement)
      if (statements.size > capacity) {
        const [oldest] = statements.keys()
        if (oldest !== undefined) statements.delete(oldest)
      }
      return statement
    },
  }
}
