import type { Connection } from './connection.ts'

/** One step of the schema, forward only. Once released it is never changed. */
export interface Migration {
  /** Consecutive from 1; what `user_version` is afterwards. */
  readonly version: number
  readonly title: string
  /**
   * Whether it drops and makes a table anew, as SQLite's ALTER TABLE cannot do everything. References are then not
   * enforced meanwhile (dropping a table would delete what refers to it) but checked before the commit.
   */
  readonly rebuildsTables?: boolean
  /** Runs inside a transaction, which it must not end. */
  readonly up: (connection: Connection) => void
}
