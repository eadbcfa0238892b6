import { describe, expect, it } from 'vitest'
import { closed, closedChart, company, opened, revealed } from '../../../renderer/features/chart/openings.ts'
import { fittingZoom, steppedZoom } from '../../../renderer/features/chart/use-zoom.ts'

const nobody = () => false

describe('the branches that are open', () => {
  it('lead to somebody with the others on the way but counted, and their own branch shown', () => {
    expect([...revealed(closedChart, [1, 5, 9], nobody)]).toEqual([
      [company, { only: 1 }],
      [1, { only: 5 }],
      [5, { only: 9 }],
      [9, { only: null }],
    ])
  })

  it('stay shown where all of them are in sight already', () => {
    const open = opened(opened(closedChart, 1), 7)
    expect([...revealed(open, [1, 5], (id) => id === 1 || id === 5)]).toEqual([
      [company, { only: null }],
      [1, { only: null }],
      [7, { only: null }],
      [5, { only: null }],
    ])
    expect(revealed(open, [1, 5], (id) => id === 1).get(1)).toEqual({ only: 5 })
  })

  it('stay as they are where the way leads to nobody', () => {
    expect(revealed(closedChart, [], nobody)).toBe(closedChart)
  })

  it('close one by one', () => {
    expect([...closed(opened(closedChart, 1), 1).keys()]).toEqual([company])
  })
})

describe('the zoom', () => {
  it('goes by steps, also from between two, and no further than the last', () => {
    expect(steppedZoom(1, 'in')).toBe(1.1)
    expect(steppedZoom(1, 'out')).toBe(0.9)
    expect(steppedZoom(0.6, 'out')).toBe(0.5)
    expect(steppedZoom(2, 'in')).toBe(2)
    expect(steppedZoom(0.25, 'out')).toBe(0.25)
  })

  it('fits the whole in, never larger than it is and never too small to read', () => {
    expect(fittingZoom({ width: 500, height: 900 }, { width: 1000, height: 1000 })).toBe(0.5)
    expect(fittingZoom({ width: 900, height: 900 }, { width: 100, height: 100 })).toBe(1)
    expect(fittingZoom({ width: 100, height: 100 }, { width: 9000, height: 100 })).toBe(0.25)
  })
})
