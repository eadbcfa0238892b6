import { existsSync, readFileSync } from 'node:fs'
import type { Machine } from '../machine.ts'
import type { SuiteResult } from './finding.ts'

/** What one run of a suite measured, as `docs/performance.json` keeps it. */
export interface SuiteRecord extends SuiteResult {
  /** The day, ISO 8601. */
  readonly day: string
  readonly machine: Machine
  /** The peers as they name themselves. */
  readonly peers: Readonly<Record<string, string>>
}

/** The last committed figures, by suite. */
export type Records = Readonly<Record<string, SuiteRecord>>

export const recordsFile = 'docs/performance.json'

export function readRecords(file = recordsFile): Records {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Records) : {}
}
