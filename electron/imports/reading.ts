import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { Refusal } from '../contract/errors.ts'
import { type Encoding, importLimits } from '../contract/imports.ts'
import { restore } from '../tables/formula-cells.ts'
import { csvRows, guessDelimiter } from './csv.ts'
import type { Progress } from './progress.ts'
import type { Staging } from './staging-store.ts'
import { decoded, encodingOf } from './text.ts'
import { isWorkbook, workbookRows } from './workbook.ts'

/** What is known of a file once it is read. */
export interface ReadFile {
  readonly encoding: Encoding
  readonly delimiter: string | null
  readonly headings: readonly string[]
  readonly sample: readonly (readonly string[])[]
  /** Rows below the headings. */
  readonly rows: number
}

const sampleRows = 5
const sampleCell = 60
const batchLength = 500

/** A text that is shown, cut where it grows too long. */
export const shortened = (text: string, longest: number = sampleCell): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`

/**
 * Reads a file into the staging database: the headings are its first row that is not empty, rows without any content
 * are left out. Apostrophes that an export put before formulas are taken away.
 * @throws Refusal for a file that is too large, empty, or that cannot be read
 */
export async function readFile(file: string, staging: Staging, progress: Progress): Promise<ReadFile> {
  const bytes = contentOf(file)
  const encoding = isWorkbook(bytes) ? 'workbook' : encodingOf(bytes)
  const delimiter = encoding === 'workbook' ? null : guessDelimiter(beginningOf(bytes, encoding))
  const source =
    encoding === 'workbook' || delimiter === null
      ? await workbookRows(bytes)
      : csvRows(decoded(bytes, encoding), delimiter)
  let headings: readonly string[] | null = null
  let rows = 0
  let row = 0
  const sample: string[][] = []
  let batch: [number, string[]][] = []
  const flush = () => {
    staging.addRows(batch)
    batch = []
    progress(rows, null)
  }
  for await (const cells of source) {
    row += 1
    // Of empty rows as well: a file of nothing else can be cancelled.
    if (row % batchLength === 0) progress(rows, null)
    if (cells.every((cell) => cell.trim() === '')) continue
    if (headings === null) {
      headings = headingsOf(cells)
      continue
    }
    rows += 1
    if (rows > importLimits.rows) {
      throw new Refusal(
        'REFUSED',
        `This file has more than ${importLimits.rows.toLocaleString('en-GB')} rows. Import it in parts.`,
      )
    }
    const restored = cells.map(restore)
    if (sample.length < sampleRows) sample.push(headings.map((_, column) => shortened(restored[column] ?? '')))
    batch.push([row, restored])
    if (batch.length === batchLength) flush()
  }
  flush()
  if (headings === null) throw new Refusal('REFUSED', 'This file is empty. Choose another one.')
  if (rows === 0) throw new Refusal('REFUSED', 'This file has headings, but no rows below them. Choose another one.')
  return { encoding, delimiter, headings, sample, rows }
}

function contentOf(file: string): Uint8Array<ArrayBuffer> {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    throw new Refusal(
      'REFUSED',
      'This file cannot be opened. See whether another program has it open, or choose another one.',
    )
  }
  try {
    const status = fstatSync(handle)
    if (!status.isFile()) throw new Refusal('REFUSED', 'This is no file that can be read. Choose another one.')
    if (status.size > importLimits.bytes) {
      const most = importLimits.bytes / 1024 / 1024
      throw new Refusal('REFUSED', `This file is larger than ${most} MB. Import it in parts.`)
    }
    return readFileSync(handle)
  } finally {
    closeSync(handle)
  }
}

function beginningOf(bytes: Uint8Array, encoding: Exclude<Encoding, 'workbook'>): string {
  const { value } = decoded(bytes, encoding).next()
  return value ?? ''
}

function headingsOf(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  if (last >= importLimits.columns) {
    throw new Refusal(
      'REFUSED',
      `This file has more than ${importLimits.columns} columns. Take out what is not needed.`,
    )
  }
  return cells.slice(0, last + 1).map((cell) => shortened(restore(cell).trim().toWellFormed(), 200))
}
