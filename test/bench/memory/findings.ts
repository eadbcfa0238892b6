import { estimateSlope, type Point } from '../measure/statistics.ts'
import type { Finding, Target } from '../report/finding.ts'

/** What was held after a round, in bytes. */
export interface Held {
  readonly round: number
  readonly mainHeap: number
  readonly mainResident: number
  readonly pageHeap: number
}

/** In thousands of bytes: two megabytes in the 2,000 rounds of an hour. */
const heapTarget: Target = { most: 1 }

/** The share of the rounds in which compilers and caches fill. */
const warmUp = 0.25

const figures = [
  { id: 'main/heap', what: 'main process: heap', of: ({ mainHeap }: Held) => mainHeap, target: heapTarget },
  { id: 'main/resident', what: 'main process: resident', of: ({ mainResident }: Held) => mainResident, target: null },
  { id: 'page/heap', what: 'page: heap', of: ({ pageHeap }: Held) => pageHeap, target: heapTarget },
] as const

/** By how much each kind of memory grows with the rounds. */
export function memoryFindings(held: readonly Held[], random: () => number): readonly Finding[] {
  const last = held.at(-1)?.round ?? 0
  const settled = held.filter(({ round }) => round >= last * warmUp)
  const first = settled[0]
  const end = settled.at(-1)
  return figures.map(({ id, what, of, target }) => {
    const points = settled.map((one): Point => [one.round, of(one) / 1000])
    const { value, low, high } = estimateSlope(points, random)
    return {
      id: `memory/${id}`,
      what: `${what}, from ${inMegabytes(first && of(first))} to ${inMegabytes(end && of(end))} in ${last} rounds`,
      ours: null,
      peer: 'the figure itself',
      peers: null,
      value,
      interval: [low, high],
      unit: 'kB a round',
      target,
    }
  })
}

const inMegabytes = (bytes = Number.NaN): string => `${(bytes / 1e6).toFixed(1)} MB`
