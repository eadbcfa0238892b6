/** A day of somebody's year that is celebrated soon. */
export interface UpcomingDay {
  /** 0 for today. */
  readonly inDays: number
  /** The year in which it is celebrated. */
  readonly year: number
}

/**
 * The days of the year (`MM-DD`) that are celebrated from a day on. 29 February is celebrated on the 28th in a year that
 * has none, so that it comes in its own month every year.
 * @param today `YYYY-MM-DD`
 * @param ahead days after today that count as well; fewer than a year's
 */
export function upcomingDays(today: string, ahead: number): ReadonlyMap<string, UpcomingDay> {
  const days = new Map<string, UpcomingDay>()
  for (let inDays = 0; inDays <= ahead; inDays += 1) {
    const date = new Date(`${today}T00:00:00Z`)
    date.setUTCDate(date.getUTCDate() + inDays)
    const monthDay = date.toISOString().slice(5, 10)
    const upcoming = { inDays, year: date.getUTCFullYear() }
    days.set(monthDay, upcoming)
    if (monthDay === '02-28' && !isLeap(upcoming.year)) days.set('02-29', upcoming)
  }
  return days
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
