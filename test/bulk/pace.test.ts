import { expect, it } from 'vitest'
import { createPace } from '../../electron/bulk/pace.ts'

/** What is done at once after batches that took so many milliseconds for each employee. */
async function afterBatches(...each: number[]): Promise<number[]> {
  let now = 0
  const pace = createPace({ monotonic: () => now })
  const sizes: number[] = []
  for (const milliseconds of each) {
    const employees = pace.atOnce()
    await pace.time(employees, async () => {
      now += employees * milliseconds
    })
    sizes.push(pace.atOnce())
  }
  return sizes
}

it('does as many at once as take 15 milliseconds, between 10 and 200, and doubles at most', async () => {
  expect(await afterBatches(0.5, 0.5, 0.5)).toEqual([20, 30, 30])
  expect(await afterBatches(0, 0, 0, 0, 0, 0)).toEqual([20, 40, 80, 160, 200, 200])
  expect(await afterBatches(0.1, 0.1, 0.1, 0.1, 1.2)).toEqual([20, 40, 80, 150, 12])
  expect(await afterBatches(50)).toEqual([10])
})

it('learns nothing from nobody', async () => {
  const pace = createPace({ monotonic: () => 0 })
  expect(await pace.time(0, async () => 'none')).toBe('none')
  expect(pace.atOnce()).toBe(10)
})

it('learns nothing from what was refused, and lets it through', async () => {
  const pace = createPace({ monotonic: () => 0 })
  await expect(pace.time(10, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  expect(pace.atOnce()).toBe(10)
})
