import { stringify } from 'csv-stringify/sync'
import type { CustomColumn, CustomKey } from '../contract/custom-fields.ts'
import { type ExportColumn, exportColumns, type exportSeparators } from '../contract/exports.ts'
import { foldForSearch } from '../database/fold.ts'
import { nameOf, textColumns } from '../employees/fields.ts'
import { customIn } from '../employees/record.ts'
import { departmentPaths } from '../tables/department-paths.ts'
import { employeeHeadings, readOnlyHeadings } from '../tables/employee-columns.ts'
import { defuse } from '../tables/formula-cells.ts'
import type { ExportedDepartment, ExportedRow } from './repository.ts'

const delimiters = { comma: ',', semicolon: ';' } as const satisfies Record<(typeof exportSeparators)[number], string>

/** By it spreadsheets know UTF-8. */
const byteOrderMark = '\ufeff'

const headings: Readonly<Record<ExportColumn, string>> = { ...employeeHeadings, ...readOnlyHeadings }

/** A table of employees as text: RFC 4180, with cells that no spreadsheet runs. */
export interface ExportTable {
  /** The first line. */
  readonly head: string
  lines(rows: readonly ExportedRow[]): string
}

/** What the columns are called in the file; those of custom fields stand behind the others. */
export const headingsOf = (columns: readonly ExportColumn[], custom: readonly CustomColumn[]): readonly string[] => [
  ...columns.map((column) => headings[column]),
  ...custom.map(({ label }) => defuse(label)),
]

/** The columns in the order of every export; the employee number, by which an import knows everybody again, is one. */
export function columnsToWrite(chosen: readonly ExportColumn[]): readonly ExportColumn[] {
  return exportColumns.filter((column) => column === 'employeeNumber' || chosen.includes(column))
}

/**
 * The custom fields to write. One that is called as a column of the file stands behind it in any case: an import would
 * take that column, which only people read, for the field.
 */
export function customToWrite(
  asked: readonly CustomColumn[],
  chosen: 'all' | readonly CustomKey[],
  columns: readonly ExportColumn[],
): readonly CustomColumn[] {
  if (chosen === 'all') return asked
  const taken = new Set(columns.map((column) => foldForSearch(headings[column])))
  return asked.filter(({ key, label }) => chosen.includes(key) || taken.has(foldForSearch(label)))
}

export function createExportTable(
  columns: readonly ExportColumn[],
  custom: readonly CustomColumn[],
  separator: (typeof exportSeparators)[number],
  departments: readonly ExportedDepartment[],
): ExportTable {
  const paths = departmentPaths(departments)
  const codes = new Map(departments.map(({ id, code }) => [id, code]))
  const cells: Readonly<Record<ExportColumn, (row: ExportedRow) => string | null>> = {
    ...textCells,
    departmentId: ({ department_id: id }) => (id === null ? null : (paths.get(id) ?? null)),
    positionId: (row) => row.position_title,
    managerId: (row) => row.manager_number,
    employmentType: (row) => row.employment_type,
    departmentCode: ({ department_id: id }) => (id === null ? null : (codes.get(id) ?? null)),
    managerName: ({ manager_first_name, manager_last_name }) =>
      nameOf({ first_name: manager_first_name ?? '', last_name: manager_last_name ?? '' }),
    status: (row) => row.status,
    leavingDate: (row) => row.leaving_date,
    leavingReason: (row) => row.leaving_reason,
    username: (row) => row.username,
    role: (row) => row.role,
  }
  const cellsOf = (row: ExportedRow): readonly string[] => {
    const values = customIn(row)
    return [...columns.map((column) => cells[column](row) ?? ''), ...custom.map((column) => column.valueOf(values))]
  }
  const write = (lines: readonly (readonly string[])[]) =>
    stringify([...lines], {
      delimiter: delimiters[separator],
      record_delimiter: 'windows',
      // Every usual separator, whichever is in use: a spreadsheet that takes another one splits no cell in its middle.
      quoted_match: /[,;\t\r\n]/,
    })
  return {
    head: byteOrderMark + write([headingsOf(columns, custom)]),
    lines: (rows) => write(rows.map((row) => cellsOf(row).map(defuse))),
  }
}

const textCells = Object.fromEntries(
  Object.entries(textColumns).map(([field, column]) => [field, (row: ExportedRow) => row[column]]),
) as Record<keyof typeof textColumns, (row: ExportedRow) => string | null>
