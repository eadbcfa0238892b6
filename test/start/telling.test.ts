import { describe, expect, it, vi } from 'vitest'
import { telling } from '../../electron/start/telling.ts'

describe('an act that tells', () => {
  it('answers as before, and tells once it has succeeded', async () => {
    const order: string[] = []
    const act = telling(
      async (one: number, other: number) => {
        order.push('done')
        return one + other
      },
      () => order.push('told'),
    )
    expect(await act(2, 3)).toBe(5)
    expect(order).toEqual(['done', 'told'])
  })

  it('tells nothing when it fails', async () => {
    const changed = vi.fn()
    const act = telling(async () => Promise.reject(new Error('no')), changed)
    await expect(act()).rejects.toThrow('no')
    expect(changed).not.toHaveBeenCalled()
  })
})
