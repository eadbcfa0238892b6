import type { Compilable, CompiledQuery } from 'kysely'

/** A Kysely query, or one that was compiled before. */
export type Query<Row> = Compilable<Row> | CompiledQuery<Row>

export interface Result<Row> {
  readonly rows: readonly Row[]
  /** Rows that an insert, update or delete touched. */
  readonly changed: number
}

/**
 * An open write transaction. Only its own queries may be awaited while it is open. As on a server database, after a
 * query that failed it can only roll back; ask first, or insert with `onConflict`, where a failure is to be survived.
 */
export interface Transaction {
  execute<Row>(query: Query<Row>): Promise<Result<Row>>
}

/**
 * The seam between the application and its database. Asynchronous, so that a server database fits behind it.
 * What fails throws a `DatabaseError`, wrong use of the port a `DatabaseMisuseError` (see errors.ts); what `work`
 * itself throws passes through.
 */
export interface Database {
  /** Runs a query on what was last committed. */
  read<Row>(query: Query<Row>): Promise<readonly Row[]>
  /**
   * Runs `work` in one immediate transaction; transactions run one at a time. A throw rolls back. A `write` or `close`
   * inside `work` is refused, for it would wait for itself.
   */
  write<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value>
  /**
   * Runs `work` in its turn among the writers, without a transaction: for a change that another thread makes on a
   * connection of its own, so that writers here wait in the queue and not, with everything else, for a lock. Reads go
   * on. Refused inside `write`, as a `write` is.
   */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>
  /** Waits for the open transaction, then closes. */
  close(): Promise<void>
}
