import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs'

/** Makes the folder if need be, and in any case readable by this account of the system alone (0700). */
export function ensurePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

/** Makes an empty file, readable by this account of the system alone (0600). Fails where one stands already. */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', 0o600))
  chmodSync(file, 0o600)
}

/** A database's file and those that SQLite keeps beside it. */
export const filesOfDatabase = (file: string): readonly string[] => [file, `${file}-wal`, `${file}-shm`]

/** Takes others' rights from a database's files. SQLite gives new ones beside it the database's own mode. */
export function makeDatabasePrivate(file: string): void {
  for (const path of filesOfDatabase(file)) {
    if (existsSync(path)) chmodSync(path, 0o600)
  }
}

/** Waits until the content of a file, or the names in a folder, are on the disk. */
export function syncToDisk(path: string): void {
  // Windows flushes only what is open for writing; a folder cannot be opened so.
  const handle = openSync(path, statSync(path).isDirectory() ? 'r' : 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
