import { describe, expect, it } from 'vitest'
import { midnightBefore, todayOf } from '../../electron/sessions/today.ts'

const hour = 3_600_000
const midnight = midnightBefore(Date.parse('2026-11-20T09:00:00Z'))
const at = (hours: number) => midnight + hours * hour

describe('the sessions of a day', () => {
  it('are counted by hour, with the most that were open at once', () => {
    const spans = [
      { startedAt: at(-3), endedAt: at(0.5) },
      { startedAt: at(1.25), endedAt: at(1.5) },
      { startedAt: at(1.5), endedAt: null },
      { startedAt: at(1.75), endedAt: at(3) },
      { startedAt: at(2.9), endedAt: null },
    ]
    expect(todayOf(spans, midnight, at(3.5))).toEqual({
      started: 4,
      peak: 3,
      hours: [
        { hour: 0, open: 1 },
        { hour: 1, open: 2 },
        { hour: 2, open: 3 },
        { hour: 3, open: 2 },
      ],
    })
  })

  it('are none just after midnight', () => {
    expect(todayOf([], midnight, midnight)).toEqual({ started: 0, peak: 0, hours: [{ hour: 0, open: 0 }] })
  })
})

describe('midnight', () => {
  it('is this computer’s, before the instant', () => {
    const found = new Date(midnight)
    expect([found.getHours(), found.getMinutes(), found.getSeconds()]).toEqual([0, 0, 0])
    expect(midnightBefore(midnight)).toBe(midnight)
  })
})
