const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`

/**
 * A length of time in words, in at most two units and rounded down: "45 seconds", "3 minutes", "1 hour 5 minutes",
 * "2 days". Less than a second, or a negative length after the clock was set back, is "less than a second".
 * @param milliseconds how long
 */
export function durationInWords(milliseconds: number): string {
  if (!(milliseconds >= second)) return 'less than a second'
  if (milliseconds < minute) return count(Math.floor(milliseconds / second), 'second')
  if (milliseconds < hour) return count(Math.floor(milliseconds / minute), 'minute')
  const [large, largeUnit, small, smallUnit] =
    milliseconds < day ? ([hour, 'hour', minute, 'minute'] as const) : ([day, 'day', hour, 'hour'] as const)
  const rest = Math.floor((milliseconds % large) / small)
  const first = count(Math.floor(milliseconds / large), largeUnit)
  return rest === 0 ? first : `${first} ${count(rest, smallUnit)}`
}

/**
 * A wait in words, rounded up so that nobody is told to come back too early: "30 seconds", "2 minutes".
 * @param milliseconds how long
 */
export function waitInWords(milliseconds: number): string {
  const unit = milliseconds <= minute ? second : minute
  return durationInWords(Math.max(Math.ceil(milliseconds / unit) * unit, second))
}

/**
 * An instant in words, such as "20 November 2026 at 11:05".
 * @param milliseconds since 1970 in UTC
 * @param timeZone an IANA name; the computer's own where it is absent
 */
export function instantInWords(milliseconds: number, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })
  return format.format(milliseconds)
}
