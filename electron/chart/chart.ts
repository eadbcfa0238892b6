import type { ChartPerson } from '../contract/chart.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database } from '../database/port.ts'
import { searchWords } from '../database/search-key.ts'
import { nameOf } from '../employees/fields.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import {
  type ChartRow,
  countBelow,
  selectBelow,
  selectFound,
  selectPerson,
  selectPersonOfAccount,
} from './repository.ts'

/** The calls of the feature `chart`: who reports to whom, for everybody who is signed in. */
export function createChartHandlers(database: Database): FeatureHandlers<'chart'> {
  async function find(id: number): Promise<ChartRow | undefined> {
    return (await database.read(selectPerson({ id })))[0]
  }

  /** Walks up; whoever is met twice closes a circle that must not be, and ends the way. */
  async function pathTo(id: number): Promise<readonly ChartRow[]> {
    const path: ChartRow[] = []
    for (let row = await find(id); row && !path.some((met) => met.id === row?.id); ) {
      path.unshift(row)
      row = row.manager_id === null ? undefined : await find(row.manager_id)
    }
    return path
  }

  return {
    below: async ({ id, offset, limit }) => {
      const [counted] = await database.read(countBelow(id))
      const rows = await database.read(selectBelow(id, offset, limit))
      return { total: counted?.count ?? 0, people: rows.map(toPerson) }
    },

    path: async ({ id }, { signedIn: { accountId } }) => {
      const [own] = id === null ? await database.read(selectPersonOfAccount({ accountId })) : []
      const wanted = id ?? own?.id
      if (wanted === undefined) return { people: [] }
      const path = await pathTo(wanted)
      if (path.length === 0) throw new Refusal('NOT_FOUND', 'This person is not in the organisation chart any more.')
      return { people: path.map(toPerson) }
    },

    find: async ({ search, limit }) => {
      const words = searchWords(search)
      if (words.length === 0) return { people: [] }
      return { people: (await database.read(selectFound(words, limit))).map(toPerson) }
    },
  }
}

const toPerson = (row: ChartRow): ChartPerson => ({
  id: row.id,
  name: nameOf(row),
  position: row.position,
  department: row.department,
  reports: row.reports ?? 0,
  photo: row.photo,
})
