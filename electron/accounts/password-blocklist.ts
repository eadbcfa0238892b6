import { readFile } from 'node:fs/promises'
import { foldKey } from '../database/fold.ts'

/** Passwords that are guessed first. */
export interface PasswordBlocklist {
  /** Whether the whole password, folded, stands on the list. */
  has(password: string): Promise<boolean>
}

/**
 * Reads the list at its first use and keeps it.
 * @param file one password a line, folded; a line that begins with `#` is a remark
 */
export function createPasswordBlocklist(file: string): PasswordBlocklist {
  let list: Promise<ReadonlySet<string>> | null = null
  return {
    async has(password) {
      list ??= read(file)
      return (await list).has(foldKey(password))
    },
  }
}

async function read(file: string): Promise<ReadonlySet<string>> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))
}
