import type { Encoding, ImportCounts, importActs, LastImport } from '../../../electron/contract/imports.ts'
import { formatInstant, formatNumber } from '../../ui/format.ts'

const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

const rows = (count: number): string => counted(count, 'row', 'rows')

const employees = (count: number): string => counted(count, 'employee', 'employees')

const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  workbook: 'Excel workbook',
} as const satisfies Record<Encoding, string>

const delimiters: Readonly<Record<string, string>> = {
  ',': 'parted by commas',
  ';': 'parted by semicolons',
  '\t': 'parted by tabs',
  '|': 'parted by bars',
}

interface File {
  readonly name: string
  readonly rows: number
  readonly encoding: Encoding
  readonly delimiter: string | null
}

export const importWords = {
  open: 'Import',
  heading: 'Import employees',
  loading: 'Loading the import',
  failure: 'The import could not be loaded',
  back: 'Back to employees',
  problem: 'That did not work',
  choose: {
    title: 'Choose a file of employees',
    detail:
      'A CSV file or an Excel workbook (.xlsx) of up to 50 MB and 200,000 rows, with headings in its first row. Nothing is changed before you have seen what would happen.',
    action: 'Choose a file',
    another: 'Choose another file',
  },
  last: {
    heading: 'Last import',
    told: ({ fileName, at, by, created, changed }: LastImport): string =>
      `${fileName}, ${formatInstant(at)}, by ${by}: ${formatNumber(created)} new, ${formatNumber(changed)} changed.`,
    hint: 'It can be undone until somebody who came with it, or was changed by it, is changed again.',
  },
  acts: {
    reading: 'Reading the file',
    checking: 'Checking every row',
    importing: 'Importing employees',
    undoing: 'Undoing the import',
  } as const satisfies Record<(typeof importActs)[number], string>,
  progress: (done: number, total: number | null): string =>
    total === null ? rows(done) : `${formatNumber(done)} of ${rows(total)}`,
  stop: 'Stop',
  cancel: 'Cancel import',
  file: ({ name, rows: count, encoding, delimiter }: File): string =>
    [name, rows(count), encodings[encoding], ...(delimiter === null ? [] : [delimiters[delimiter] ?? delimiter])].join(
      ' · ',
    ),
  columns: {
    heading: 'Columns',
    hint: 'Say what each column of the file holds. A column that is not imported is left alone.',
    table: 'The columns of the file, one in each row',
    names: { heading: 'Heading', sample: 'First rows', field: 'Import as' },
    field: (heading: string): string => `Import ${heading} as`,
    unnamed: (column: number): string => `Column ${column}`,
    none: 'Not imported',
    empty: '–',
  },
  options: {
    heading: 'Options',
    updateByNumber: 'Update by employee number',
    updateByNumberHint:
      'A row with the number of an employee changes that employee, in the columns that are imported. An empty cell empties its field.',
    createMissing: 'Create missing departments and positions',
    createMissingHint: 'A department is written by its path, such as Sales / North.',
  },
  check: 'Check the file',
  checkAgain: 'Check again',
  found: {
    heading: 'What would happen',
    list: 'Rows by what they would do',
    kinds: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', bad: 'Bad' },
    departments: (names: readonly string[]): string =>
      `${counted(names.length, 'department is', 'departments are')} created: ${listed(names)}.`,
    positions: (names: readonly string[]): string =>
      `${counted(names.length, 'position is', 'positions are')} created: ${listed(names)}.`,
    run: (count: number): string => `Import ${employees(count)}`,
    skip: (counts: ImportCounts): string =>
      `Skip ${rows(counts.bad)} and import ${formatNumber(counts.new + counts.changed)}`,
    nothing: 'There is nothing to import: every row is as it stands already, or bad.',
    allOrNothing:
      'Nothing is imported while a row is bad. Mend the file and choose it again, or skip the bad rows: save them to a file first, with what is wrong with each, and import that file once it is mended.',
    save: 'Save the bad rows',
    saved: 'Bad rows saved',
    outdated: 'You changed what is imported. Check the file again.',
  },
  problems: {
    heading: (count: number): string => counted(count, 'mistake', 'mistakes'),
    table: 'What is wrong, in the order of the rows',
    names: { row: 'Row', column: 'Column', value: 'Value', message: 'What is wrong' },
    wholeRow: 'Whole row',
    empty: 'Empty',
    failure: 'The mistakes could not be loaded',
  },
  done: {
    title: 'Employees imported',
    detail: (done: { created: number; changed: number; unchanged: number; skipped: number }): string =>
      [
        `${formatNumber(done.created)} new`,
        `${formatNumber(done.changed)} changed`,
        `${formatNumber(done.unchanged)} unchanged`,
        `${formatNumber(done.skipped)} left out`,
      ].join(', '),
    another: 'Import another file',
  },
  undo: {
    action: 'Undo import',
    title: 'Undo the import?',
    detail: ({ created, changed }: LastImport): string =>
      `${employees(created)} who came with it ${created === 1 ? 'is' : 'are'} removed, ${employees(changed)} ${changed === 1 ? 'gets' : 'get'} their former details back.`,
    done: 'Import undone',
  },
} as const

/** The first names of a list that may be long. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5)
  return [...shown, ...(names.length > shown.length ? ['…'] : [])].join(', ')
}
