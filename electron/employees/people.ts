import type { EmployeeRecord } from '../contract/employees.ts'
import { foldForSearch } from '../database/fold.ts'
import type { Database } from '../database/port.ts'
import { searchWords } from '../database/search-key.ts'
import {
  type SearchedWord,
  selectDepartmentNames,
  selectLeads,
  selectLine,
  selectPositionTitles,
} from './people-repository.ts'
import { joined, named } from './record.ts'

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

/**
 * The reporting line around somebody as people other than administrators are told it: without those who are half-registered,
 * gone or archived, of whom nobody else knows.
 */
export async function knownLine(
  database: Pick<Database, 'read'>,
  id: number,
): Promise<Pick<EmployeeRecord, 'manager' | 'reports'>> {
  const [line] = await database.read(selectLine({ id }))
  return {
    manager: named(line?.manager_id ?? null, joined(line?.first_name ?? null, line?.last_name ?? null)),
    reports: line?.reports ?? 0,
  }
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
