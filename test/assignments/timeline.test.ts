import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AssignedColumns,
  changedFrom,
  endedOn,
  lastEmployment,
  movedTo,
  type TimelineRow,
} from '../../electron/assignments/timeline.ts'

const stamp = { created_at: 1, created_by: 'maria' }

let rows = 0
const row = (effective_from: string, department: string | null, more: Partial<TimelineRow> = {}): TimelineRow => {
  rows += 1
  return {
    id: rows,
    effective_from,
    last_day: null,
    ...departmentOf(department),
    position_id: null,
    position_title: null,
    manager_id: null,
    manager_name: null,
    employment_type: null,
    ...stamp,
    ...more,
  }
}
const departmentOf = (name: string | null) => ({
  department_id: name === null ? null : name.charCodeAt(0),
  department_name: name,
})

const told = (employment: readonly TimelineRow[]) =>
  employment.map(({ effective_from, department_name, employment_type, last_day }) =>
    [effective_from, department_name, employment_type, last_day].filter((value) => value !== null).join(' '),
  )

describe('a change that holds from a day on', () => {
  const history = [row('2020-01-01', 'Sales'), row('2023-01-01', 'Field'), row('2025-01-01', 'Stores')]

  it('is a row of its own after the last one', () => {
    expect(told(changedFrom(history, departmentOf('Board'), '2026-01-01', stamp))).toEqual([
      '2020-01-01 Sales',
      '2023-01-01 Field',
      '2025-01-01 Stores',
      '2026-01-01 Board',
    ])
  })

  it('replaces what was said of the same day', () => {
    const changed = changedFrom(history, departmentOf('Board'), '2025-01-01', stamp)
    expect(told(changed)).toEqual(['2020-01-01 Sales', '2023-01-01 Field', '2025-01-01 Board'])
    expect(changed.at(-1)?.id).toBe(history[2]?.id)
  })

  it('corrects what was said of the time since, and leaves the other fields as they were', () => {
    const mixed = [history[0], row('2022-01-01', 'Field', { employment_type: 'intern' })].filter(
      (one) => one !== undefined,
    )
    expect(told(changedFrom(mixed, departmentOf('Board'), '2021-01-01', stamp))).toEqual([
      '2020-01-01 Sales',
      '2021-01-01 Board',
      '2022-01-01 Board intern',
    ])
  })

  it('leaves no row that says the same as the one before', () => {
    expect(told(changedFrom(history, departmentOf('Sales'), '2023-01-01', stamp))).toEqual(['2020-01-01 Sales'])
  })

  it('tells two removed departments apart by their names', () => {
    const removed = [
      row('2020-01-01', 'Sales', { department_id: null }),
      row('2023-01-01', 'Field', { department_id: null }),
    ]
    expect(told(changedFrom(removed, { employment_type: 'intern' }, '2020-01-01', stamp))).toHaveLength(2)
  })
})

describe('an employment', () => {
  it('begins on another day, with what held then', () => {
    const history = [row('2020-01-01', 'Sales'), row('2023-01-01', 'Field')]
    expect(told(movedTo(history, '2019-01-01'))).toEqual(['2019-01-01 Sales', '2023-01-01 Field'])
    expect(told(movedTo(history, '2021-01-01'))).toEqual(['2021-01-01 Sales', '2023-01-01 Field'])
    expect(told(movedTo(history, '2023-01-01'))).toEqual(['2023-01-01 Field'])
    expect(told(movedTo(history, '2024-01-01'))).toEqual(['2024-01-01 Field'])
  })

  it('ends with its last day, and what would have held later is left out', () => {
    const history = [row('2020-01-01', 'Sales'), row('2023-01-01', 'Field')]
    expect(told(endedOn(history, '2024-05-31'))).toEqual(['2020-01-01 Sales', '2023-01-01 Field 2024-05-31'])
    expect(told(endedOn(history, '2022-05-31'))).toEqual(['2020-01-01 Sales 2022-05-31'])
  })

  it('stands apart from the one before it, also once it is over', () => {
    const before = row('2020-01-01', 'Sales', { last_day: '2021-12-31' })
    const again = row('2023-01-01', 'Sales')
    expect(lastEmployment([before])).toEqual([before])
    expect(lastEmployment([before, again])).toEqual([again])
    expect(lastEmployment([before, { ...again, last_day: '2024-01-01' }])).toHaveLength(1)
  })
})

it('whatever is changed, days ascend, neighbours differ, and the last row says what was wanted', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-01-${String(number).padStart(2, '0')}`)
  const change: fc.Arbitrary<Partial<AssignedColumns>> = fc.oneof(
    fc.constantFrom('Sales', 'Field', null).map(departmentOf),
    fc.constantFrom('intern' as const, 'full-time' as const, null).map((employment_type) => ({ employment_type })),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(change, day), { maxLength: 12 }), (changes) => {
      let employment: readonly TimelineRow[] = [row('2026-01-01', 'Sales')]
      let now: Partial<AssignedColumns> = { ...departmentOf('Sales'), employment_type: null }
      for (const [change, from] of changes) {
        employment = changedFrom(employment, change, from, stamp)
        now = { ...now, ...change }
        expect(employment.at(-1)).toMatchObject(now)
      }
      const days = employment.map(({ effective_from }) => effective_from)
      expect(days).toEqual([...new Set(days)].toSorted())
      const said = employment.map(({ department_name, employment_type }) => `${department_name} ${employment_type}`)
      expect(said.filter((words, index) => words === said[index - 1])).toEqual([])
    }),
    { seed: 11 },
  )
})
