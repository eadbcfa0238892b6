import type { ImportField } from '../contract/imports.ts'
import { shortened } from './reading.ts'
import type { Candidate, StagedProblem, Staging } from './staging-store.ts'
import type { FieldProblem } from './values.ts'

const batchLength = 500

/** Gathers what a dry run finds and hands it on in batches. */
export interface Findings {
  /** Rows with a mistake. */
  readonly bad: ReadonlySet<number>
  /** How many mistakes there are. */
  problems(): number
  note(row: number, cells: readonly string[], problems: readonly FieldProblem[]): void
  add(candidate: Candidate): void
  flush(): void
}

export function createFindings(
  staging: Pick<Staging, 'addCandidates' | 'addProblems'>,
  headings: readonly string[],
  columnOf: ReadonlyMap<ImportField, number>,
): Findings {
  const bad = new Set<number>()
  let count = 0
  let candidates: Candidate[] = []
  let problems: StagedProblem[] = []

  function flush(): void {
    staging.addCandidates(candidates)
    staging.addProblems(problems)
    candidates = []
    problems = []
  }

  function flushWhenFull(): void {
    if (candidates.length >= batchLength || problems.length >= batchLength) flush()
  }

  return {
    bad,
    problems: () => count,
    note(row, cells, found) {
      for (const [field, message, given] of found) {
        const columnIndex = field === null ? -1 : (columnOf.get(field) ?? -1)
        const value = shortened(given ?? cells[columnIndex] ?? '').toWellFormed()
        problems.push({ row, columnIndex, column: headings[columnIndex] ?? '', value, message })
        bad.add(row)
        count += 1
      }
      flushWhenFull()
    },
    add(candidate) {
      candidates.push(candidate)
      flushWhenFull()
    },
    flush,
  }
}
