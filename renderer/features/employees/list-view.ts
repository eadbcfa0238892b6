import type { QueryClient } from '@tanstack/react-query'

/** How the list was left: what was searched for, how far it was scrolled (CSS pixels), and which record was opened. */
export interface ListView {
  readonly search: string
  readonly scrollOffset: number
  readonly openedIndex: number | null
}

const key = ['employees-list-view'] as const

const untouched: ListView = { search: '', scrollOffset: 0, openedIndex: null }

/** The view lives beside the cached records, so that it is dropped with them when the session ends. */
export const readListView = (client: QueryClient): ListView => client.getQueryData<ListView>(key) ?? untouched

export function keepListView(client: QueryClient, change: Partial<ListView>): void {
  client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
  client.setQueryData<ListView>(key, { ...readListView(client), ...change })
}
