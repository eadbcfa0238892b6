import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { joinLastResort } from '../../electron/start/last-resort.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { createTestClock } from '../support/clock.ts'

const acts = vi.hoisted(() => [] as string[])
vi.mock('electron', () => ({
  app: { exit: (code: number) => acts.push(`exit ${code}`) },
  dialog: { showErrorBox: (title: string, words: string) => acts.push(`told ${title}: ${words}`) },
}))

const events = ['uncaughtException', 'unhandledRejection'] as const
const own = new Map(events.map((event) => [event, process.listeners(event as 'uncaughtException')]))
const settled = () => new Promise(setImmediate)
const told = expect.stringMatching(/^told Staffdesk has to close: .*Your data is safe/)

beforeEach(() => {
  acts.length = 0
  for (const event of events) process.removeAllListeners(event)
})
afterEach(() => {
  for (const event of events) {
    process.removeAllListeners(event)
    for (const listener of own.get(event) ?? []) process.on(event as 'uncaughtException', listener)
  }
})

const happen = (event: (typeof events)[number], error: unknown) =>
  process.emit(event as 'uncaughtException', error as Error)

describe.each(events)('an error that nothing caught (%s)', (event) => {
  it('is logged, the data is closed, the person is told, and the exit code tells it', async () => {
    const log = createTestLog()
    joinLastResort().know({ log, clock: createTestClock(), closeData: async () => void acts.push('closed the data') })
    happen(event, new Error('a defect in /home/ada/staffdesk.db'))
    await settled()
    expect(log.lines).toEqual([expect.stringContaining('a defect')])
    expect(acts).toEqual(['closed the data', told, 'exit 1'])
    expect(acts.join()).not.toContain('/home/ada')
  })

  it('is told as well when the start has not come as far as the log', async () => {
    joinLastResort()
    happen(event, new Error('no folder'))
    await settled()
    expect(acts).toEqual([told, 'exit 1'])
  })

  it('ends the application although the data cannot be closed', async () => {
    const log = createTestLog()
    const closeData = () => Promise.reject(new Error('disk full'))
    joinLastResort().know({ log, clock: createTestClock(), closeData })
    happen(event, new Error('a defect'))
    await settled()
    expect(log.lines).toHaveLength(2)
    expect(acts).toEqual([told, 'exit 1'])
  })

  it('ends the application although closing the data never ends', async () => {
    const clock = createTestClock()
    joinLastResort().know({ clock, closeData: () => new Promise(() => {}) })
    happen(event, new Error('a defect'))
    await settled()
    expect(acts).toEqual([])
    clock.advance(2_000)
    await settled()
    expect(acts).toEqual([told, 'exit 1'])
  })

  it('is told once, however many follow from it', async () => {
    const log = createTestLog()
    joinLastResort().know({ log })
    for (const reason of ['first', 'second']) happen(event, new Error(reason))
    await settled()
    expect(log.lines).toHaveLength(2)
    expect(acts).toEqual([told, 'exit 1'])
  })
})
