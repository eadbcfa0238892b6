import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createWindows, type WindowsParts } from '../../electron/window/windows.ts'

class FakeWindow extends EventEmitter {
  static lastId = 0
  readonly id: number
  readonly options: Record<string, unknown>
  readonly webContents: { id: number }
  readonly done: string[] = []
  destroyed = false
  minimized = false
  load: Promise<void> = Promise.resolve()

  constructor(options: Record<string, unknown>) {
    super()
    FakeWindow.lastId += 1
    this.id = FakeWindow.lastId
    this.options = options
    this.webContents = { id: 100 + this.id }
    opened.push(this)
  }

  loadURL(url: string) {
    this.done.push(`loaded ${url}`)
    return nextLoad ?? this.load
  }
  show = () => this.done.push('shown')
  focus = () => this.done.push('focused')
  maximize = () => this.done.push('maximized')
  isMinimized = () => this.minimized
  restore = () => this.done.push('restored')
  isMaximized = () => false
  isDestroyed = () => this.destroyed
  getNormalBounds = () => ({ x: 10.4, y: 20.6, width: 1000.2, height: 700 })
  close() {
    let prevented = false
    this.emit('close', {
      preventDefault: () => {
        prevented = true
      },
    })
    if (!prevented) this.destroy()
  }
  destroy() {
    this.destroyed = true
    this.emit('closed')
  }
}

const opened: FakeWindow[] = []
let nextLoad: Promise<void> | null = null
vi.mock('electron', () => ({
  get BrowserWindow() {
    return FakeWindow
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
}))
const settled = () => new Promise(setImmediate)

beforeEach(() => {
  opened.length = 0
  nextLoad = null
  FakeWindow.lastId = 0
})

function arrange(parts: Partial<WindowsParts> = {}) {
  const acts: unknown[] = []
  const windows = createWindows({
    webPreferences: { sandbox: true },
    page: 'app://main/index.html',
    icon: '/icon.png',
    isDark: () => true,
    readPlace: () => undefined,
    writePlace: (place) => acts.push(['remembered', place]),
    mayClose: async () => true,
    onClosed: (windowId) => acts.push(['closed', windowId]),
    onOpened: (windowId) => acts.push(['opened', windowId]),
    onLoadFailed: (windowId, error) => acts.push(['failed', windowId, String(error)]),
    onSystemEnds: () => acts.push('the system ends'),
    ...parts,
  })
  return { windows, acts }
}

const place = { x: 10, y: 21, width: 1000, height: 700, maximized: false }

describe('a window', () => {
  it('is told of before its page can do anything, and shown when it is painted', () => {
    const { windows, acts } = arrange({
      onOpened: (windowId) => acts.push(['opened', windowId, opened[0]?.done.length]),
    })
    expect(windows.open()).toBe(1)
    expect(acts).toEqual([['opened', 1, 0]])
    expect(opened[0]?.done).toEqual(['loaded app://main/index.html'])
    opened[0]?.emit('ready-to-show')
    expect(opened[0]?.done).toContain('shown')
  })

  it('has the rights that it was given and no white flash in the dark', () => {
    arrange().windows.open()
    expect(opened[0]?.options).toMatchObject({
      webPreferences: { sandbox: true },
      show: false,
      backgroundColor: '#17181a',
    })
  })

  it('whose page does not load is told of, and nothing is left unheard', async () => {
    nextLoad = Promise.reject(new Error('ERR_FAILED'))
    const { windows, acts } = arrange()
    windows.open()
    await settled()
    expect(acts).toContainEqual(['failed', 1, 'Error: ERR_FAILED'])
  })

  it('is known by its page, and the page of nobody else is', () => {
    const { windows } = arrange()
    windows.open()
    windows.open()
    expect([windows.windowIdOf(101), windows.windowIdOf(102), windows.windowIdOf(103)]).toEqual([1, 2, null])
    expect([...windows.contents().keys()]).toEqual([1, 2])
  })

  it('tells when Windows ends the session of the person', () => {
    const { windows, acts } = arrange()
    windows.open()
    opened[0]?.emit('session-end')
    expect(acts).toContain('the system ends')
  })
})

describe('closing', () => {
  it('waits for the answer, then remembers where the window stood', async () => {
    const { windows, acts } = arrange()
    windows.open()
    opened[0]?.close()
    expect(opened[0]?.destroyed).toBe(false)
    await settled()
    expect(opened[0]?.destroyed).toBe(true)
    expect(acts.slice(1)).toEqual([
      ['remembered', place],
      ['closed', 1],
    ])
    expect(windows.ids()).toEqual([])
  })

  it('does not happen when the person stays, and can be tried again', async () => {
    let may = false
    const { windows } = arrange({ mayClose: async () => may })
    windows.open()
    opened[0]?.close()
    await settled()
    expect(opened[0]?.destroyed).toBe(false)
    may = true
    opened[0]?.close()
    await settled()
    expect(opened[0]?.destroyed).toBe(true)
  })

  it('tried again while the answer is awaited asks once', async () => {
    const mayClose = vi.fn(async () => false)
    arrange({ mayClose }).windows.open()
    opened[0]?.close()
    opened[0]?.close()
    await settled()
    expect(mayClose).toHaveBeenCalledTimes(1)
  })

  it('without asking closes one window, or all', () => {
    const mayClose = vi.fn(async () => false)
    const { windows } = arrange({ mayClose })
    for (let window = 0; window < 3; window += 1) windows.open()
    windows.close(2)
    expect(windows.ids()).toEqual([1, 3])
    windows.close(2)
    windows.closeAll()
    expect(windows.ids()).toEqual([])
    expect(mayClose).not.toHaveBeenCalled()
  })

  it('a window that is gone when the answer comes is left alone', async () => {
    const { windows, acts } = arrange()
    windows.open()
    opened[0]?.close()
    windows.close(1)
    await settled()
    expect(acts.filter((act) => Array.isArray(act) && act[0] === 'closed')).toHaveLength(1)
  })
})

describe('the window used last', () => {
  it('comes to the front', () => {
    const { windows } = arrange()
    windows.open()
    windows.open()
    opened[0]?.emit('focus')
    expect(windows.focusLast()).toBe(1)
    expect(opened[0]?.done.slice(1)).toEqual(['shown', 'focused'])
  })

  it('is restored where it was minimized', () => {
    const { windows } = arrange()
    windows.open()
    if (opened[0]) opened[0].minimized = true
    windows.focusLast()
    expect(opened[0]?.done.slice(1)).toEqual(['restored', 'shown', 'focused'])
  })

  it('is another one where that one is closed, and a new one where none is left', () => {
    const { windows } = arrange()
    windows.open()
    windows.open()
    windows.close(2)
    expect(windows.focusLast()).toBe(1)
    windows.close(1)
    expect(windows.focusLast()).toBe(3)
    expect(windows.ids()).toEqual([3])
  })
})
