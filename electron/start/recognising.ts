import { join } from 'node:path'
import { DatabaseError } from '../database/errors.ts'
import { openReader } from '../database/read-only.ts'
import type { CompanyTable } from '../database/schema.ts'
import { databaseFile } from '../recovery/data-folder.ts'
import { readMarker, writeMarker } from '../settings/installed-marker.ts'
import { readCompany } from '../setup/repository.ts'

/** Reads from a closed database whose it is, without changing it; undefined where set-up never finished. */
export async function readCompanyOf(file: string): Promise<CompanyTable | undefined> {
  const reader = openReader(file)
  try {
    return await readCompany(reader)
  } finally {
    await reader.close()
  }
}

/**
 * Holds the company's row against the marker, before anything is written: a database of another company is not opened,
 * nor brought up to date, by mistake. A marker that is gone or broken is made again.
 * @returns the company's name
 */
export async function recogniseCompany(folder: string): Promise<string> {
  const company = await readCompanyOf(join(folder, databaseFile))
  if (!company) throw new DatabaseError('empty', 'The database holds no company.')
  const marker = readMarker(folder)
  if (typeof marker === 'string') {
    const created = new Date(company.created_at).toISOString()
    writeMarker(folder, { company: company.name, created, databaseId: company.database_id })
  } else if (marker.databaseId !== company.database_id) {
    throw new DatabaseError('foreign', 'The database belongs to another company.')
  }
  return company.name
}
