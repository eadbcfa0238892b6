import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SuiteResult } from '../report/finding.ts'
import { measureListScreen } from '../screen/list-screen.ts'
import type { BenchParts } from '../sessions/parts.ts'
import { openPort, openRaw } from '../sessions/place.ts'
import { createCompany } from './company.ts'
import { measureGrowth } from './growth.ts'
import { measureImport } from './importing.ts'
import { measurePages } from './pages.ts'
import { measureSearches } from './searches.ts'

/** Of which the last is measured beside the peers. */
const amounts = [1_000, 10_000, 100_000] as const
const all = amounts[2]
const importRounds = 3

/** Employees, from the list to the search. */
export async function measureEmployees({ folder, random }: BenchParts): Promise<SuiteResult> {
  const place = join(folder, 'employees')
  mkdirSync(place)
  const files = new Map<number, string>()
  for (const amount of amounts) files.set(amount, await createCompany(place, amount))
  const file = files.get(all) ?? ''
  // Before anybody opens the file that it copies.
  const screen = await measureListScreen(file, place, random)
  const [database, connection] = [openPort(file, 'FULL'), openRaw(file, 'FULL')]
  const company = { file, database, connection }
  try {
    const tables = [
      await measurePages(company, place, random),
      await measureSearches(company, random),
      ...screen,
      await measureImport(place, random, { employees: all, rounds: importRounds }),
    ]
    const curves = await measureGrowth(files, random)
    return { tables, growth: { title: 'Employees: list and search, by how many there are', curves } }
  } finally {
    connection.close()
    await database.close()
  }
}
