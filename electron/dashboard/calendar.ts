/** Days of the calendar as plain dates, `YYYY-MM-DD`, and months as `YYYY-MM`. */

const dayMs = 86_400_000

// A plain date has no zone: counted in UTC, no day has 23 or 25 hours.
const format = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** The day so many days after another; before it for less than none. */
export function addDays(day: string, days: number): string {
  return format(Date.parse(`${day}T00:00:00Z`) + days * dayMs)
}

export interface Month {
  readonly name: string
  readonly first: string
  readonly last: string
}

/** The month of a day and those before it, the earliest first. */
export function monthsUntil(day: string, count: number): Month[] {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, index) => {
    const first = format(Date.UTC(year, month - (count - 1 - index), 1))
    const last = format(Date.UTC(year, month - (count - 1 - index) + 1, 0))
    return { name: first.slice(0, 7), first, last }
  })
}
