import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { formsOf, holds } from '../support/traces.ts'

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Every file below a folder that holds a secret, in whatever form. */
export function filesHolding(folder: string, secret: string | Uint8Array): string[] {
  const forms = formsOf(secret)
  return filesIn(folder).filter((file) => holds(readFileSync(file), forms))
}

/** Asks the company's database, as it lies in the folder. */
export function ask<Row = unknown>(folder: string, sql: string): Row[] {
  const database = new Sqlite(join(folder, 'staffdesk.db'), { readonly: true })
  try {
    const statement = database.prepare(sql)
    return (statement.columns().length === 1 ? statement.pluck() : statement).all() as Row[]
  } finally {
    database.close()
  }
}

/** How each login that began after the first two ended, in their order: the two are those of the prepared company. */
export const endings = (folder: string): (string | null)[] =>
  ask(folder, 'SELECT reason FROM session_history ORDER BY id LIMIT -1 OFFSET 2')
