import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenOptions, openDatabase } from '../../electron/database/open.ts'
import type { Database } from '../../electron/database/port.ts'
import { createTestClock } from './clock.ts'

export interface TestDatabase extends AsyncDisposable {
  readonly database: Database
  readonly file: string
  readonly folder: string
  /** Closes the database and removes its folder. */
  dispose(): Promise<void>
}

/**
 * A fresh database of the newest schema in a temporary folder. In it a transaction that waits for anything but its
 * own queries fails. Use it as `await using`, or call `dispose` after the test.
 */
export async function openTestDatabase(options: Partial<OpenOptions> = {}): Promise<TestDatabase> {
  const folder = createTestFolder()
  const file = join(folder, 'staffdesk.db')
  const database = await openDatabase({ file, clock: createTestClock(), create: true, strictTurns: true, ...options })
  const dispose = async () => {
    await database.close()
    removeTestFolder(folder)
  }
  return { database, file, folder, dispose, [Symbol.asyncDispose]: dispose }
}

/** A temporary folder that is the test's alone. */
export function createTestFolder(): string {
  return mkdtempSync(join(tmpdir(), 'staffdesk-test-'))
}

export function removeTestFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
