import { cellsOf, headings } from './columns.ts'
import type { Table } from './finding.ts'

/** A table for the terminal. */
export function plainTable({ title, findings }: Table): string {
  return `${title}\n${aligned([headings, ...findings.map(cellsOf)])}\n`
}

/** Rows whose columns stand below each other. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
