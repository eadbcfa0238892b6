/**
 * The search over employees: all that is SQLite's own about it stands here, in `database/search-key.ts` and in the
 * migration of the index (FTS5, https://sqlite.org/fts5.html). Departments and positions are looked through in their own
 * small tables, so that a new name of theirs rewrites nobody.
 */
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { holds } from '../database/holds.ts'
import type { Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { Schema } from '../database/schema.ts'
import { matchOf, nameMatchOf, textsOf } from '../database/search-key.ts'

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

/** A row where any of the words stands in the name of a department or a position. */
export const selectPlacesWith = (words: readonly string[]) => {
  const places = words.flatMap((word) => [withWord('department', word), withWord('position', word)])
  return queries
    .selectFrom(sql<{ id: number }>`(${sql.join(places, sql` union all `)})`.as('place'))
    .select('place.id')
    .limit(1)
}

const withWord = (table: 'department' | 'position', word: string) =>
  sql`select id from ${sql.table(table)} where ${sql.join(
    textsOf(word).map((text) => holds(`${table}.search_key`, text)),
    sql` or `,
  )}`

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

/**
 * Narrows a query on `employee` to those found.
 * @param walks whether the rows are gone through in their order and each is looked for among those found, which is
 * quicker where many are found (SQLite uses no index for a column behind a plus); else those found are sorted
 */
export function among<Output>(query: Employees<Output>, { all, none }: Found, walks = false): Employees<Output> {
  const id = walks ? sql`+employee.id` : sql`employee.id`
  const found = all.reduce((narrower, ids) => narrower.where(sql<boolean>`${id} in (${ids})`), query)
  return none.reduce((narrower, ids) => narrower.where(sql<boolean>`+employee.id not in (${ids})`), found)
}

/** How many are found, without a look at their rows. */
export function countFound(first: Ids, { all, none }: Found) {
  const found = queries
    .selectFrom(sql<{ id: number }>`(${first})`.as('found'))
    .select((select) => select.fn.countAll<number>().as('count'))
  const inAll = all.reduce((narrower, ids) => narrower.where(sql<boolean>`found.id in (${ids})`), found)
  return none.reduce((narrower, ids) => narrower.where(sql<boolean>`found.id not in (${ids})`), inAll)
}
