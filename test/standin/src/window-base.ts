import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { app, appItself } from './app.ts'
import { browser } from './browser.ts'
import type { Params } from './connection.ts'
import { createEvent } from './event.ts'
import { strict } from './refusal.ts'
import type { WebContents } from './web-contents.ts'

export type Bounds = Electron.Rectangle
let lastId = 0
let focused: WindowBase | null = null

/** The window that has the focus, if one of ours has. */
export function focusedWindow(): WindowBase | null {
  return focused
}

/** Where windows stand on a screen of the stand-in: the middle of 1280 × 800 unless told. */
function startBounds(options: Electron.BrowserWindowConstructorOptions): Bounds {
  const width = options.width ?? 800
  const height = options.height ?? 600
  const x = options.x ?? Math.max(0, Math.round((1280 - width) / 2))
  const y = options.y ?? Math.max(0, Math.round((800 - height) / 2))
  return { x, y, width, height }
}

/** The outer side of one window: where it stands, how it is shown, and whether it has the focus. */
export abstract class WindowBase extends EventEmitter {
  readonly id = ++lastId
  abstract readonly webContents: WebContents
  protected readonly options: Electron.BrowserWindowConstructorOptions
  protected readonly self: this
  protected bounds: Bounds
  protected normal: Bounds
  protected minimum: [number, number]
  protected windowId: number | undefined
  protected title: string
  protected visible = false
  protected state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal'
  protected destroyed = false
  private menuBarVisible = true
  private background: string

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    if (!appItself._ready) throw new Error('Cannot create BrowserWindow before app is ready')
    this.setMaxListeners(0)
    this.options = options
    this.bounds = startBounds(options)
    this.normal = this.bounds
    this.minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.title = options.title ?? app.getName()
    this.background = options.backgroundColor ?? '#FFFFFF'
    this.self = strict(this, 'BrowserWindow')
    // The product must get the strict form.
    return this.self
  }

  protected async placed(): Promise<void> {
    try {
      const { windowId } = await browser.session.send('Browser.getWindowForTarget', {
        targetId: this.webContents._targetId,
      })
      this.windowId = windowId as number
      this.place()
    } catch {
      // The page has closed meanwhile.
    }
  }

  private place(): void {
    if (this.windowId === undefined) return
    const windowState = this.visible || browser.headless ? this.state : 'minimized'
    const post = (bounds: Params) =>
      browser.session.post('Browser.setWindowBounds', { windowId: this.windowId, bounds })
    post({ windowState: 'normal' })
    const { x: left, y: top, width, height } = this.normal
    post({ left, top, width, height })
    if (windowState !== 'normal') post({ windowState })
  }

  protected resizedByPage(bounds: Bounds): void {
    if (browser.headless || !this.visible || bounds.width === 0) return
    const { x, y, width, height } = bounds
    if (width === this.bounds.width && height === this.bounds.height) return
    this.bounds = { x, y, width, height }
    if (this.state === 'normal') this.normal = this.bounds
    this.emit('resize')
  }

  protected focusedByPage(has: boolean): void {
    if (browser.headless || this.destroyed) return
    if (has) this.takeFocus()
    else this.loseFocus()
  }

  private takeFocus(): void {
    if (focused === this.self || this.destroyed) return
    const former = focused as WindowBase | null
    focused = this.self
    former?._lost()
    this.emit('focus')
    app.emit('browser-window-focus', createEvent({}), this.self)
    this.webContents.emit('focus')
  }

  protected loseFocus(): void {
    if (focused !== this.self) return
    focused = null
    this._lost()
  }

  _lost(): void {
    this.emit('blur')
    app.emit('browser-window-blur', createEvent({}), this.self)
    this.webContents.emit('blur')
  }

  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.destroyed || this.visible) return
    this.visible = true
    this.place()
    this.emit('show')
  }

  hide(): void {
    if (!this.visible) return
    this.visible = false
    this.place()
    this.loseFocus()
    this.emit('hide')
  }

  focus(): void {
    if (!this.visible || this.destroyed) return
    if (!browser.headless) this.webContents.focus()
    this.takeFocus()
  }

  blur(): void {
    this.loseFocus()
  }

  moveTop(): void {
    this.focus()
  }

  minimize(): void {
    this.change('minimized', 'minimize')
    this.loseFocus()
  }

  maximize(): void {
    this.visible = true
    this.change('maximized', 'maximize')
  }

  unmaximize(): void {
    if (this.state === 'maximized') this.change('normal', 'unmaximize')
  }

  restore(): void {
    if (this.state === 'minimized') this.change('normal', 'restore')
  }

  setFullScreen(flag: boolean): void {
    if (flag !== this.isFullScreen())
      this.change(flag ? 'fullscreen' : 'normal', flag ? 'enter-full-screen' : 'leave-full-screen')
  }

  private change(state: typeof this.state, event: string): void {
    if (this.state === state) return
    this.state = state
    this.bounds =
      state === 'maximized' || state === 'fullscreen' ? { x: 0, y: 0, width: 1280, height: 800 } : this.normal
    this.place()
    this.emit(event)
    if (state !== 'minimized') this.emit('resize')
  }

  isVisible(): boolean {
    return this.visible && this.state !== 'minimized'
  }

  isFocused(): boolean {
    return focused === this.self
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen'
  }

  isNormal(): boolean {
    return this.state === 'normal'
  }

  isModal(): boolean {
    return this.options.modal === true
  }

  isEnabled(): boolean {
    return true
  }

  getBounds(): Bounds {
    return { ...this.bounds }
  }

  getNormalBounds(): Bounds {
    return { ...this.normal }
  }

  getContentBounds(): Bounds {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Bounds>): void {
    const former = this.bounds
    const next = { ...former, ...bounds }
    next.width = Math.max(next.width, this.minimum[0])
    next.height = Math.max(next.height, this.minimum[1])
    this.bounds = next
    this.normal = next
    this.place()
    if (next.x !== former.x || next.y !== former.y) this.emit('move')
    if (next.width !== former.width || next.height !== former.height) this.emit('resize')
  }

  setContentBounds(bounds: Bounds): void {
    this.setBounds(bounds)
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height)
  }

  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  center(): void {
    const { width, height } = this.bounds
    this.setBounds(startBounds({ width, height }))
  }

  getMinimumSize(): number[] {
    return [...this.minimum]
  }

  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
  }

  getTitle(): string {
    return this.title
  }

  setTitle(title: string): void {
    this.title = title
    this.webContents.executeJavaScript(`document.title = ${JSON.stringify(title)}`).catch(() => {})
  }

  getBackgroundColor(): string {
    return this.background
  }

  setBackgroundColor(color: string): void {
    this.background = color
  }

  setMenu(): void {}
  removeMenu(): void {}
  setIcon(): void {}
  setProgressBar(): void {}
  setOverlayIcon(): void {}
  setTitleBarOverlay(): void {}
  flashFrame(): void {}
  setSkipTaskbar(): void {}
  setAlwaysOnTop(): void {}
  setAutoHideMenuBar(): void {}
  setContentProtection(): void {}

  setMenuBarVisibility(visible: boolean): void {
    this.menuBarVisible = visible
  }

  isMenuBarVisible(): boolean {
    return this.menuBarVisible
  }

  isClosable(): boolean {
    return true
  }

  getParentWindow(): null {
    return null
  }

  getChildWindows(): WindowBase[] {
    return []
  }
}
