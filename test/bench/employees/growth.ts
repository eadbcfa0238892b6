import type { Database } from '../../../electron/database/port.ts'
import { measureInRounds, type Subject } from '../measure/rounds.ts'
import { summarize } from '../measure/statistics.ts'
import { timeEach } from '../measure/stopwatch.ts'
import type { Curve } from '../report/finding.ts'
import { us } from '../sessions/parts.ts'
import { openPort } from '../sessions/place.ts'
import { listOurs } from './ours.ts'

const plan = { rounds: 8, warmUp: 2, times: 5 }

/** What the list and a search take, by how many employees there are. */
export async function measureGrowth(
  files: ReadonlyMap<number, string>,
  random: () => number,
): Promise<readonly Curve[]> {
  const curves = new Map<string, [number, number][]>()
  for (const [amount, file] of files) {
    const database = openPort(file, 'FULL')
    try {
      const taken = await measureInRounds(subjectsOver(database), plan, random)
      for (const [name, rounds] of taken) {
        curves.set(name, [...(curves.get(name) ?? []), [amount, summarize(rounds.flat()).median]])
      }
    } finally {
      await database.close()
    }
  }
  return [...curves].map(([name, points]) => ({ name, points }))
}

const subjectsOver = (database: Database): readonly Subject[] =>
  (
    [
      ['the first page', ''],
      ['search: anna', 'anna'],
      ['search: pemberton', 'pemberton'],
      ['search: warehouse anna', 'warehouse anna'],
    ] as const
  ).map(([what, search]) => ({
    name: `${us}: ${what}`,
    run: (times) =>
      timeEach(
        times,
        () => null,
        () => listOurs(database, search, []),
      ),
  }))
