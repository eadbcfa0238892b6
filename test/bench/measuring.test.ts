import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTestNumbers } from '../support/random.ts'
import { measureInRounds, type Subject, shuffled } from './measure/rounds.ts'
import { watchStalls } from './measure/stalls.ts'
import { estimateMedian, estimateSlope, median, quantile, summarize, timesAsFast } from './measure/statistics.ts'

describe('quantiles', () => {
  it('stand between two samples in proportion, whatever their order', () => {
    expect(quantile([40, 10, 30, 20], 0.5)).toBe(25)
    expect(quantile([10, 20], 0.99)).toBeCloseTo(19.9)
    expect(median([9, 10, 2])).toBe(9)
  })

  it('of a hundred and one samples are the samples themselves', () => {
    const samples = Array.from({ length: 101 }, (_, index) => index)
    expect(summarize(samples)).toEqual({ median: 50, p99: 99 })
  })

  it('of nothing are refused', () => {
    expect(() => median([])).toThrow('nothing')
  })
})

describe('how many times as fast', () => {
  const random = () => createTestNumbers(7)

  it('is the median of the ratios within the rounds, so that a slow while of the machine counts for nothing', () => {
    const ours = [[10], [10], [1000], [10], [10]]
    const peers = [[30], [30], [3000], [30], [30]]
    expect(timesAsFast(ours, peers, random())).toEqual({ value: 3, low: 3, high: 3 })
  })

  it('is below one for the slower', () => {
    expect(timesAsFast([[10, 10, 500]], [[5, 5, 5]], random()).value).toBe(0.5)
  })

  it('has an interval around it that is wider where rounds differ more', () => {
    const spread = (width: number) => {
      const { value, low, high } = estimateMedian(
        Array.from({ length: 21 }, (_, index) => 10 + (index - 10) * width),
        random(),
      )
      expect([low < value, value < high]).toEqual([true, true])
      return high - low
    }
    expect(spread(0.2)).toBeGreaterThan(spread(0.1))
  })

  it('asks for as many rounds of both', () => {
    expect(() => timesAsFast([[1]], [[1], [1]], random())).toThrow('pairs')
  })
})

describe('a trend', () => {
  const line = (slope: number, steps = 30): [number, number][] =>
    Array.from({ length: steps }, (_, step) => [step * 10, 500 + slope * step * 10])

  it('is the slope of what grows evenly', () => {
    const { value, low, high } = estimateSlope(line(0.25), createTestNumbers(1))
    expect([value, low, high].map((one) => one.toFixed(6))).toEqual(['0.250000', '0.250000', '0.250000'])
  })

  it('is none where it only goes up and down, and not moved by what is far off once', () => {
    const points = line(0).map(([at, amount], step): [number, number] => [at, amount + (step % 2)])
    points[20] = [200, 9000]
    const { value, low, high } = estimateSlope(points, createTestNumbers(1))
    expect(Math.abs(value)).toBeLessThan(0.01)
    expect(low).toBeLessThanOrEqual(0)
    expect(high).toBeGreaterThanOrEqual(0)
  })

  it('of a single point is refused', () => {
    expect(() => estimateSlope([[1, 1]], createTestNumbers(1))).toThrow('nothing')
  })
})

describe('rounds', () => {
  const record = () => {
    const turns: string[] = []
    const subject = (name: string): Subject => ({
      name,
      run: async (times) => {
        turns.push(name)
        return Array.from({ length: times }, () => turns.length)
      },
    })
    return { turns, subjects: ['a', 'b', 'c'].map(subject) }
  }

  it('give every subject its turn in each, and leave out those that only warm up', async () => {
    const { turns, subjects } = record()
    const taken = await measureInRounds(subjects, { rounds: 4, warmUp: 2, times: 3 }, createTestNumbers(1))
    expect(turns).toHaveLength(18)
    for (let round = 0; round < 6; round += 1) {
      expect(turns.slice(round * 3, round * 3 + 3).sort()).toEqual(['a', 'b', 'c'])
    }
    expect([...taken.values()].map((rounds) => rounds.map((samples) => samples.length))).toEqual(
      Array.from({ length: 3 }, () => [3, 3, 3, 3]),
    )
    expect(Math.min(...[...taken.values()].flat(2))).toBe(7)
  })

  it('draw the order anew each time', async () => {
    const { turns, subjects } = record()
    await measureInRounds(subjects, { rounds: 20, warmUp: 0, times: 1 }, createTestNumbers(1))
    const orders = Array.from({ length: 20 }, (_, round) => turns.slice(round * 3, round * 3 + 3).join(''))
    expect(new Set(orders).size).toBeGreaterThan(3)
  })

  it('shuffle without losing anything, each order as likely as another', () => {
    const random = createTestNumbers(3)
    const counts = new Map<string, number>()
    for (let draw = 0; draw < 6000; draw += 1) {
      const order = shuffled(['a', 'b', 'c'], random).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    expect(Math.min(...counts.values())).toBeGreaterThan(800)
  })
})

describe('stalls', () => {
  it('are as long as the longest turn in which nothing else ran', async () => {
    let clock = 0
    const act = async () => {
      for (const milliseconds of [5, 40, 7]) {
        clock += milliseconds
        await setImmediate()
      }
      return 'done'
    }
    expect(await watchStalls(act, () => clock)).toEqual({ value: 'done', total: 52, longestStall: 40 })
  })

  it('are as long as the whole where nothing else got its turn', async () => {
    let clock = 0
    const act = async () => {
      for (const milliseconds of [5, 40, 7]) {
        clock += milliseconds
        await Promise.resolve()
      }
    }
    expect(await watchStalls(act, () => clock)).toMatchObject({ total: 52, longestStall: 52 })
  })
})
