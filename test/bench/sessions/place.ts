import { join } from 'node:path'
import { type Connection, openConnection } from '../../../electron/database/connection.ts'
import { openDatabase } from '../../../electron/database/open.ts'
import type { Database } from '../../../electron/database/port.ts'
import { createSqlitePort } from '../../../electron/database/sqlite-port.ts'
import type { Synchronous } from '../peers/synchronous.ts'
import { clock } from './environment.ts'

/** Makes an empty database of the newest schema; answers its file. */
export async function createFile(folder: string, name: string): Promise<string> {
  const file = join(folder, `${name}.db`)
  await (await openDatabase({ file, clock, create: true })).close()
  return file
}

/** The product's port over a file, as `openDatabase` opens it but for the synchronous mode. */
export function openPort(file: string, synchronous: Synchronous): Database {
  return createSqlitePort({
    writer: openRaw(file, synchronous),
    reader: openConnection(file, 'read'),
    strictTurns: false,
  })
}

/** A connection without anything of ours over it, with the settings that the product's have. */
export function openRaw(file: string, synchronous: Synchronous): Connection {
  const connection = openConnection(file, 'write')
  connection.pragma(`synchronous = ${synchronous}`)
  return connection
}
