import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { joinShutdown, type ShutdownParts } from '../../electron/start/shutdown.ts'
import { createTestLog } from '../accounts/support/log.ts'

const electron = vi.hoisted(() => ({ app: {} as EventEmitter & { quit(): void }, powerMonitor: {} as EventEmitter }))
vi.mock('electron', () => electron)

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
/** Lets everything run that waits for nothing outside. */
const settled = () => new Promise(setImmediate)

let gone: boolean
beforeEach(() => {
  gone = false
  /** As Electron's: it goes unless `before-quit` is prevented. */
  const app = Object.assign(new EventEmitter(), {
    quit() {
      let prevented = false
      app.emit('before-quit', {
        preventDefault: () => {
          prevented = true
        },
      })
      gone ||= !prevented
    },
  })
  electron.app = app
  electron.powerMonitor = new EventEmitter()
})
afterEach(() => {
  for (const signal of signals) process.removeAllListeners(signal)
})

function arrange(parts: Partial<ShutdownParts> = {}) {
  const acts: string[] = []
  const log = createTestLog()
  const windows = [1, 2]
  const leave = joinShutdown({
    log,
    windowIds: () => [...windows],
    mayClose: async (windowId) => acts.push(`asked ${windowId}`) > 0,
    closeWindows: () => acts.push('closed the windows'),
    closeData: async () => void acts.push('closed the data'),
    ...parts,
  })
  return { acts, log, windows, leave }
}

const without = ['closed the windows', 'closed the data']

describe('quitting', () => {
  it('asks window by window, closes the data, and then goes', async () => {
    const { acts } = arrange()
    electron.app.quit()
    expect(gone).toBe(false)
    await settled()
    expect(acts).toEqual(['asked 1', 'asked 2', ...without])
    expect(gone).toBe(true)
  })

  it('stops at the first window that stays, and can be tried again', async () => {
    let stays = true
    const { acts } = arrange({
      mayClose: async (windowId) => {
        acts.push(`asked ${windowId}`)
        return !stays
      },
    })
    electron.app.quit()
    await settled()
    expect([acts, gone]).toEqual([['asked 1'], false])
    stays = false
    electron.app.quit()
    await settled()
    expect(acts).toEqual(['asked 1', 'asked 1', 'asked 2', ...without])
    expect(gone).toBe(true)
  })

  it('twice asks once', async () => {
    const { acts } = arrange()
    electron.app.quit()
    electron.app.quit()
    await settled()
    expect(acts).toEqual(['asked 1', 'asked 2', ...without])
  })

  it('passes over a window that was closed meanwhile', async () => {
    const { acts, windows } = arrange({
      mayClose: async (windowId) => {
        windows.splice(windows.indexOf(2), 1)
        return acts.push(`asked ${windowId}`) > 0
      },
    })
    electron.app.quit()
    await settled()
    expect(acts).toEqual(['asked 1', ...without])
    expect(gone).toBe(true)
  })
})

describe('the end of the system', () => {
  const ways: [string, () => void][] = [
    ...signals.map((signal): [string, () => void] => [signal, () => process.emit(signal)]),
    ['its shutdown', () => electron.powerMonitor.emit('shutdown', { preventDefault: () => {} })],
  ]
  it.each(ways)('by %s never asks', async (_name, end) => {
    const { acts } = arrange()
    end()
    await settled()
    expect(acts).toEqual(without)
    expect(gone).toBe(true)
  })

  it('does not wait for a dialog that stands open, and leaves once', async () => {
    const { acts } = arrange({ mayClose: () => new Promise(() => {}) })
    electron.app.quit()
    process.emit('SIGTERM')
    process.emit('SIGTERM')
    await settled()
    expect(acts).toEqual(without)
    expect(gone).toBe(true)
  })

  it('of Windows, which is told to a window, never asks either', async () => {
    const { acts, leave } = arrange()
    await leave()
    expect(acts).toEqual(without)
    expect(gone).toBe(true)
  })

  it('waits for the data', async () => {
    let closed = () => {}
    arrange({
      closeData: () =>
        new Promise((resolve) => {
          closed = resolve
        }),
    })
    process.emit('SIGTERM')
    await settled()
    electron.app.quit()
    await settled()
    expect(gone).toBe(false)
    closed()
    await settled()
    expect(gone).toBe(true)
  })

  it.each([
    ['the data', { closeData: () => Promise.reject(new Error('disk full')) }],
    [
      'a window',
      {
        closeWindows: () => {
          throw new Error('disk full')
        },
      },
    ],
  ])('goes although %s cannot be closed, and logs it', async (_name, parts) => {
    const { log } = arrange(parts)
    process.emit('SIGTERM')
    await settled()
    expect(gone).toBe(true)
    expect(log.lines).toEqual([expect.stringContaining('disk full')])
  })
})
