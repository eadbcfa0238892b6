import { words } from './strings.ts'

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const instantFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
// A plain date has no time zone: read and shown in the same one, it stays the day that was typed.
const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' })
const numberFormat = new Intl.NumberFormat()
const shortNumberFormat = new Intl.NumberFormat(undefined, { notation: 'compact' })

/** An instant (ISO 8601, UTC) as date and time of day in this computer's locale and zone. */
export const formatInstant = (instant: string): string => instantFormat.format(new Date(instant))

/** The day of an instant (ISO 8601, UTC) in this computer's locale and zone. */
export const formatDay = (instant: string): string => dayFormat.format(new Date(instant))

/** The time of day of an instant (ISO 8601, UTC) in this computer's locale and zone. */
export const formatTime = (instant: string): string => timeFormat.format(new Date(instant))

/** A plain date (`YYYY-MM-DD`) in this computer's locale. */
export const formatPlainDate = (date: string): string => dateFormat.format(new Date(`${date}T00:00:00Z`))

/** The month of a plain date (`YYYY-MM-DD`), short. */
export const formatMonth = (date: string): string => monthFormat.format(new Date(`${date}T00:00:00Z`))

export const formatNumber = (value: number): string => numberFormat.format(value)

/** A number where there is little room, rounded from a thousand on: `924`, `1.2K`, `90K`. */
export const formatShortNumber = (value: number): string => shortNumberFormat.format(value)

/** Seconds as a clock shows them: `1:05`. */
export const formatCountdown = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Seconds as they are read out, in steps so coarse that nobody is interrupted every second. */
export function spokenCountdown(seconds: number): string {
  if (seconds > 60) return words.minutes(Math.ceil(seconds / 60))
  if (seconds > 30) return words.minutes(1)
  return words.seconds(seconds > 10 ? 30 : 10)
}
