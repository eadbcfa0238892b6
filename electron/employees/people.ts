import { foldForSearch } from '../database/fold.ts'
import type { Database } from '../database/port.ts'
import { searchWords } from '../database/search-key.ts'
import { type SearchedWord, selectDepartmentNames, selectLeads, selectPositionTitles } from './people-repository.ts'

/**
 * The words of a search, each with the departments and positions in whose names it stands. Those names are few and are
 * folded here: their stored keys keep accents, without which people search.
 */
export async function wordsOf(database: Pick<Database, 'read'>, search: string): Promise<readonly SearchedWord[]> {
  const words = searchWords(search)
  if (words.length === 0) return []
  const departments = (await database.read(selectDepartmentNames({}))).map(({ id, name }) => folded(id, name))
  const positions = (await database.read(selectPositionTitles({}))).map(({ id, title }) => folded(id, title))
  return words.map((word) => ({
    word,
    departmentIds: holding(departments, word),
    positionIds: holding(positions, word),
  }))
}

/** See `selectLeads`. */
export async function leadsOf(database: Pick<Database, 'read'>, accountId: number): Promise<readonly number[]> {
  return (await database.read(selectLeads({ accountId }))).map(({ id }) => id)
}

interface Folded {
  readonly id: number
  readonly key: string
}

const folded = (id: number, name: string): Folded => ({ id, key: foldForSearch(name) })

const holding = (named: readonly Folded[], word: string) =>
  named.filter(({ key }) => key.includes(word)).map(({ id }) => id)
