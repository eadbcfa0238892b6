import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn } from '../../../electron/contract/employee-list.ts'

/** The order that is in force: by name where nothing else is asked for. */
export const orderOf = (sort: EmployeeSort): EmployeeSort =>
  sort.length === 0 ? [{ column: 'name', descending: false }] : sort

/**
 * The order after a column's header was pressed.
 * @param adds whether the column comes after those in force: it goes up, then down, then is left out again. Otherwise
 *   it takes their place, or turns where it is alone
 */
export function sortAfter(sort: EmployeeSort, column: EmployeeColumn, adds: boolean): EmployeeSort {
  const order = orderOf(sort)
  const own = order.find((one) => one.column === column)
  if (!adds) return [{ column, descending: order.length === 1 && own?.descending === false }]
  if (!own) return [...order, { column, descending: false }]
  return own.descending
    ? order.filter((one) => one !== own)
    : order.map((one) => (one === own ? { column, descending: true } : one))
}
