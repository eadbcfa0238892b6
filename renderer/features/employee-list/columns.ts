import { type CustomColumn, type CustomDefinition, customColumns } from '../../../electron/contract/custom-fields.ts'
import {
  type EmployeeSort,
  type EmployeeSortColumn,
  employeeSortColumns,
} from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn, EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import { listWords } from './strings.ts'

/** The width of a column in CSS pixels, and its share of the room that is left, until somebody makes it another. */
interface OwnWidth {
  readonly width: number
  readonly share: number
}

/** A column that the list can show. */
export interface ListColumn extends OwnWidth {
  readonly key: EmployeeColumn
  readonly label: string
  /** The custom field that it shows; null for a column that comes with Staffdesk. */
  readonly custom: CustomColumn | null
}

const ownWidths: Readonly<Record<EmployeeSortColumn, OwnWidth>> = {
  name: { width: 164, share: 2 },
  employeeNumber: { width: 104, share: 0 },
  username: { width: 132, share: 1.2 },
  role: { width: 116, share: 0 },
  workEmail: { width: 180, share: 1.6 },
  department: { width: 112, share: 1.2 },
  position: { width: 112, share: 1.2 },
  manager: { width: 132, share: 1.2 },
  employmentType: { width: 148, share: 0 },
  hireDate: { width: 112, share: 0 },
  status: { width: 108, share: 0 },
}

const customWidths: Readonly<Record<CustomColumn['kind'], OwnWidth>> = {
  text: { width: 132, share: 1.2 },
  number: { width: 112, share: 0 },
  date: { width: 112, share: 0 },
  choice: { width: 112, share: 1.2 },
  'yes-no': { width: 88, share: 0 },
}

const builtIn: readonly ListColumn[] = employeeSortColumns.map((key) => ({
  key,
  label: listWords.columns[key],
  custom: null,
  ...ownWidths[key],
}))

/** Every column that there is, in its place: custom fields, in their order, behind the others. */
export const columnsWith = (fields: readonly CustomDefinition[]): readonly ListColumn[] => [
  ...builtIn,
  ...customColumns(fields).map((custom) => ({
    key: custom.key,
    label: custom.label,
    custom,
    ...customWidths[custom.kind],
  })),
]

/** The columns that are in sight, in their order; the name is always the first. What is gone falls away. */
export const shownOf = (
  all: readonly ListColumn[],
  { columns }: Pick<EmployeeListLayout, 'columns'>,
): readonly ListColumn[] => all.filter(({ key }) => key === 'name' || columns.includes(key))

/** The order without the columns that are gone. */
export function sortAmong(all: readonly ListColumn[], sort: EmployeeSort): EmployeeSort {
  const known = sort.filter(({ column }) => all.some(({ key }) => key === column))
  return known.length === sort.length ? sort : known
}
