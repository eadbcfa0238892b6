import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Every file below a folder that holds a text, in UTF-8 or in UTF-16 as Chromium's own stores write it. */
export function filesHolding(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file)
      return needles.some((needle) => content.includes(needle))
    })
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
