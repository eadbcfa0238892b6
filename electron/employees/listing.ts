/** How a page of the list and its total are read. */
import { usernameKey } from '../accounts/username-key.ts'
import type { EmployeeFilter } from '../contract/employee-filter.ts'
import type { EmployeeColumn } from '../contract/employee-list.ts'
import type { Database } from '../database/port.ts'
import { searchWords } from '../database/search-key.ts'
import { isNarrowing } from './filter-repository.ts'
import { type PageOfPart, withinGroups } from './grouped-page.ts'
import { employeeNumberKey } from './keys.ts'
import { countListed, type Listed, type Page, type SummaryRow, selectPage } from './list-repository.ts'
import {
  type Found,
  idsByFields,
  idsByNames,
  idsByWord,
  idsOf,
  selectByKeys,
  selectWordsOfPlaces,
} from './search-repository.ts'

type Reader = Pick<Database, 'read'>

export interface ListPage {
  /** How many the filter means. */
  readonly total: number
  readonly rows: readonly SummaryRow[]
}

/**
 * Reads one page of those whom a filter means. Where nothing else is asked for, a search puts first whose number or
 * username it is, then those in whom every word begins a name, then the rest, each part by name.
 * @param registered how many employees there are in all
 */
export async function readList(
  database: Reader,
  filter: EmployeeFilter,
  page: Page,
  registered: number,
): Promise<ListPage> {
  const words = searchWords(filter.search)
  const list = { filter, found: await find(database, words) }
  const total = words.length > 0 || isNarrowing(filter) ? await count(database, list) : registered
  const size = { part: total, registered }
  const rows =
    words.length === 0 || page.sort.length > 0
      ? await readPart(database, list, page, size)
      : await readRanked(database, list, page, size)
  return { total, rows }
}

/** The index alone answers for the words that stand in no name of a department or a position: most often for all. */
async function find(database: Reader, words: readonly string[]): Promise<Found> {
  if (words.length === 0) return { all: [], none: [] }
  const ofPlaces = new Set((await database.read(selectWordsOfPlaces(words))).map(({ word }) => words[word]))
  const others = words.filter((word) => !ofPlaces.has(word))
  return {
    all: [
      ...(others.length > 0 ? [idsByFields(others)] : []),
      ...words.filter((word) => ofPlaces.has(word)).map(idsByWord),
    ],
    none: [],
  }
}

async function count(database: Reader, list: Listed): Promise<number> {
  const [row] = await database.read(countListed(list))
  return row?.count ?? 0
}

interface Size {
  /** How many there are to page through. */
  readonly part: number
  readonly registered: number
}

/** So many are sorted as quickly as their groups are counted. */
const sortedAtOnce = 2000

async function readPart(database: Reader, list: Listed, page: Page, size: Size): Promise<readonly SummaryRow[]> {
  if (size.part <= page.offset) return []
  const whole = { list, page, part: size.part }
  const wanted = size.part > sortedAtOnce ? await withinGroups(database, whole) : whole
  const walks = isWalked(wanted, size.registered)
  return database.read(selectPage(wanted.list, wanted.page, walks))
}

/**
 * Going through all rows in their order ends when the page is full: after few rows where many of them were found. To
 * look up and sort one that was found takes about as long as to hold a row against a filter on the way, and five times
 * as long as to go past one that only has to be among those found.
 */
function isWalked({ list, page: { sort, offset, limit }, part }: PageOfPart, registered: number): boolean {
  const rowsPassed = isNarrowing(list.filter) ? 1 : 5
  return (
    sort.slice(0, 1).every(({ column }) => indexed.has(column)) &&
    rowsPassed * part * part > (offset + limit) * registered
  )
}

/** The columns whose order an index has. */
const indexed: ReadonlySet<EmployeeColumn> = new Set([
  'name',
  'employeeNumber',
  'workEmail',
  'hireDate',
  'status',
  'employmentType',
])

/** Page by page through the parts of the ranking, as if they were one list. */
async function readRanked(
  database: Reader,
  { filter, found }: Listed,
  { sort, custom, offset, limit }: Page,
  { part: total, registered }: Size,
): Promise<readonly SummaryRow[]> {
  const { search } = filter
  const own = await database.read(
    selectByKeys({ numberKey: employeeNumberKey(search), usernameKey: usernameKey(search) }),
  )
  const first = own.length === 0 ? [] : [idsOf(own.map(({ id }) => id))]
  const names = idsByNames(searchWords(search))
  const parts: readonly Found[] = [
    ...first.map((ids) => ({ all: [ids], none: [] })),
    { all: [names], none: first },
    { all: found.all, none: [...first, names] },
  ]
  const rows: SummaryRow[] = []
  let before = 0
  for (const [index, part] of parts.entries()) {
    if (rows.length === limit) break
    const list = { filter, found: part }
    const isLast = index === parts.length - 1
    const size = { part: isLast ? total - before : await count(database, list), registered }
    const page = { sort, custom, offset: Math.max(0, offset - before), limit: limit - rows.length }
    rows.push(...(await readPart(database, list, page, size)))
    before += size.part
  }
  return rows
}
