import { employeeSortColumns } from '../../../electron/contract/employee-filter.ts'
import { columnWidths, type EmployeeColumn, type EmployeeListLayout } from '../../../electron/contract/employee-list.ts'

/** The columns that the list comes with. */
export const defaultLayout: EmployeeListLayout = {
  columns: ['employeeNumber', 'department', 'position', 'username', 'hireDate', 'status'],
  widths: {},
}

/** The width of each column in CSS pixels, and its share of the room that is left, until somebody makes it another. */
const ownWidths: Readonly<Record<EmployeeColumn, { readonly width: number; readonly share: number }>> = {
  name: { width: 200, share: 2 },
  employeeNumber: { width: 96, share: 0 },
  username: { width: 132, share: 1.2 },
  role: { width: 116, share: 0 },
  workEmail: { width: 180, share: 1.6 },
  department: { width: 132, share: 1.2 },
  position: { width: 132, share: 1.2 },
  manager: { width: 132, share: 1.2 },
  employmentType: { width: 148, share: 0 },
  hireDate: { width: 116, share: 0 },
  status: { width: 116, share: 0 },
}

/** The columns that are in sight, in their order; the name is always the first. */
export const columnsOf = ({ columns }: Pick<EmployeeListLayout, 'columns'>): readonly EmployeeColumn[] =>
  employeeSortColumns.filter((column) => column === 'name' || columns.includes(column))

/** A column's width in CSS pixels; where nobody chose one it may be wider, as the room allows. */
export const widthOf = ({ widths }: EmployeeListLayout, column: EmployeeColumn): number =>
  widths[column] ?? ownWidths[column].width

/** The nearest width that a column may have. */
export const widthWithin = (width: number): number =>
  Math.round(Math.max(columnWidths.narrowest, Math.min(width, columnWidths.widest)))

/** The columns as a grid has them. */
export const gridOf = (layout: EmployeeListLayout): string =>
  columnsOf(layout)
    .map((column) => {
      const { share } = ownWidths[column]
      const width = widthOf(layout, column)
      return share === 0 || layout.widths[column] !== undefined ? `${width}px` : `minmax(${width}px, ${share}fr)`
    })
    .join(' ')

/** The least width of all columns together, in CSS pixels. */
export const leastWidth = (layout: EmployeeListLayout): number =>
  columnsOf(layout).reduce((sum, column) => sum + widthOf(layout, column), 0)
