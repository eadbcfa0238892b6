/** What one subject took, in the unit of its samples. */
export interface Summary {
  readonly median: number
  readonly p99: number
}

/** A figure with the interval in which it lies with 95 % confidence. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Resamples behind an interval: enough for its second digit to stand still. */
const resamples = 1000

/**
 * The value below which this share of the samples lies, between two samples in proportion.
 * @param share from 0 to 1
 */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('there is no quantile of nothing')
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

export const summarize = (samples: readonly number[]): Summary => ({
  median: median(samples),
  p99: quantile(samples, 0.99),
})

/**
 * How many times as fast as a peer we are: the median over the rounds of the peer's median by ours. A round's two
 * medians were taken side by side, so what slows the machine down for a while slows both.
 * @param random from 0 up to 1, for the interval
 */
export function timesAsFast(
  ours: readonly (readonly number[])[],
  peers: readonly (readonly number[])[],
  random: () => number,
): Estimate {
  if (ours.length !== peers.length) throw new Error('the rounds are not in pairs')
  return estimateMedian(
    ours.map((round, index) => median(peers[index] ?? []) / median(round)),
    random,
  )
}

/** A sample of something that goes on: when, and how much. */
export type Point = readonly [at: number, amount: number]

/**
 * By how much the amounts grow a step: the median of the slopes between any two points (Theil and Sen), which a few
 * points far off do not move, with its interval by the bootstrap.
 * @param random from 0 up to 1
 */
export function estimateSlope(points: readonly Point[], random: () => number): Estimate {
  const drawn = Array.from({ length: resamples }, () =>
    slopeOf(points.map(() => points[Math.floor(random() * points.length)] ?? [0, 0])),
  )
  return { value: slopeOf(points), low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) }
}

const slopeOf = (points: readonly Point[]): number =>
  median(
    points.flatMap(([at, amount], index) =>
      points
        .slice(index + 1)
        .flatMap(([otherAt, other]) => (otherAt === at ? [] : [(other - amount) / (otherAt - at)])),
    ),
  )

/** The median of the samples, with its interval by the bootstrap: the medians of samples drawn from them anew. */
export function estimateMedian(samples: readonly number[], random: () => number): Estimate {
  const drawn = Array.from({ length: resamples }, () =>
    median(samples.map(() => samples[Math.floor(random() * samples.length)] ?? Number.NaN)),
  )
  return { value: median(samples), low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) }
}
