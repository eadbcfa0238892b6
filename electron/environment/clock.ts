/** Time, handed in so that tests move it. The composition root gives the system's. */
export interface Clock {
  /** Wall clock: milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** Milliseconds that never go back and that say nothing about the date. */
  monotonic(): number
  /** Runs `task` once after `milliseconds`; the answer cancels it. */
  after(milliseconds: number, task: () => void): () => void
}

/** The day of an instant in this computer's zone, as a plain date (`YYYY-MM-DD`). */
export function toPlainDate(milliseconds: number): string {
  const date = new Date(milliseconds)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

/** An instant of the wall clock as ISO 8601 in UTC, the form in which instants cross to the renderer. */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
