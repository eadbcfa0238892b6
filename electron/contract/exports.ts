import { call } from './call.ts'
import { customKeys } from './custom-fields.ts'
import { employeeSort } from './employee-filter.ts'
import { employeeSelection } from './employee-selection.ts'
import { type EmployeeInput, unknownEmployee } from './employees.ts'
import { id, nothing } from './fields.ts'
import { z } from './zod.ts'

/** What can be imported again, by the names of its fields. */
const fieldColumns = Object.keys(unknownEmployee) as [keyof EmployeeInput, ...(keyof EmployeeInput)[]]

/** What an export says besides. */
export const readOnlyColumns = [
  'departmentCode',
  'managerName',
  'status',
  'leavingDate',
  'leavingReason',
  'username',
  'role',
] as const

/** Everything that an export can tell of an employee, in its order. */
export const exportColumns = [...fieldColumns, ...readOnlyColumns] as const

export type ExportColumn = (typeof exportColumns)[number]

export const exportSeparators = ['comma', 'semicolon'] as const

export const exportProgress = z.strictObject({
  id,
  state: z.enum(['working', 'finished', 'cancelled', 'failed']),
  /** The file's own name: where it lies only the person knows who chose it. */
  fileName: z.string(),
  written: z.number().int(),
  total: z.number().int(),
  /** Why it failed, in words. */
  problem: z.string().nullable(),
})

export type ExportProgress = z.infer<typeof exportProgress>

const one = z.strictObject({ id })

export const exportCalls = {
  /**
   * Lets the person choose a file and begins to write employees to it, as CSV in UTF-8. The employee number is always
   * among the columns: by it an import knows everybody again. Null where no file was chosen.
   */
  start: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({
      selection: employeeSelection,
      sort: employeeSort,
      columns: z.array(z.enum(exportColumns)).max(exportColumns.length),
      /** The custom fields that have a column as well, behind the others in their own order. */
      custom: z.union([z.literal('all'), customKeys]),
      separator: z.enum(exportSeparators),
    }),
    output: z.strictObject({ export: exportProgress.nullable() }),
  }),
  read: call({ access: 'admin', input: one, output: z.strictObject({ export: exportProgress }) }),
  /** No file is left behind. */
  cancel: call({ access: 'admin', input: one, output: nothing }),
} as const
