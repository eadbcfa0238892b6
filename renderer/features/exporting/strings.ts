import { formatNumber } from '../../ui/format.ts'

const employees = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'employee' : 'employees'}`

export const words = {
  open: 'Export…',
  title: 'Export employees',
  about: (count: number): string => `${employees(count)} as a table in a file that spreadsheets open.`,
  columns: 'Columns',
  shown: 'Shown in the list',
  shownHint: 'The employee number and what the list shows.',
  all: 'All fields',
  allHint: 'Everything that is known, private fields too.',
  separator: 'Separator',
  comma: 'Comma',
  commaHint: 'What most programs expect.',
  semicolon: 'Semicolon',
  semicolonHint: 'What Excel expects where numbers have a decimal comma.',
  go: 'Export',
  working: 'Exporting',
  stop: 'Cancel export',
  finished: (count: number): string => `${employees(count)} exported`,
  finishedDetail: (file: string): string =>
    `They stand in ${file}. The file holds personal data: keep it where only those who need it can read it.`,
  cancelled: 'Export cancelled',
  cancelledDetail: 'No file was written.',
  failed: 'The export failed',
} as const
