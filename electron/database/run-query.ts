import type { Statement } from 'better-sqlite3'
import { asDatabaseError, DatabaseMisuseError } from './errors.ts'
import type { Query, Result } from './port.ts'
import type { StatementCache } from './statements.ts'

/**
 * Runs one query on one connection.
 * @param access whether the query may write
 * @throws DatabaseError, or DatabaseMisuseError for a value that SQLite would silently alter
 */
export function runQuery<Row>(statements: StatementCache, query: Query<Row>, access: 'read' | 'write'): Result<Row> {
  const { sql, parameters } = 'compile' in query ? query.compile() : query
  parameters.forEach(refuseAlteredValue)
  try {
    const statement = statements.get(sql) as Statement<unknown[], Row>
    if (access === 'read' && !statement.readonly) {
      throw new DatabaseMisuseError('A query that writes was handed to read.')
    }
    if (!statement.reader) return { rows: [], changed: statement.run(...parameters).changes }
    const rows = statement.all(...parameters)
    return { rows, changed: statement.readonly ? 0 : rows.length }
  } catch (error) {
    throw error instanceof DatabaseMisuseError ? error : asDatabaseError(error)
  }
}

/** better-sqlite3 stores `undefined` and NaN as NULL and a lone surrogate as U+FFFD; `length()` stops at NUL. */
function refuseAlteredValue(value: unknown, index: number): void {
  const altered =
    typeof value === 'string'
      ? !value.isWellFormed() || value.includes('\0')
      : value === undefined || (typeof value === 'number' && !Number.isFinite(value))
  if (altered) throw new DatabaseMisuseError(`Parameter ${index + 1} holds a value that cannot be stored as it is.`)
}
