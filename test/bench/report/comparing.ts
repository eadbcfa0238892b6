import type { Rounds } from '../measure/rounds.ts'
import { summarize, timesAsFast } from '../measure/statistics.ts'
import type { Finding, Target } from './finding.ts'

export interface Comparison {
  readonly id: string
  readonly what: string
  readonly peer: string
  readonly target: Target | null
  /** Why the peer is not there, where it is not. */
  readonly absent?: string
}

/**
 * What came out of measuring us beside a peer.
 * @param peers null where the peer is not there
 */
export function compare(comparison: Comparison, ours: Rounds, peers: Rounds | null, random: () => number): Finding {
  const { absent, ...line } = comparison
  const common = { ...line, ours: summarize(ours.flat()), unit: '×' } as const
  if (peers === null) return { ...common, peers: null, value: null, interval: null, note: absent ?? 'not installed' }
  const { value, low, high } = timesAsFast(ours, peers, random)
  return { ...common, peers: summarize(peers.flat()), value, interval: [low, high] }
}
