import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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
 * imported again, which leaves that column alone. The file stands in its place only when all of it is written; it may be
 * the very one that was imported.
 * @throws Refusal where the file cannot be written
 */
export function writeBadRows(
  staging: Pick<Staging, 'badRows'>,
  headings: readonly string[],
  delimiter: string,
  file: string,
): void {
  const temporary = join(dirname(file), `.${basename(file)}.part`)
  const handle = openedForWriting(temporary)
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(handle)
    isOpen = false
  }
  const write = (rows: readonly (readonly string[])[]) => {
    const cells = rows.map((row) => row.map((cell) => defuse(cell)))
    writeFileSync(handle, stringify(cells, { delimiter, record_delimiter: 'windows' }))
  }
  // A file of bad rows that is imported again has that column already.
  const kept = headings.flatMap((heading, column) => (heading === problemHeading ? [] : [column]))
  try {
    writeFileSync(handle, byteOrderMark)
    write([[...kept.map((column) => headings[column] ?? ''), problemHeading]])
    let batch: string[][] = []
    for (const [cells, problems] of staging.badRows()) {
      batch.push([...kept.map((column) => cells[column] ?? ''), problems.join(' ')])
      if (batch.length < batchLength) continue
      write(batch)
      batch = []
    }
    write(batch)
    fsyncSync(handle)
    close()
    renameSync(temporary, file)
  } finally {
    close()
    rmSync(temporary, { force: true })
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
