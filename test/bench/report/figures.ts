import type { Finding, Target } from './finding.ts'
import { isReached } from './finding.ts'

/** Three digits, in the unit in which they read best. */
export function duration(microseconds: number): string {
  return microseconds < 1000 ? `${digits(microseconds)} µs` : `${digits(microseconds / 1000)} ms`
}

/** Three digits or more, and never a power of ten. */
export function digits(value: number): string {
  const size = Math.abs(value)
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3)
}

/** What is held against the target, in words. */
export function measuredOf({ value, unit }: Pick<Finding, 'value' | 'unit'>): string {
  if (value === null) return '–'
  if (unit === 'rows') return `${value} rows`
  return unit === '×' || unit === 'of peer' ? `${digits(value)}×` : `${digits(value)} ${unit}`
}

export function intervalOf({ interval }: Pick<Finding, 'interval'>): string {
  return interval === null ? '–' : `${digits(interval[0])}–${digits(interval[1])}`
}

export function targetOf(target: Target | null): string {
  if (target === null) return '–'
  const bounds = [
    ...(target.least === undefined ? [] : [`≥ ${target.least}`]),
    ...(target.most === undefined ? [] : [`≤ ${target.most}`]),
  ]
  return bounds.join(', ')
}

export function verdictOf(finding: Pick<Finding, 'value' | 'target'>): string {
  const reached = isReached(finding)
  return reached === null ? '–' : reached ? 'yes' : 'no'
}
