import { columnWidths, type EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import type { ListColumn } from './columns.ts'

/** The columns that the list comes with: as many as stand beside each other, and a scroll bar, in the smallest window. */
export const defaultLayout: EmployeeListLayout = {
  columns: ['employeeNumber', 'department', 'position', 'hireDate', 'status'],
  widths: {},
}

/** A column's width in CSS pixels; where nobody chose one it may be wider, as the room allows. */
export const widthOf = ({ widths }: EmployeeListLayout, { key, width }: ListColumn): number => widths[key] ?? width

/** The nearest width that a column may have. */
export const widthWithin = (width: number): number =>
  Math.round(Math.max(columnWidths.narrowest, Math.min(width, columnWidths.widest)))

/** The column of the checkboxes, in CSS pixels. */
const tickWidth = 40

/** The columns in sight as a grid has them, after that of the checkboxes. */
export const gridOf = (layout: EmployeeListLayout, shown: readonly ListColumn[]): string =>
  [
    `${tickWidth}px`,
    ...shown.map((column) => {
      const width = widthOf(layout, column)
      const isFixed = column.share === 0 || layout.widths[column.key] !== undefined
      return isFixed ? `${width}px` : `minmax(${width}px, ${column.share}fr)`
    }),
  ].join(' ')

/** The least width of the columns in sight together, in CSS pixels. */
export const leastWidth = (layout: EmployeeListLayout, shown: readonly ListColumn[]): number =>
  shown.reduce((sum, column) => sum + widthOf(layout, column), tickWidth)
