import type Sqlite from 'better-sqlite3'
import { DatabaseError } from './errors.ts'

/**
 * How every connection works, and what reading the setting back must answer. `synchronous` is a property of the
 * connection: a file in WAL mode opens at NORMAL, which may lose the last commits when power fails.
 */
const settings: readonly (readonly [name: string, value: string | number])[] = [
  ['busy_timeout', 3000],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['secure_delete', 1],
  // Without it INSERT OR REPLACE deletes the old row past its delete trigger.
  ['recursive_triggers', 1],
  // Only macOS heeds these two: its fsync leaves data in the drive's own cache.
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
]

/** @throws DatabaseError `cannot-open` when a setting does not hold */
export function applyPragmas(connection: Sqlite.Database): void {
  for (const [name, value] of settings) {
    applyPragma(connection, name, value)
  }
}

/** @throws DatabaseError `cannot-open` when the setting does not hold, as WAL on a network file system */
export function applyPragma(connection: Sqlite.Database, name: string, value: string | number): void {
  connection.pragma(`${name} = ${value}`)
  const actual = connection.pragma(name, { simple: true })
  if (actual !== value) {
    throw new DatabaseError('cannot-open', `The setting ${name} is ${String(actual)} and cannot be made ${value}.`)
  }
}
