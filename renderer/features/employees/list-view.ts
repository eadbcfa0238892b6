import type { QueryClient } from '@tanstack/react-query'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'
import { createListView, type ListPlace } from '../../ui/long-list/list-view.ts'
import { filterOfAddress, type Narrowing, noNarrowing } from '../employee-list/narrowing.ts'
import { nobody } from '../employee-list/selection.ts'

/** How the list is, and was when it was left. */
export interface ListView extends ListPlace {
  /** As it was typed. */
  readonly search: string
  readonly narrowing: Narrowing
  readonly sort: EmployeeSort
  readonly selection: EmployeeSelection
  /** The saved view that was opened last. */
  readonly viewId: number | null
  /** The entry of the window's history whose filter is done: what became of it since is the truth. */
  readonly addressKey: string | null
}

const untouched: ListView = {
  search: '',
  narrowing: noNarrowing,
  sort: [],
  selection: nobody,
  viewId: null,
  scrollOffset: 0,
  openedIndex: null,
  addressKey: null,
}

export const { read: readListView, keep: keepListView } = createListView('employees', untouched)

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
