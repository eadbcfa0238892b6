import type { Database } from '../database/port.ts'
import { idsOfGroups, selectGroups } from './group-repository.ts'
import type { Listed, Page } from './list-repository.ts'

/** A page of a part of a list. */
export interface PageOfPart {
  readonly list: Listed
  readonly page: Page
  /** How many there are to page through. */
  readonly part: number
}

/**
 * The same page of only those groups that it takes in, where the list is ordered by groups: what stands before and after
 * them need not be sorted. Within one group the order goes on with what else was asked for.
 */
export async function withinGroups(database: Pick<Database, 'read'>, whole: PageOfPart): Promise<PageOfPart> {
  const { list, page } = whole
  const [first, ...others] = page.sort
  const query = selectGroups(list, page)
  const groups = first && query ? await database.read(query) : []
  if (!first || groups.length === 0) return whole
  const before = Math.min(...groups.map((group) => group.before))
  const isOne = groups.every((group) => group.before === before)
  const all = [...list.found.all, ...idsOfGroups(first.column, groups)]
  return {
    list: { ...list, found: { ...list.found, all } },
    page: { ...page, sort: isOne ? others : page.sort, offset: page.offset - before },
    part: groups.reduce((total, { count }) => total + count, 0),
  }
}
