import type { QueryClient } from '@tanstack/react-query'

/** How a list was left: how far it was scrolled (CSS pixels), and which row was opened. */
export interface ListPlace {
  readonly scrollOffset: number
  readonly openedIndex: number | null
}

export const untouched: ListPlace = { scrollOffset: 0, openedIndex: null }

/**
 * What a list keeps while one goes elsewhere and returns. It lives beside the cached records, so that it is dropped with
 * them when the session ends.
 * @param name which list
 */
export function createListView<View extends object>(name: string, first: View) {
  const key = ['list-view', name]
  const read = (client: QueryClient): View => client.getQueryData<View>(key) ?? first
  const keep = (client: QueryClient, change: Partial<View>): void => {
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
    client.setQueryData<View>(key, { ...read(client), ...change })
  }
  return { read, keep }
}
