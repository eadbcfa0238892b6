import { closeSync, openSync, writeSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { Refusal } from '../contract/errors.ts'
import { defuse } from '../tables/formula-cells.ts'
import { problemHeading } from './mapping.ts'
import type { Staging } from './staging-store.ts'

const batchLength = 500

/** By it spreadsheets know that a file is UTF-8. */
const byteOrderMark = '\ufeff'

/**
 * Writes the bad rows under their headings, with what is wrong with each in a column of its own: to be mended and
 * imported again, which leaves that column alone.
 * @throws Refusal where the file cannot be written
 */
export function writeBadRows(
  staging: Pick<Staging, 'badRows'>,
  headings: readonly string[],
  delimiter: string,
  file: string,
): void {
  const handle = openedForWriting(file)
  const write = (rows: readonly (readonly string[])[]) => {
    const cells = rows.map((row) => row.map((cell) => defuse(cell)))
    writeSync(handle, stringify(cells, { delimiter, record_delimiter: 'windows' }))
  }
  // A file of bad rows that is imported again has that column already.
  const kept = headings.flatMap((heading, column) => (heading === problemHeading ? [] : [column]))
  try {
    writeSync(handle, byteOrderMark)
    write([[...kept.map((column) => headings[column] ?? ''), problemHeading]])
    let batch: string[][] = []
    for (const [cells, problems] of staging.badRows()) {
      batch.push([...kept.map((column) => cells[column] ?? ''), problems.join(' ')])
      if (batch.length < batchLength) continue
      write(batch)
      batch = []
    }
    write(batch)
  } finally {
    closeSync(handle)
  }
}

function openedForWriting(file: string): number {
  try {
    return openSync(file, 'w')
  } catch {
    throw new Refusal(
      'REFUSED',
      'This file cannot be written there. See whether another program has it open, or choose another place.',
    )
  }
}
