import { join } from 'node:path'
import { DatabaseError } from '../database/errors.ts'
import { quickCheck } from '../database/integrity.ts'
import { openDatabase } from '../database/open.ts'
import type { Database } from '../database/port.ts'
import type { OpenCompany } from '../ipc/answer.ts'
import type { KeptSession } from '../lifecycle/keeping.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { databaseFile } from '../recovery/data-folder.ts'
import type { CompanyParts } from './company-parts.ts'
import { createFeatures, type Features } from './features.ts'
import { recogniseCompany } from './recognising.ts'
import { openSessions } from './sessions.ts'

/** A company whose database is open, with everything that stands on it. */
export interface Company extends OpenCompany, Pick<Features, 'photos' | 'minimumPasswordLength'> {
  readonly name: string
  readonly lifecycle: Lifecycle
  /** The sessions that the run before has kept, each for a window of its own. */
  readonly kept: readonly KeptSession[]
  /** Ends the sessions that are open, or keeps them for the next start, and closes the database. */
  close(): Promise<void>
}

/**
 * Opens the company's database and builds the application on it.
 * @param isRestored whether a person has just put another file in the database's place; the audit tells of it
 * @throws DatabaseError
 */
export async function openCompany(parts: CompanyParts, isRestored: boolean): Promise<Company> {
  const { folder, clock } = parts
  const file = join(folder, databaseFile)
  const check = quickCheck(file)
  if (!check.ok) throw new DatabaseError('corrupt', check.problems.join('; '))
  const name = await recogniseCompany(folder)
  const database = await openDatabase({ file, clock })
  try {
    return await buildCompany(parts, { database, name }, isRestored)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function buildCompany(
  parts: CompanyParts,
  opened: { readonly database: Database; readonly name: string },
  isRestored: boolean,
): Promise<Company> {
  const { database, name } = opened
  const sessions = await openSessions(parts, opened, isRestored)
  const { handlers, noting, photos, minimumPasswordLength, stop } = createFeatures(parts, opened, sessions)
  return {
    name,
    lifecycle: sessions.lifecycle,
    noting,
    photos,
    minimumPasswordLength,
    handlers,
    kept: sessions.kept,
    close: async () => {
      sessions.cleaning.stop()
      await stop()
      try {
        await sessions.close()
      } finally {
        await database.close()
      }
    },
  }
}
