import type { QueryClient } from '@tanstack/react-query'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import { filterOfAddress, type Narrowing, noNarrowing } from '../employee-list/narrowing.ts'

/** How the list is, and was when it was left. */
export interface ListView {
  /** As it was typed. */
  readonly search: string
  readonly narrowing: Narrowing
  readonly sort: EmployeeSort
  /** How far it was scrolled, in CSS pixels. */
  readonly scrollOffset: number
  /** The row of the record that was opened. */
  readonly openedIndex: number | null
  /** The entry of the window's history whose filter is done: what became of it since is the truth. */
  readonly addressKey: string | null
}

const key = ['employees-list-view'] as const

const untouched: ListView = {
  search: '',
  narrowing: noNarrowing,
  sort: [],
  scrollOffset: 0,
  openedIndex: null,
  addressKey: null,
}

/** The view lives beside the cached records, so that it is dropped with them when the session ends. */
export const readListView = (client: QueryClient): ListView => client.getQueryData<ListView>(key) ?? untouched

export function keepListView(client: QueryClient, change: Partial<ListView>): void {
  client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
  client.setQueryData<ListView>(key, { ...readListView(client), ...change })
}

/**
 * The list as it opens: as it was left, or with the filter of an address at which it was not opened yet.
 * @param address the entry of the window's history at which the list is opened
 */
export function openListView(
  client: QueryClient,
  address: { readonly key: string; readonly search: string },
): ListView {
  const asked = filterOfAddress(address.search)
  if (asked !== null && readListView(client).addressKey !== address.key) {
    const { search, ...narrowing } = asked
    const { sort } = readListView(client)
    keepListView(client, { ...untouched, search, narrowing, sort, addressKey: address.key })
  }
  return readListView(client)
}
