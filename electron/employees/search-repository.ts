/**
 * The search over employees: all that is SQLite's own about it stands here, in `database/search-key.ts` and in the
 * migration of the index (FTS5, https://sqlite.org/fts5.html). Departments and positions are looked through in their own
 * small tables, so that a new name of theirs rewrites nobody.
 *
 * A column behind a plus is one for which SQLite looks up no index: it would ask the full-text index once for every row
 * of another set, which takes a hundred times as long as to go through both.
 */
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { holdsWord } from '../database/holds.ts'
import type { Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { Schema } from '../database/schema.ts'
import { matchOf, nameMatchOf } from '../database/search-key.ts'

export type Employees<Output> = SelectQueryBuilder<Schema, 'employee', Output>

/** A query for ids of employees, each once. */
export type Ids = RawBuilder<{ readonly id: number }>

/** Employees that are in all of some sets and in none of others. */
export interface Found {
  readonly all: readonly Ids[]
  readonly none: readonly Ids[]
}

interface Indexed {
  readonly id: number
  /** The text that stands in the index. */
  readonly search_key: string
}

const insertIndexed = prepared<{ firstId: number; lastId: number }, never>((parameter) =>
  queries
    .insertInto('employee_search')
    .columns(['rowid', 'search_key'])
    .expression(
      queries
        .selectFrom('employee')
        .select(['id', 'search_key'])
        .where('id', '>=', parameter('firstId'))
        .where('id', '<=', parameter('lastId')),
    ),
)

const deleteIndexed = prepared<Indexed, never>((parameter) =>
  queries.insertInto('employee_search').values({
    employee_search: 'delete',
    rowid: parameter('id'),
    search_key: parameter('search_key'),
  }),
)

/**
 * Takes employees into the search after their rows were inserted: one, or all with ids from the first to the last,
 * which costs far less than one by one. None of them may be in it already.
 */
export async function indexWithin(transaction: Transaction, firstId: number, lastId = firstId): Promise<void> {
  await transaction.execute(insertIndexed({ firstId, lastId }))
}

/** Takes an employee out of the search before the row is deleted; nothing of the text stays in the index. */
export async function removeFromIndexWithin(transaction: Transaction, { id, search_key }: Indexed): Promise<void> {
  await transaction.execute(deleteIndexed({ id, search_key }))
}

const rebuildIndex = sql`insert into employee_search (employee_search) values ('rebuild')`.compile(queries)

/**
 * Makes the search anew from the rows that are there, after many were deleted: to take one out of the index, so that
 * nothing of the text stays, costs as much as to take hundreds in.
 */
export async function rebuildIndexWithin(transaction: Transaction): Promise<void> {
  await transaction.execute(rebuildIndex)
}

/**
 * Keeps the search true after an employee's `search_key` was written.
 * @param former the row before that
 */
export async function reindexWithin(transaction: Transaction, former: Indexed, searchKey: string): Promise<void> {
  if (former.search_key === searchKey) return
  await removeFromIndexWithin(transaction, former)
  await indexWithin(transaction, former.id)
}

const idsByMatch = (match: string): Ids =>
  sql`select rowid as id from employee_search where employee_search match ${match}`

/** Those whose own fields hold every word. */
export const idsByFields = (words: readonly string[]): Ids => idsByMatch(matchOf(words))

/** Of those the ones whose names begin with every word. */
export const idsByNames = (words: readonly string[]): Ids => idsByMatch(nameMatchOf(words))

/** Those in whom, in whose department or in whose position a word stands. */
export const idsByWord = (word: string): Ids => sql`${idsByFields([word])}
  union select id from employee where department_id in (${withWord('department', word)})
  union select id from employee where position_id in (${withWord('position', word)})`

/** Which of the words, by their places among them, stand in the name of a department or a position. */
export const selectWordsOfPlaces = (words: readonly string[]) => {
  const places = words.flatMap((word, index) =>
    (['department', 'position'] as const).map(
      (table) => sql`select ${index} as word where exists (${withWord(table, word)})`,
    ),
  )
  return queries
    .selectFrom(sql<{ word: number }>`(${sql.join(places, sql` union all `)})`.as('place'))
    .select('place.word')
}

const withWord = (table: 'department' | 'position', word: string) =>
  sql`select id from ${sql.table(table)} where ${holdsWord(`${table}.search_key`, word)}`

/** Those whose number or username it is, folded as those are. */
export const selectByKeys = prepared<{ numberKey: string; usernameKey: string }, { readonly id: number }>((parameter) =>
  queries
    .selectFrom('employee')
    .select('id')
    .where('employee_number_key', '=', parameter('numberKey'))
    .union(
      queries
        .selectFrom('account')
        .innerJoin('employee', 'employee.account_id', 'account.id')
        .select('employee.id')
        .where('username_key', '=', parameter('usernameKey')),
    ),
)

/** These. */
export const idsOf = (ids: readonly number[]): Ids => sql`select id from employee where id in (${sql.join(ids)})`

/** Those found, without a look at their rows; null where nothing was looked for. */
function idsFound({ all: [first, ...others], none }: Found): Ids | null {
  if (!first) return null
  const conditions = [
    ...others.map((ids) => sql`+found.id in (${ids})`),
    ...none.map((ids) => sql`+found.id not in (${ids})`),
  ]
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`
  return sql`select found.id from (${first}) as found ${where}`
}

/**
 * Narrows a query on `employee` to those found.
 * @param walks whether the rows are gone through in their order and each is looked for among those found, which is
 * quicker where many are found; else those found are sorted
 */
export function among<Output>(query: Employees<Output>, found: Found, walks = false): Employees<Output> {
  const ids = idsFound(found)
  return ids ? query.where(sql<boolean>`${walks ? sql`+employee.id` : sql`employee.id`} in (${ids})`) : query
}

/** How many are found; null where nothing was looked for. */
export function countFound(found: Found) {
  const ids = idsFound(found)
  if (!ids) return null
  return queries
    .selectFrom(sql<{ id: number }>`(${ids})`.as('found'))
    .select((select) => select.fn.countAll<number>().as('count'))
}
