import { describe, expect, it } from 'vitest'
import { durationInWords, instantInWords, waitInWords } from '../../electron/lifecycle/words.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

describe('durations in words', () => {
  it.each([
    [-5, 'less than a second'],
    [0, 'less than a second'],
    [999, 'less than a second'],
    [second, '1 second'],
    [59 * second + 999, '59 seconds'],
    [minute, '1 minute'],
    [3 * minute + 40 * second, '3 minutes'],
    [hour, '1 hour'],
    [hour + 5 * minute, '1 hour 5 minutes'],
    [12 * hour, '12 hours'],
    [day + hour, '1 day 1 hour'],
    [3 * day, '3 days'],
  ])('says %d ms as %j', (milliseconds, words) => {
    expect(durationInWords(milliseconds)).toBe(words)
  })

  it.each([
    [0, '1 second'],
    [1, '1 second'],
    [29_001, '30 seconds'],
    [30_000, '30 seconds'],
    [60_000, '1 minute'],
    [61_000, '2 minutes'],
    [15 * minute, '15 minutes'],
  ])('rounds a wait of %d ms up to %j', (milliseconds, words) => {
    expect(waitInWords(milliseconds)).toBe(words)
  })

  it('says an instant in the time zone that it is given', () => {
    const instant = Date.parse('2026-11-20T23:30:00Z')
    expect(instantInWords(instant, 'UTC')).toBe('20 November 2026 at 23:30')
    expect(instantInWords(instant, 'Asia/Tokyo')).toBe('21 November 2026 at 08:30')
  })
})
