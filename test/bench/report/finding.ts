import type { Summary } from '../measure/statistics.ts'

/** Between which bounds a value must lie. */
export interface Target {
  readonly least?: number
  readonly most?: number
}

/** One line of a table: what we took, what a peer took beside us, and what has to be reached. */
export interface Finding {
  /** By which it is found again in figures of another day. */
  readonly id: string
  readonly what: string
  /** In microseconds; null where there is nothing of ours to show. */
  readonly ours: Summary | null
  readonly peer: string
  /** In microseconds; null where it was not measured. */
  readonly peers: Summary | null
  /** What is held against the target, in its unit; null where it was not measured. */
  readonly value: number | null
  /** Where the value lies with 95 % confidence. */
  readonly interval: readonly [number, number] | null
  /** `×`: so many times as fast as the peer; `of peer`: so many times what the peer takes. */
  readonly unit: '×' | 'of peer' | 'ms' | 'MB' | 'rows' | 'kB a round'
  readonly target: Target | null
  /** Why it was not measured, or how it was. */
  readonly note?: string
}

/** Findings under one title. */
export interface Table {
  readonly title: string
  readonly findings: readonly Finding[]
}

/** A line of a picture: what something takes, by how much there is. */
export interface Curve {
  readonly name: string
  /** Amounts, and microseconds. */
  readonly points: readonly (readonly [amount: number, microseconds: number])[]
}

/** What a suite found. */
export interface SuiteResult {
  readonly tables: readonly Table[]
  /** Left out where nothing is measured by how much there is. */
  readonly growth?: { readonly title: string; readonly curves: readonly Curve[] }
}

/** Null for a finding that was not measured or that nothing is asked of. */
export function isReached({ value, target }: Pick<Finding, 'value' | 'target'>): boolean | null {
  if (value === null || target === null) return null
  return value >= (target.least ?? Number.NEGATIVE_INFINITY) && value <= (target.most ?? Number.POSITIVE_INFINITY)
}
