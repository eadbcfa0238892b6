import type { SignInFigures } from '../contract/dashboard.ts'
import type { Database } from '../database/port.ts'
import { toPlainDate } from '../environment/clock.ts'
import { addDays } from './calendar.ts'
import { countFigure, working } from './company-figures.ts'
import { selectSignIns } from './repository.ts'

const daysShown = 14

/**
 * Who signs in to the company.
 * @param now milliseconds since 1970; days are those of this computer's zone
 */
export async function readSignInFigures(database: Pick<Database, 'read'>, now: number): Promise<SignInFigures> {
  return {
    accountsNeverUsed: await countFigure(database, { ...working, accounts: ['never-used'] }),
    days: await signInsByDay(database, toPlainDate(now)),
  }
}

async function signInsByDay(database: Pick<Database, 'read'>, today: string): Promise<SignInFigures['days']> {
  const days = Array.from({ length: daysShown }, (_, index) => addDays(today, index + 1 - daysShown))
  const [first = today] = days
  const starts = await database.read(selectSignIns({ since: new Date(`${first}T00:00:00`).getTime() }))
  const counts = new Map<string, number>()
  for (const { startedAt } of starts) counts.set(toPlainDate(startedAt), (counts.get(toPlainDate(startedAt)) ?? 0) + 1)
  return days.map((day) => ({ day, count: counts.get(day) ?? 0 }))
}
