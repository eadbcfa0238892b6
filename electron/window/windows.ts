import { BrowserWindow, screen, type WebContents, type WebPreferences } from 'electron'
import { placeFor, type WindowPlace } from './place.ts'

export interface WindowsParts {
  readonly webPreferences: WebPreferences
  /** What every window shows. */
  readonly page: string
  readonly icon: string
  readonly isDark: () => boolean
  readonly readPlace: () => WindowPlace | undefined
  readonly writePlace: (place: WindowPlace) => void
  /** Asked before a window closes; false keeps it open. Never rejects. */
  readonly mayClose: (windowId: number) => Promise<boolean>
  /** @param isLast whether no other window is left */
  readonly onClosed: (windowId: number, isLast: boolean) => void
  readonly onOpened: (windowId: number, contents: WebContents) => void
  readonly onLoadFailed: (windowId: number, error: unknown) => void
  /** Windows shuts down or the person logs out of it: there is no time to ask. */
  readonly onSystemEnds: () => void
}

/** The windows of the application. The only place that makes them. */
export interface Windows {
  /** Opens a window with its own login; answers its id. */
  open(): number
  /** Brings the window used last to the front, or opens one where there is none; answers its id. */
  focusLast(): number
  ids(): readonly number[]
  get(windowId: number): BrowserWindow | undefined
  contents(): ReadonlyMap<number, WebContents>
  windowIdOf(webContentsId: number): number | null
  /** Closes without asking. */
  close(windowId: number): void
  closeAll(): void
}

/** Smallest window in which every screen still works. */
const smallest = { minWidth: 800, minHeight: 560 } as const
const background = { light: '#ffffff', dark: '#17181a' } as const

export function createWindows(parts: WindowsParts): Windows {
  const windows = new Map<number, BrowserWindow>()
  let lastFocused: number | null = null

  function remember(window: BrowserWindow): void {
    parts.writePlace({ ...roundedBounds(window), maximized: window.isMaximized() })
  }

  /** Without asking the page: it has been asked before, and one that hangs must not keep its window open. */
  function closeNow(window: BrowserWindow): void {
    if (window.isDestroyed()) return
    remember(window)
    window.destroy()
  }

  /** A close waits for the answer of the page, so every attempt is held back. */
  function askBeforeClosing(window: BrowserWindow): void {
    let asking = false
    window.on('close', (event) => {
      event.preventDefault()
      if (asking) return
      asking = true
      void parts.mayClose(window.id).then((may) => {
        asking = false
        if (may) closeNow(window)
      })
    })
  }

  function open(): number {
    const place = parts.readPlace()
    const displays = screen.getAllDisplays().map((display) => display.workArea)
    const window = new BrowserWindow({
      ...placeFor(place, displays, windows.size),
      ...smallest,
      title: 'Staffdesk',
      icon: parts.icon,
      show: false,
      backgroundColor: parts.isDark() ? background.dark : background.light,
      webPreferences: parts.webPreferences,
    })
    const windowId = window.id
    windows.set(windowId, window)
    lastFocused = windowId
    window.once('ready-to-show', () => {
      if (place?.maximized) window.maximize()
      window.show()
    })
    window.on('focus', () => {
      lastFocused = windowId
    })
    askBeforeClosing(window)
    window.on('closed', () => {
      windows.delete(windowId)
      parts.onClosed(windowId, windows.size === 0)
    })
    window.on('session-end', parts.onSystemEnds)
    parts.onOpened(windowId, window.webContents)
    window.loadURL(parts.page).catch((error: unknown) => parts.onLoadFailed(windowId, error))
    return windowId
  }

  return {
    open,
    focusLast: () => {
      const window = (lastFocused !== null && windows.get(lastFocused)) || [...windows.values()].at(-1)
      if (!window) return open()
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return window.id
    },
    ids: () => [...windows.keys()],
    get: (windowId) => windows.get(windowId),
    contents: () => new Map([...windows].map(([windowId, window]) => [windowId, window.webContents])),
    windowIdOf: (webContentsId) => {
      for (const [windowId, window] of windows) if (window.webContents.id === webContentsId) return windowId
      return null
    },
    close: (windowId) => {
      const window = windows.get(windowId)
      if (window) closeNow(window)
    },
    closeAll: () => {
      for (const window of windows.values()) closeNow(window)
    },
  }
}

function roundedBounds(window: BrowserWindow): Omit<WindowPlace, 'maximized'> {
  const { x, y, width, height } = window.getNormalBounds()
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
