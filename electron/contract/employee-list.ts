import { call } from './call.ts'
import { employeeColumn, employeeFilter, employeeSort, mostColumns } from './employee-filter.ts'
import { id, nothing, requiredLine } from './fields.ts'
import { z } from './zod.ts'

/** The columns of the list are those that it can be ordered by; `name` is always among those shown. */
export type EmployeeColumn = z.infer<typeof employeeColumn>

/** How narrow and how wide a column can be made, in CSS pixels. */
export const columnWidths = { narrowest: 64, widest: 640 } as const

/** The columns that are shown besides the name. Those of custom fields that are gone fall away. */
export const shownColumns = z.array(employeeColumn).max(mostColumns)

/** How a person wants the list of employees to be laid out. A column whose width is not said takes its own. */
export const employeeListLayout = z.strictObject({
  columns: shownColumns,
  widths: z.partialRecord(employeeColumn, z.number().int().min(columnWidths.narrowest).max(columnWidths.widest)),
})

export type EmployeeListLayout = z.infer<typeof employeeListLayout>

/** What the list shows, and how: whom, in which order, in which columns. */
const listView = z.strictObject({ filter: employeeFilter, sort: employeeSort, columns: shownColumns })

export type EmployeeListView = z.output<typeof listView>

/** What a person says of a view that is to be kept. */
export const savedViewFields = z.strictObject({
  name: requiredLine('name of the view', 60),
  /** Whether every administrator has it in their menu; else only whoever made it. */
  isShared: z.boolean(),
  view: listView,
})

export type SavedViewFields = z.output<typeof savedViewFields>

const savedView = z.strictObject({
  id,
  version: z.number().int(),
  name: z.string(),
  isShared: z.boolean(),
  /** Whether whoever asks made it, and so may change it. */
  isOwn: z.boolean(),
  /** The name of whoever made it. */
  owner: z.string(),
  /** Null where this version of Staffdesk cannot read what another one wrote. */
  view: listView.nullable(),
})

export type SavedView = z.infer<typeof savedView>

const known = { id, version: z.number().int() }
const one = z.strictObject({ view: savedView })

const layout = z.strictObject({ layout: employeeListLayout.nullable() })

/** What people keep of the list of employees. */
export const employeeListCalls = {
  /** The person's own layout; null where they have none. */
  readLayout: call({ access: 'admin', input: nothing, output: layout }),
  /** Keeps it with the person, beyond the session; null goes back to the layout that comes with Staffdesk. */
  saveLayout: call({ access: 'admin', input: layout, output: nothing }),
  /** One's own views and those that are shared, by name. */
  listViews: call({ access: 'admin', input: nothing, output: z.strictObject({ views: z.array(savedView) }) }),
  /** Refused with `DUPLICATE` where one of one's own, or one that is shared with one, has the name. */
  addView: call({ access: 'admin', input: savedViewFields, output: one }),
  /** Only whoever made it may change it. Refused as `addView`, and with `CONFLICT` over a newer version. */
  changeView: call({ access: 'admin', input: savedViewFields.extend(known), output: one }),
  /** One's own, or any that is shared. */
  removeView: call({ access: 'admin', input: z.strictObject(known), output: nothing }),
} as const
