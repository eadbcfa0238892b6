import { describe, expect, it } from 'vitest'
import { dueOf, type Standing, untilEnd, untilNext, warningsOf } from '../../electron/lifecycle/limits.ts'

const minute = 60_000
const limits = { lockMs: 15 * minute, idleEndMs: 60 * minute, absoluteMs: 12 * 60 * minute }
const standing = (more: Partial<Standing>): Standing => ({
  idle: 0,
  age: 0,
  lifetime: limits.absoluteMs,
  isLocked: false,
  ...more,
})

describe('what is due', () => {
  it.each([
    ['nothing before the lock', { idle: 15 * minute - 1 }, null],
    ['the lock to the moment', { idle: 15 * minute }, { kind: 'lock', overdueMs: 0 }],
    ['no second lock', { idle: 15 * minute, isLocked: true }, null],
    ['the idle end to the moment', { idle: 60 * minute, isLocked: true }, { kind: 'idle', overdueMs: 0 }],
    ['the idle end even where it was never locked', { idle: 60 * minute + 5 }, { kind: 'idle', overdueMs: 5 }],
    ['the limit to the moment', { age: limits.absoluteMs }, { kind: 'expired', overdueMs: 0 }],
    ['nothing just before the limit', { age: limits.absoluteMs - 1 }, null],
    [
      'the limit, where it came first',
      { idle: 61 * minute, age: limits.absoluteMs + 2 * minute },
      { kind: 'expired', overdueMs: 2 * minute },
    ],
    [
      'the idle end, where it came first',
      { idle: 63 * minute, age: limits.absoluteMs + 2 * minute },
      { kind: 'idle', overdueMs: 3 * minute },
    ],
  ])('%s', (_, more, due) => expect(dueOf(standing(more), limits)).toEqual(due))
})

describe('what is warned of', () => {
  const stages = (more: Partial<Standing>, within = limits) =>
    warningsOf(standing(more), within).map(({ stage, remainingMs }) => [stage, remainingMs])

  it.each([
    ['a lock a minute before', { idle: 14 * minute }, [['locking', minute]]],
    ['no lock earlier', { idle: 14 * minute - 1 }, []],
    ['the limit ten minutes before', { age: limits.absoluteMs - 10 * minute }, [['expiring', 10 * minute]]],
    ['no limit earlier', { age: limits.absoluteMs - 10 * minute - 1 }, []],
    ['the limit once more a minute before', { age: limits.absoluteMs - minute }, [['expiring-at-once', minute]]],
    ['nothing over a locked screen', { idle: 14.5 * minute, age: limits.absoluteMs - minute, isLocked: true }, []],
  ])('%s', (_, more, warnings) => expect(stages(more)).toEqual(warnings))

  it('is for the last quarter of a short limit only', () => {
    const short = { ...limits, lockMs: 2 * minute }
    expect(stages({ idle: 1.5 * minute - 1 }, short)).toEqual([])
    expect(stages({ idle: 1.5 * minute }, short)).toEqual([['locking', minute / 2]])
  })
})

describe('the time ahead', () => {
  it('is until the end that comes first', () => {
    expect(untilEnd(standing({ idle: 20 * minute }), limits)).toBe(40 * minute)
    expect(untilEnd(standing({ age: limits.absoluteMs - minute }), limits)).toBe(minute)
    expect(untilEnd(standing({ idle: 61 * minute }), limits)).toBe(0)
  })

  it('is until the next thing that happens', () => {
    expect(untilNext(standing({}), limits)).toBe(14 * minute)
    expect(untilNext(standing({ idle: 14 * minute }), limits)).toBe(minute)
    expect(untilNext(standing({ idle: 20 * minute, isLocked: true }), limits)).toBe(40 * minute)
    expect(untilNext(standing({ age: limits.absoluteMs - 11 * minute }), limits)).toBe(minute)
    expect(untilNext(standing({ age: limits.absoluteMs - 3 * minute }), limits)).toBe(2 * minute)
    expect(untilNext(standing({ idle: 61 * minute, age: limits.absoluteMs }), limits)).toBeNull()
  })
})
