import type { QueryClient } from '@tanstack/react-query'

/** Stands for the company in the place of a person's id: whoever reports to nobody stands below it. */
export const company = 0

/**
 * The branches that are open, by the id of who stands above. `only` is the one person of a branch who is shown, the
 * others being but counted; null shows all.
 */
export type Openings = ReadonlyMap<number, { readonly only: number | null }>

/** Nothing but those at the top. */
export const closedChart: Openings = new Map([[company, { only: null }]])

const withBranch = (openings: Openings, id: number, only: number | null): Openings =>
  new Map(openings).set(id, { only })

/** Opens a branch with everybody in it. */
export const opened = (openings: Openings, id: number): Openings => withBranch(openings, id, null)

export function closed(openings: Openings, id: number): Openings {
  const left = new Map(openings)
  left.delete(id)
  return left
}

/**
 * Opens the way to somebody, and their own branch. The others of a branch on the way are but counted, unless all of it
 * is open and whom the way leads through is in sight already.
 * @param path ids, the topmost first
 */
export function revealed(openings: Openings, path: readonly number[], isInSight: (id: number) => boolean): Openings {
  const way = path.reduce((open, id, index) => {
    const above = path[index - 1] ?? company
    return open.get(above)?.only === null && isInSight(id) ? open : withBranch(open, above, id)
  }, openings)
  const last = path.at(-1)
  return last === undefined ? openings : opened(way, last)
}

const key = ['chart-view'] as const

/** How the chart was left. It lives beside what was read, so that it is dropped with it when the session ends. */
export const keptOpenings = (client: QueryClient): Openings | undefined => client.getQueryData<Openings>(key)

export function keepOpenings(client: QueryClient, openings: Openings): void {
  client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
  client.setQueryData<Openings>(key, openings)
}
