import { describe, expect, it } from 'vitest'
import { upcomingDays } from '../../electron/directory/days.ts'

const days = (today: string, ahead: number) => [...upcomingDays(today, ahead)].map(([day, { inDays }]) => [day, inDays])

describe('the days that are celebrated soon', () => {
  it('are today and so many after it', () => {
    expect(days('2026-11-20', 2)).toEqual([
      ['11-20', 0],
      ['11-21', 1],
      ['11-22', 2],
    ])
  })

  it('go on into the next year, and say so', () => {
    expect([...upcomingDays('2026-12-31', 1)]).toEqual([
      ['12-31', { inDays: 0, year: 2026 }],
      ['01-01', { inDays: 1, year: 2027 }],
    ])
  })

  it.each([
    ['2026-02-27', 2, { '02-28': 1, '02-29': 1 }],
    ['2026-02-28', 1, { '02-28': 0, '02-29': 0 }],
    ['2026-03-01', 1, {}],
    ['2028-02-27', 2, { '02-28': 1, '02-29': 2 }],
    ['2028-02-28', 0, { '02-28': 0 }],
    ['2100-02-28', 0, { '02-28': 0, '02-29': 0 }],
  ])('from %s on for %i days hold of the end of February %j', (today, ahead, expected) => {
    const february = days(today, ahead).filter(([day]) => String(day) === '02-28' || String(day) === '02-29')
    expect(Object.fromEntries(february)).toEqual(expected)
  })
})
