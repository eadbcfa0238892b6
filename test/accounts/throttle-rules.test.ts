import { describe, expect, it } from 'vitest'
import { remainingWait, waitAfter } from '../../electron/accounts/throttle-rules.ts'

const second = 1000
const minute = 60 * second

describe('the wait after failures', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30 * second],
    [6, minute],
    [7, 2 * minute],
    [8, 4 * minute],
    [9, 8 * minute],
    [10, 15 * minute],
    [99, 15 * minute],
    [100, 60 * minute],
    [5000, 60 * minute],
  ])('after %d is %d ms', (failures, wait) => {
    expect(waitAfter(failures)).toBe(wait)
  })

  it('passes, and begins anew when the clock was set back', () => {
    expect(remainingWait(null, minute, 0)).toBe(0)
    expect(remainingWait(100_000, minute, 70_000)).toBe(30_000)
    expect(remainingWait(100_000, minute, 100_000)).toBe(0)
    expect(remainingWait(100_000, minute, 200_000)).toBe(0)
    expect(remainingWait(100_000, minute, -86_400_000)).toBe(minute)
  })
})
