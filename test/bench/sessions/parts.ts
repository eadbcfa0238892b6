import type { Table } from '../report/finding.ts'

/** The name of what is ours, in every table. */
export const us = 'Staffdesk'

/** What every part of the suite is handed. */
export interface BenchParts {
  /** An empty folder of this run's alone. */
  readonly folder: string
  /** From 0 up to 1: the order of turns, and what intervals are drawn with. */
  readonly random: () => number
  /** How often what is done again and again is done. */
  readonly rounds: number
}

/** Measures, and answers what it found. */
export type Part = (parts: BenchParts) => Promise<readonly Table[]>
