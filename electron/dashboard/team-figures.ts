import type { TeamFigures } from '../contract/dashboard.ts'
import type { Database } from '../database/port.ts'
import { nameOf } from '../employees/fields.ts'
import { leadsOf } from '../employees/people.ts'
import { toPlainDate } from '../environment/clock.ts'
import { addDays } from './calendar.ts'
import { working } from './company-figures.ts'
import { countTeamByType, selectTeamEnding } from './repository.ts'

const daysAhead = 30
const endingShown = 20

const endings = [
  ['probation', 'probation_end_date', 'probationEnds'],
  ['contract', 'contract_end_date', 'contractEnds'],
] as const

/**
 * What managers see of those below them on their dashboard, of work fields alone.
 * @param now milliseconds since 1970; days are those of this computer's zone
 */
export async function readTeamFigures(
  database: Pick<Database, 'read'>,
  accountId: number,
  now: number,
): Promise<TeamFigures> {
  const today = toPlainDate(now)
  const soon = { from: today, to: addDays(today, daysAhead) }
  const leads = await leadsOf(database, accountId)
  const types = [...(await database.read(countTeamByType(working, leads)))].sort(
    (one, other) => other.count - one.count,
  )
  const ending: TeamFigures['ending'] = []
  for (const [what, column, period] of endings) {
    const rows = await database.read(selectTeamEnding({ ...working, [period]: soon }, leads, column, endingShown))
    ending.push(...rows.map((row) => ({ id: row.id, name: nameOf(row), what, on: row.on })))
  }
  ending.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  return {
    members: types.reduce((total, { count }) => total + count, 0),
    types,
    ending: ending.slice(0, endingShown),
  }
}
