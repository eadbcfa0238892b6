import { describe, expect, it } from 'vitest'
import { createClockGuard } from '../../electron/lifecycle/clock-guard.ts'
import { markNow, markOf, since } from '../../electron/lifecycle/marks.ts'
import { createTestClock } from '../support/clock.ts'

const minute = 60_000

describe('a clock that is set back', () => {
  it('is told once, by more than two minutes', () => {
    const clock = createTestClock()
    const guard = createClockGuard(clock)
    clock.advance(10 * minute)
    expect(guard.wasSetBack()).toBe(false)
    clock.jump(-2 * minute)
    expect(guard.wasSetBack()).toBe(false)
    clock.jump(-1)
    expect(guard.wasSetBack()).toBe(true)
    expect(guard.wasSetBack()).toBe(false)
  })

  it('is told against what an earlier run has seen', () => {
    const clock = createTestClock()
    expect(createClockGuard(clock, clock.now() + 2 * minute).wasSetBack()).toBe(false)
    expect(createClockGuard(clock, clock.now() + 2 * minute + 1).wasSetBack()).toBe(true)
  })

  it('is not one that jumps forward and is put right by little', () => {
    const clock = createTestClock()
    const guard = createClockGuard(clock)
    clock.jump(3650 * 24 * 60 * minute)
    expect(guard.wasSetBack()).toBe(false)
  })
})

describe('the time since a mark', () => {
  it('is the larger of what the two clocks say', () => {
    const clock = createTestClock()
    const mark = markNow(clock)
    clock.advance(10 * minute)
    clock.jump(-5 * minute)
    expect(since(clock, mark)).toBe(10 * minute)
    clock.jump(15 * minute)
    expect(since(clock, mark)).toBe(20 * minute)
  })

  it('goes on from an earlier run', () => {
    const clock = createTestClock()
    const mark = markOf(clock, clock.now() - 3 * minute)
    expect(since(clock, mark)).toBe(3 * minute)
    clock.advance(minute)
    clock.jump(-minute)
    expect(since(clock, mark)).toBe(4 * minute)
  })
})
