import { describe, expect, it } from 'vitest'
import { createTestClock } from './clock.ts'
import { createDrivenClock } from './driven-clock.ts'

const hour = 3_600_000

describe('a clock that runs and that a test moves on', () => {
  it('goes with the system’s clock, and so do its timers', () => {
    const system = createTestClock()
    const driven = createDrivenClock(system)
    const began = driven.now()
    let fired = 0
    driven.after(1000, () => {
      fired += 1
    })
    system.advance(999)
    expect([driven.now() - began, fired]).toEqual([999, 0])
    system.advance(2)
    expect([driven.now() - began, fired]).toEqual([1001, 1])
  })

  it('fires a timer at its new time after it was moved on', () => {
    const system = createTestClock()
    const driven = createDrivenClock(system)
    const fired: string[] = []
    driven.after(1000, () => fired.push('first'))
    driven.after(hour + 1000, () => fired.push('second'))
    driven.advance(hour)
    expect(fired).toEqual(['first'])
    system.advance(1001)
    expect(fired).toEqual(['first', 'second'])
  })

  it('fires none in the middle of code that asks what time it is', () => {
    const system = createTestClock()
    const driven = createDrivenClock(system)
    const order: string[] = []
    const busyUntilLate = () => {
      system.pass(2000)
      driven.now()
      order.push('asked')
    }
    driven.after(1000, () => order.push('fired'))
    busyUntilLate()
    expect(order).toEqual(['asked'])
    system.advance(0)
    expect(order).toEqual(['asked', 'fired'])
  })

  it('does not go back when it is moved on while it catches up', () => {
    const system = createTestClock()
    const driven = createDrivenClock(system)
    const began = driven.monotonic()
    let late = false
    driven.after(1000, () => driven.advance(hour))
    driven.after(2000, () => {
      late = true
    })
    system.advance(1500)
    expect(driven.monotonic() - began).toBeGreaterThanOrEqual(hour)
    expect(late).toBe(true)
  })
})
