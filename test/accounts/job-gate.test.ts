import { describe, expect, it } from 'vitest'
import { createJobGate } from '../../electron/accounts/job-gate.ts'
import { Refusal } from '../../electron/contract/errors.ts'

/** A job that ends when it is told to. */
function createJob() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let started = false
  const job = () => {
    started = true
    return promise
  }
  return { job, resolve, reject, started: () => started }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('the gate before expensive jobs', () => {
  it('lets two run, twenty wait, and refuses the next', async () => {
    const gate = createJobGate({ running: 2, waiting: 20 })
    const jobs = Array.from({ length: 22 }, createJob)
    const runs = jobs.map(({ job }) => gate(job))
    await settle()
    expect(jobs.filter((job) => job.started())).toHaveLength(2)
    await expect(gate(async () => 'never')).rejects.toMatchObject({ error: { code: 'BUSY' } })
    await expect(gate(async () => 'never')).rejects.toBeInstanceOf(Refusal)

    jobs[0]?.resolve()
    await settle()
    expect(jobs.filter((job) => job.started())).toHaveLength(3)

    for (const job of jobs) job.resolve()
    await Promise.all(runs)
    expect(jobs.every((job) => job.started())).toBe(true)
    await expect(gate(async () => 'free again')).resolves.toBe('free again')
  })

  it('gives the place on when a job fails', async () => {
    const gate = createJobGate({ running: 1, waiting: 1 })
    const first = createJob()
    const failing = gate(first.job)
    const waiting = gate(async () => 'next')
    first.reject(new Error('broken'))
    await expect(failing).rejects.toThrow('broken')
    await expect(waiting).resolves.toBe('next')
  })
})
