import { describe, expect, it, vi } from 'vitest'
import { createTasks } from '../../electron/tasks/tasks.ts'

const task = () => ({ stop: vi.fn(async () => {}) })
const find = (tasks: ReturnType<typeof createTasks>, accountId: number, id: number) => () => tasks.find(accountId, id)

describe('a long task', () => {
  it('answers its own person by its own id alone', () => {
    const tasks = createTasks()
    const own = task()
    const id = tasks.keep(1, own)
    expect(tasks.find(1, id)).toBe(own)
    expect(find(tasks, 2, id)).toThrow('forgotten')
    expect(find(tasks, 1, id + 1)).toThrow('forgotten')
  })

  it('is stopped and forgotten once the person begins another, of which nobody else’s knows', () => {
    const tasks = createTasks()
    const [former, others, next] = [task(), task(), task()]
    const id = tasks.keep(1, former)
    const otherId = tasks.keep(2, others)
    tasks.keep(1, next)
    expect(former.stop).toHaveBeenCalledOnce()
    expect(find(tasks, 1, id)).toThrow('forgotten')
    expect(others.stop).not.toHaveBeenCalled()
    expect(tasks.find(2, otherId)).toBe(others)
  })
})
