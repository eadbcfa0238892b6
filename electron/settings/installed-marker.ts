import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from '../contract/zod.ts'
import { writePrivateFile } from '../environment/private-file.ts'

const marker = z.strictObject({
  company: z.string(),
  /** ISO 8601 in UTC. */
  created: z.string(),
  /** The id that stands in the database, too. */
  databaseId: z.string(),
})

export type InstalledMarker = z.infer<typeof marker>

export const markerFile = 'installed.json'

/** What the marker says: that a company was set up in this folder. A broken one still says so. Makes it 0600 again. */
export function readMarker(folder: string): InstalledMarker | 'missing' | 'broken' {
  const file = join(folder, markerFile)
  if (!existsSync(file)) return 'missing'
  try {
    chmodSync(file, 0o600)
    return marker.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return 'broken'
  }
}

export function writeMarker(folder: string, value: InstalledMarker): void {
  writePrivateFile(join(folder, markerFile), `${JSON.stringify(marker.parse(value), null, 2)}\n`)
}
