/** How many sessions were open at once in the hours of a day. */

/** When a session began and ended, milliseconds since 1970; null while it lasts. */
export interface Span {
  readonly startedAt: number
  readonly endedAt: number | null
}

export interface Today {
  /** Sessions that began today. */
  readonly started: number
  /** Most at once. */
  readonly peak: number
  /** For each hour since midnight, the present one included: the most that were open at once. */
  readonly hours: readonly { readonly hour: number; readonly open: number }[]
}

const hourMs = 3_600_000

/** The midnight before an instant, in this computer's time. Milliseconds since 1970. */
export function midnightBefore(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0)
}

/** @param midnight milliseconds since 1970, as `now` */
export function todayOf(spans: readonly Span[], midnight: number, now: number): Today {
  const openAt = (moment: number) =>
    spans.filter(({ startedAt, endedAt }) => startedAt <= moment && moment < (endedAt ?? Number.POSITIVE_INFINITY))
      .length
  // The number grows only where a session begins, so those moments and the full hours are enough.
  const mostBetween = (from: number, until: number) => {
    const begins = spans.map(({ startedAt }) => startedAt).filter((moment) => moment >= from && moment < until)
    return Math.max(...[from, ...begins].map(openAt))
  }
  const hours: { hour: number; open: number }[] = []
  for (let from = midnight; from <= now; from += hourMs) {
    const until = Math.min(from + hourMs, now + 1)
    hours.push({ hour: new Date(from).getHours(), open: mostBetween(from, until) })
  }
  return {
    started: spans.filter(({ startedAt }) => startedAt >= midnight).length,
    peak: Math.max(0, ...hours.map(({ open }) => open)),
    hours,
  }
}
