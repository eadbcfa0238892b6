import { duration, intervalOf, measuredOf, targetOf, verdictOf } from './figures.ts'
import type { Finding } from './finding.ts'

/** The columns of every table, on paper and on the terminal. */
export const headings = [
  'what',
  'Staffdesk: median',
  'p99',
  'peer',
  'median',
  'p99',
  'measured',
  '95 %',
  'target',
  'reached',
]

export function cellsOf(finding: Finding): string[] {
  const { ours, peers } = finding
  return [
    finding.what,
    ours ? duration(ours.median) : '–',
    ours ? duration(ours.p99) : '–',
    finding.peer,
    peers ? duration(peers.median) : (finding.note ?? '–'),
    peers ? duration(peers.p99) : '–',
    measuredOf(finding),
    intervalOf(finding),
    targetOf(finding.target),
    verdictOf(finding),
  ]
}
