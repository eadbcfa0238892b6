import { call } from './call.ts'
import { employeeSortColumns } from './employee-filter.ts'
import { nothing } from './fields.ts'
import { z } from './zod.ts'

/** The columns of the list are those that it can be ordered by; `name` is always among those shown. */
const column = z.enum(employeeSortColumns)

export type EmployeeColumn = z.infer<typeof column>

/** How narrow and how wide a column can be made, in CSS pixels. */
export const columnWidths = { narrowest: 64, widest: 640 } as const

/** The columns that are shown besides the name. */
export const shownColumns = z.array(column).max(employeeSortColumns.length)

/** How a person wants the list of employees to be laid out. A column whose width is not said takes its own. */
export const employeeListLayout = z.strictObject({
  columns: shownColumns,
  widths: z.partialRecord(column, z.number().int().min(columnWidths.narrowest).max(columnWidths.widest)),
})

export type EmployeeListLayout = z.infer<typeof employeeListLayout>

const layout = z.strictObject({ layout: employeeListLayout.nullable() })

/** What people keep of the list of employees. */
export const employeeListCalls = {
  /** The person's own layout; null where they have none. */
  readLayout: call({ access: 'admin', input: nothing, output: layout }),
  /** Keeps it with the person, beyond the session; null goes back to the layout that comes with Staffdesk. */
  saveLayout: call({ access: 'admin', input: layout, output: nothing }),
} as const
