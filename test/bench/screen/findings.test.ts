import { describe, expect, it } from 'vitest'
import { createTestNumbers } from '../../support/random.ts'
import { callFinding } from '../measure/calls.ts'
import { isReached } from '../report/finding.ts'
import { scrollingFindings, typingFindings } from './findings.ts'
import type { Seen } from './page-watch.ts'

const seen = (more: Partial<Seen> = {}): Seen => ({ frames: [16, 17], longTasks: [], rows: 30, ...more })

const typed = (more: Partial<Seen> = {}) =>
  typingFindings(
    {
      keystrokes: [
        [9000, 12_000, 11_000],
        [12_000, 40_000, 13_000],
        [12_000, 12_000, 12_000],
      ],
      empties: [
        [8000, 9000, 10_000],
        [8000, 8000, 8000],
        [9000, 9000, 9000],
      ],
      seen: seen(more),
    },
    createTestNumbers(1),
  )

const found = <Found extends { readonly id: string }>(findings: readonly Found[], id: string) => {
  const finding = findings.find((one) => one.id === id)
  if (!finding) throw new Error(`${id} was not found`)
  return finding
}

describe('typing', () => {
  it('takes what a word takes in the middle, and beyond that what it takes more than nothing', () => {
    expect(found(typed(), 'typing/painted')).toMatchObject({ value: 12, unit: 'ms', peers: { median: 9000 } })
    expect(found(typed(), 'typing/beyond')).toMatchObject({ value: 3, target: null })
  })

  it('is judged by its slowest letter as well', () => {
    const slowest = found(typed(), 'typing/slowest')
    expect(slowest).toMatchObject({ what: 'the slowest of 9 keystrokes', value: 40 })
    expect(isReached(slowest)).toBe(false)
  })

  it('tells its longest task and its most rows', () => {
    expect(found(typed(), 'typing/task')).toMatchObject({ value: 0 })
    const task = found(typed({ longTasks: [52, 80, 60] }), 'typing/task')
    expect([task.value, isReached(task)]).toEqual([80, false])
    const rows = found(typed({ rows: 100 }), 'typing/rows')
    expect([rows.value, isReached(rows)]).toEqual([100, false])
  })
})

describe('scrolling', () => {
  it('tells for each way its frames beside those at rest', () => {
    const findings = scrollingFindings({
      atRest: seen({ frames: [16] }),
      by: { 'the wheel': seen({ frames: [16, 20, 33] }), 'the keys': seen(), 'the scroll bar': seen({ rows: 41 }) },
    })
    expect(found(findings, 'scrolling/the wheel/task')).toMatchObject({
      value: 0,
      ours: { median: 20_000 },
      peers: { median: 16_000 },
    })
    expect(found(findings, 'scrolling/the scroll bar/rows')).toMatchObject({ value: 41 })
    expect(findings).toHaveLength(6)
  })
})

describe('a whole call', () => {
  it('is what it takes more than an empty one of its round, in milliseconds', () => {
    const finding = callFinding('a.b', [[700], [900], [800]], [[500], [500], [500]], createTestNumbers(1))
    expect(finding).toMatchObject({ id: 'call/a.b', value: 0.3, ours: { median: 800 } })
    expect(isReached(finding)).toBe(true)
  })
})
