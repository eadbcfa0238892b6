import { openConnection } from './connection.ts'
import type { Database } from './port.ts'
import { runQuery } from './run-query.ts'
import { createStatementCache } from './statements.ts'

/**
 * The reading half of the port over a connection of its own that changes no byte of the file, for who only looks.
 * @throws DatabaseError
 */
export function openReader(file: string): Pick<Database, 'read' | 'close'> {
  const connection = openConnection(file, 'check')
  const statements = createStatementCache(connection)
  return {
    read: async (query) => runQuery(statements, query, 'read').rows,
    close: async () => {
      connection.close()
    },
  }
}
