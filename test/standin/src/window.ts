import { pathToFileURL } from 'node:url'
import type * as Electron from 'electron'
import { fromChromium } from './addresses.ts'
import { app, appItself, openWindows } from './app.ts'
import { browser } from './browser.ts'
import { createEvent } from './event.ts'
import type { NativeImage } from './native-image.ts'
import { WebContents } from './web-contents.ts'
import { readPreferences } from './web-preferences.ts'
import { type Bounds, focusedWindow, WindowBase } from './window-base.ts'

/** One window with its page. */
export class BrowserWindow extends WindowBase {
  readonly webContents: WebContents
  private closing = false
  private painted = false

  /** `contents` is given for a window that a page has opened by itself. */
  constructor(options: Electron.BrowserWindowConstructorOptions = {}, contents?: WebContents) {
    super(options)
    this.webContents = contents ?? new WebContents(readPreferences(options.webPreferences ?? {}, appItself._sandboxAll))
    this.webContents._host = {
      close: () => this.close(),
      openedByPage: (wish) => this.pageAsks(wish),
      contentsGone: () => this.gone(),
      isFocused: () => this.isFocused(),
      resizedByPage: (bounds) => this.resizedByPage(bounds),
      focusedByPage: (has) => this.focusedByPage(has),
    }
    openWindows.add(this.self)
    this.followPage()
    if (contents) contents._announce()
    else this.openPage()
    this.webContents._attached.then(() => this.placed())
    if (options.show !== false) this.show()
    queueMicrotask(() => app.emit('browser-window-created', createEvent({}), this.self))
  }

  private openPage(): void {
    browser.open(this.bounds).then(
      (page) => {
        this.webContents._attach(page)
        this.webContents._resume()
      },
      () => this.destroy(),
    )
  }

  private followPage(): void {
    const contents = this.webContents
    contents.on('page-title-updated', (event: Electron.Event, title: string, explicit: boolean) => {
      this.emit('page-title-updated', event, title, explicit)
      if (!event.defaultPrevented) this.title = title
    })
    contents.on('-painted', () => {
      if (this.painted || this.destroyed || contents.getURL() === '') return
      this.painted = true
      this.emit('ready-to-show')
    })
    contents.on('unresponsive', () => this.emit('unresponsive'))
    contents.on('responsive', () => this.emit('responsive'))
  }

  private pageAsks(wish: { url: string; name: string; features: string; disposition: string }): void {
    const options = this._optionsForPopup(wish)
    if (!options) return
    const child = new BrowserWindow(options)
    const url = fromChromium(wish.url)
    const details = { url, frameName: wish.name, options, disposition: wish.disposition }
    this.webContents.emit('did-create-window', child, details)
    child.loadURL(url).catch(() => {})
  }

  /** What the page's new window is to be: null when the handler denies it. */
  _optionsForPopup(wish: {
    url: string
    name: string
    features: string
    disposition: string
  }): Electron.BrowserWindowConstructorOptions | null {
    const details = {
      url: fromChromium(wish.url),
      frameName: wish.name === '_blank' ? '' : wish.name,
      features: wish.features,
      disposition: wish.disposition,
      referrer: { url: this.webContents.getURL(), policy: 'strict-origin-when-cross-origin' },
    }
    const answer = this.webContents._openHandler?.(details as Electron.HandlerDetails)
    if (this.webContents._openHandler && answer?.action !== 'allow') return null
    const overrides = answer?.action === 'allow' ? answer.overrideBrowserWindowOptions : undefined
    const webPreferences = { ...this.options.webPreferences, ...overrides?.webPreferences }
    return { show: true, ...overrides, webPreferences }
  }

  /** The user's or the app's wish to close: the app may prevent it, then the page, each leaving the window as it was. */
  close(): void {
    if (this.destroyed || this.closing) return
    const event = createEvent({})
    this.emit('close', event)
    if (this.destroyed) return
    if (event.defaultPrevented) {
      appItself._closeCancelled()
      return
    }
    this.closing = true
    this.webContents._mayUnload().then((may) => {
      this.closing = false
      if (may) this.destroy()
      else appItself._closeCancelled()
    })
  }

  destroy(): void {
    this.webContents._destroy()
    this.gone()
  }

  private gone(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.loseFocus()
    openWindows.delete(this.self)
    this.emit('closed')
    appItself._windowClosed()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options)
  }

  loadFile(path: string): Promise<void> {
    return this.webContents.loadURL(pathToFileURL(path).href)
  }

  reload(): void {
    this.webContents.reload()
  }

  capturePage(rect?: Bounds): Promise<NativeImage> {
    return this.webContents.capturePage(rect)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows] as BrowserWindow[]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focusedWindow() as BrowserWindow | null
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }
}
