import { AsyncLocalStorage } from 'node:async_hooks'
import { clearImmediate, setImmediate } from 'node:timers'
import { createTurns } from '../environment/turns.ts'
import type { Connection } from './connection.ts'
import { asDatabaseError, DatabaseError, DatabaseMisuseError } from './errors.ts'
import type { Database, Transaction } from './port.ts'
import { runQuery } from './run-query.ts'
import { createStatementCache } from './statements.ts'

export interface SqlitePortParts {
  readonly writer: Connection
  /** A connection of its own, so that it sees what was last committed and never an open transaction's rows. */
  readonly reader: Connection
  /**
   * For tests: a transaction that is still open after the current turn of the event loop fails, because it waited for
   * something else than its own queries and kept every other writer waiting.
   */
  readonly strictTurns: boolean
}

interface TransactionState {
  open: boolean
  /** Why it can only roll back. */
  failure: Error | null
}

/** The `Database` port over two connections to one SQLite file. Closing it closes both. */
export function createSqlitePort({ writer, reader, strictTurns }: SqlitePortParts): Database {
  const writerStatements = createStatementCache(writer)
  const readerStatements = createStatementCache(reader)
  const queue = createTurns()
  const surrounding = new AsyncLocalStorage<TransactionState>()
  let closing: Promise<void> | null = null

  function refuseInsideTransaction(act: string): void {
    if (surrounding.getStore()?.open) {
      throw new DatabaseMisuseError(`${act} inside a write would wait for itself. Use the transaction at hand.`)
    }
  }

  function refuseWhenClosed(): void {
    if (closing) throw new DatabaseError('closed', 'The database is closed.')
  }

  function control(sql: 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): void {
    try {
      writerStatements.get(sql).run()
    } catch (error) {
      throw asDatabaseError(error)
    }
  }

  async function execute<Row>(state: TransactionState, query: Parameters<typeof runQuery<Row>>[1]) {
    if (!state.open) throw new DatabaseMisuseError('The transaction has ended: a query of it was not awaited.')
    if (state.failure) throw state.failure
    try {
      return runQuery(writerStatements, query, 'write')
    } catch (error) {
      state.failure = error as Error
      throw error
    }
  }

  async function transact<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
    control('BEGIN IMMEDIATE')
    const state: TransactionState = { open: true, failure: null }
    const watch = strictTurns ? setImmediate(failHeldOpen, state) : undefined
    try {
      const value = await surrounding.run(state, () => work({ execute: (query) => execute(state, query) }))
      if (state.failure) throw state.failure
      control('COMMIT')
      return value
    } catch (error) {
      if (writer.inTransaction) control('ROLLBACK')
      throw error
    } finally {
      state.open = false
      clearImmediate(watch)
    }
  }

  return {
    async read(query) {
      refuseWhenClosed()
      // While no transaction is open the writer sees the same, and unlike the reader it still knows the pages that it
      // has just written.
      return runQuery(writer.inTransaction ? readerStatements : writerStatements, query, 'read').rows
    },
    async write(work) {
      refuseInsideTransaction('A write')
      refuseWhenClosed()
      return queue.run(() => transact(work))
    },
    async exclusively(work) {
      refuseInsideTransaction('What runs exclusively')
      refuseWhenClosed()
      return queue.run(work)
    },
    async close() {
      refuseInsideTransaction('Closing')
      closing ??= queue.idle().then(() => {
        reader.close()
        // The last connection to close copies the write-ahead log into the file and deletes it.
        writer.close()
      })
      await closing
    },
  }
}

function failHeldOpen(state: TransactionState): void {
  state.failure ??= new DatabaseMisuseError('The transaction waited for something else than its own queries.')
}
