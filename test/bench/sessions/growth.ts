import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { measureInRounds, type Subject } from '../measure/rounds.ts'
import { summarize } from '../measure/statistics.ts'
import type { Curve } from '../report/finding.ts'
import { addFillers } from './filling.ts'
import { ourOperations } from './ours.ts'
import { type BenchParts, us } from './parts.ts'
import { createFile, openPort, openRaw } from './place.ts'
import { rawOperations } from './raw.ts'

const amounts = [1_000, 10_000, 100_000, 1_000_000]
const plan = { rounds: 15, warmUp: 5, times: 50 }
const standing = 1000
const day = 86_400_000

/** What creating and loading take, by how many sessions there are. */
export async function measureGrowth({ folder, random }: BenchParts): Promise<readonly Curve[]> {
  const place = join(folder, 'growth')
  mkdirSync(place)
  const files = { ours: await createFile(place, 'ours'), raw: await createFile(place, 'raw') }
  const curves = new Map<string, [number, number][]>()
  let filled = 0
  for (const amount of amounts) {
    // Those that the operations keep standing count.
    const missing = amount - standing - filled
    for (const file of Object.values(files)) fill(file, missing)
    filled += missing + standing
    for (const [name, taken] of await measureOver(files, random)) {
      const points = curves.get(name) ?? []
      points.push([amount, taken])
      curves.set(name, points)
    }
  }
  return [...curves].map(([name, points]) => ({ name, points }))
}

function fill(file: string, count: number): void {
  if (count <= 0) return
  const connection = openRaw(file, 'NORMAL')
  addFillers(connection, count, Date.now() + day)
  connection.close()
}

async function measureOver(
  files: { readonly ours: string; readonly raw: string },
  random: () => number,
): Promise<readonly (readonly [name: string, median: number])[]> {
  const database = openPort(files.ours, 'FULL')
  const raw = openRaw(files.raw, 'FULL')
  try {
    const ours = await ourOperations(database)
    const theirs = rawOperations(raw)
    const subjects: Subject[] = (['create', 'load'] as const).flatMap((operation) => [
      { name: `${us}: ${operation}`, run: ours[operation] },
      { name: `prepared statements: ${operation}`, run: theirs[operation] },
    ])
    const taken = await measureInRounds(subjects, plan, random)
    return [...taken].map(([name, rounds]) => [name, summarize(rounds.flat()).median] as const)
  } finally {
    raw.close()
    await database.close()
  }
}
