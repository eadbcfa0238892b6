import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../../../electron/recovery/data-folder.ts'
import { generateCompany } from '../../../scripts/generate/generate.ts'
import { clock, random } from '../sessions/environment.ts'

/** Makes a company of so many employees, the same in every run; answers its database's file. */
export async function createCompany(folder: string, employees: number): Promise<string> {
  const place = join(folder, `company-${employees}`)
  mkdirSync(place)
  await generateCompany({ clock, random }, { employees, seed: 1, folder: place })
  return join(place, databaseFile)
}
