import { type AuditAction, auditAreas } from '../contract/audit.ts'
import { parametersFor, prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeImportRowTable, EmployeeImportTable, EmployeeTable } from '../database/schema.ts'
import { unusedId } from '../database/unused-id.ts'

/** What a dry run has to know of everybody. */
export interface PersonRow
  extends Pick<
    EmployeeTable,
    | 'employee_number'
    | 'employee_number_key'
    | 'work_email_key'
    | 'first_name'
    | 'last_name'
    | 'manager_id'
    | 'status'
    | 'archived_at'
  > {
  readonly id: number
}

export const selectPeople = prepared<object, PersonRow>(() =>
  queries
    .selectFrom('employee')
    .select([
      'id',
      'employee_number',
      'employee_number_key',
      'work_email_key',
      'first_name',
      'last_name',
      'manager_id',
      'status',
      'archived_at',
    ]),
)

/** Every number that was ever given. */
export const selectUsedNumbers = prepared<object, { readonly number_key: string }>(() =>
  queries.selectFrom('used_employee_number').select('number_key'),
)

/** What changes employees, departments, positions or custom fields, and with them what a dry run found. */
const changing: readonly AuditAction[] = [
  ...auditAreas.employees,
  ...auditAreas.organisation,
  ...auditAreas['custom-fields'],
]

/** A row where something was changed after the given entry of the audit. */
export const selectChangeSince = prepared<{ entry: number }, { readonly id: number }>((parameter) =>
  queries
    .selectFrom('audit_entry')
    .select('id')
    .where('id', '>', parameter('entry'))
    .where('action', 'in', changing)
    .limit(1),
)

const importColumns = [
  'file_name',
  'imported_at',
  'imported_by',
  'created',
  'changed',
  'departments',
  'positions',
] as const

type NewImport = Omit<EmployeeImportTable, 'id'>

export interface ImportRow extends NewImport {
  readonly id: number
}

/** The id is one that no import had before, though only the last one is kept. */
export const insertImport = prepared<NewImport, { readonly id: number }>((parameter) =>
  queries
    .insertInto('employee_import')
    .values({
      id: unusedId('employee_import', 'import'),
      ...parametersFor<NewImport, keyof NewImport>(parameter, importColumns),
    })
    .returning('id'),
)

export const selectLastImport = prepared<object, ImportRow>(() =>
  queries.selectFrom('employee_import').selectAll().orderBy('id', 'desc').limit(1),
)

/** Only the last import can be undone: what was kept of those before it goes, with their rows. */
export const deleteImports = prepared<object, unknown>(() => queries.deleteFrom('employee_import'))

const rowColumns = ['import_id', 'employee_id', 'version', 'previous'] as const

export const insertImportRow = prepared<EmployeeImportRowTable, unknown>((parameter) =>
  queries
    .insertInto('employee_import_row')
    .values(parametersFor<EmployeeImportRowTable, keyof EmployeeImportRowTable>(parameter, rowColumns)),
)

/** What an import did to somebody, and what has become of them since. */
export interface ImportedRow {
  readonly employee_id: number
  readonly version: number
  readonly previous: string | null
  readonly present_version: number
  readonly first_name: string
  readonly last_name: string
}

export const selectImportRows = prepared<{ import_id: number }, ImportedRow>((parameter) =>
  queries
    .selectFrom('employee_import_row')
    .innerJoin('employee', 'employee.id', 'employee_import_row.employee_id')
    .select([
      'employee_id',
      'employee_import_row.version',
      'previous',
      'employee.version as present_version',
      'first_name',
      'last_name',
    ])
    .where('import_id', '=', parameter('import_id'))
    .orderBy('employee_id'),
)

const touchedBy = (importId: number) =>
  queries.selectFrom('employee_import_row').select('employee_id').where('import_id', '=', importId)

const createdBy = (importId: number) => touchedBy(importId).where('previous', 'is', null)

/** Somebody whom the import did not touch, and who reports to one of those who came with it. */
export const selectFollowers = prepared<
  { import_id: number },
  { readonly first_name: string; readonly last_name: string }
>((parameter) =>
  queries
    .selectFrom('employee')
    .select(['first_name', 'last_name'])
    .where((select) =>
      select.or([
        select('manager_id', 'in', createdBy(parameter('import_id'))),
        select('successor_id', 'in', createdBy(parameter('import_id'))),
      ]),
    )
    .where('id', 'not in', touchedBy(parameter('import_id')))
    .limit(1),
)

/** Departments that are led by somebody who came with the import. */
export const selectLedDepartments = prepared<{ import_id: number }, { readonly name: string }>((parameter) =>
  queries
    .selectFrom('department')
    .select('name')
    .where('head_id', 'in', createdBy(parameter('import_id')))
    .limit(1),
)

/** Somebody who came with the import and was given a photo, even if it was taken away again: no version tells of it. */
export const selectPortrayed = prepared<
  { import_id: number },
  { readonly first_name: string; readonly last_name: string }
>((parameter) =>
  queries
    .selectFrom('employee')
    .innerJoin('employee_photo', 'employee_photo.employee_id', 'employee.id')
    .select(['first_name', 'last_name'])
    .where('employee.id', 'in', createdBy(parameter('import_id')))
    .limit(1),
)

/** Nobody who came with the import has a manager any more, so that they can be removed in any order. */
export const clearManagers = prepared<{ import_id: number }, unknown>((parameter) =>
  queries
    .updateTable('employee')
    .set({ manager_id: null, successor_id: null })
    .where('id', 'in', createdBy(parameter('import_id'))),
)

export const deleteEmployee = prepared<{ id: number }, unknown>((parameter) =>
  queries.deleteFrom('employee').where('id', '=', parameter('id')),
)

/** Gives the numbers of those free again who came with the import; while they are there still. */
export const forgetNumbers = prepared<{ import_id: number }, unknown>((parameter) =>
  queries.deleteFrom('used_employee_number').where('employee_id', 'in', createdBy(parameter('import_id'))),
)

const headingsPolicy = 'import_headings'

export const selectHeadings = prepared<object, { readonly value: string }>(() =>
  queries.selectFrom('policy').select('value').where('name', '=', headingsPolicy),
)

export const writeHeadings = prepared<{ value: string }, unknown>((parameter) =>
  queries
    .insertInto('policy')
    .values({ name: headingsPolicy, value: parameter('value') })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((set) => ({ value: set.ref('excluded.value') }))),
)
