import { pathToFileURL } from 'node:url'
import type * as Electron from 'electron'
import { toChromium } from './addresses.ts'
import { browser, type TargetInfo } from './browser.ts'
import { allContents, ContentsBase, type WindowOpenHandler } from './contents-base.ts'
import { createEvent } from './event.ts'
import { runInContext } from './execute.ts'
import type { Frame } from './frames.ts'
import { NativeImage } from './native-image.ts'
import { receiveFromPage } from './page-messages.ts'
import { pdfParameters } from './pdf.ts'
import { notInTheStandIn, refuse } from './refusal.ts'

/** Bits of the protocol for the names of modifiers. */
const MODIFIER_BITS: Record<string, number> = { alt: 1, control: 2, ctrl: 2, meta: 4, cmd: 4, command: 4, shift: 8 }

/** The page of one window, as the product sees it. */
export class WebContents extends ContentsBase {
  private devToolsOpen = false

  protected _receive(text: string, contextId: number): void {
    receiveFromPage(this._self, text, contextId)
  }

  async loadURL(url: string, _options?: Electron.LoadURLOptions): Promise<void> {
    const session = await this._attached
    if (this.destroyed) throw new Error('Object has been destroyed')
    this._ownNavigations++
    this.loading = true
    this.emit('did-start-loading')
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    const gone = new Promise<void>((resolve) => this.once('destroyed', () => resolve()))
    let errorText: string | undefined
    try {
      const reply = await session.send('Page.navigate', { url: toChromium(url) })
      errorText = reply.errorText as string | undefined
      if (reply.isDownload) errorText = 'net::ERR_FAILED'
    } catch (error) {
      errorText = (error as Error).message
    }
    if (errorText !== undefined) {
      const description = errorText.replace(/^.*(?:net::)/, '')
      const code = description === 'ERR_ABORTED' ? -3 : -2
      this.loading = false
      this.emit('did-fail-load', createEvent({}), code, description, url, true, 1, 1)
      this.emit('did-stop-loading')
      throw Object.assign(new Error(`${description} (${code}) loading '${url}'`), {
        errno: code,
        code: description,
        url,
      })
    }
    await Promise.race([loaded, gone])
  }

  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(path).href)
  }

  reload(): void {
    this._ownNavigations++
    this._attached.then((session) => session.post('Page.reload'))
  }

  reloadIgnoringCache(): void {
    this._ownNavigations++
    this._attached.then((session) => session.post('Page.reload', { ignoreCache: true }))
  }

  stop(): void {
    this._protocol?.post('Page.stopLoading')
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    this._frames?.send(this._frames.main, channel, args)
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const session = await this._attached
    if (this.loading) await new Promise<void>((resolve) => this.once('did-stop-loading', resolve))
    return runInContext(session, code, this._frames?.pageContext(this._targetId), userGesture)
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this._openHandler = handler
    for (const frame of this._frames?.all() ?? [])
      this._frames?.callRuntime(this._frames.runtimeContext(frame._id), 'setDecidesOpening', [true])
    this.rewriteScripts()
  }

  get mainFrame(): Frame {
    if (!this._frames) throw notInTheStandIn('webContents.mainFrame before the page exists')
    return this._frames.main
  }

  get focusedFrame(): Frame | null {
    return this._frames?.main ?? null
  }

  getURL(): string {
    return this.url
  }

  getTitle(): string {
    return this.title
  }

  getType(): 'window' {
    return 'window'
  }

  getProcessId(): number {
    return this._frames?.processId ?? 0
  }

  getOSProcessId(): number {
    return refuse('webContents.getOSProcessId')
  }

  getUserAgent(): string {
    return `Mozilla/5.0 Chrome/${browser.version} Electron/${process.versions.electron}`
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isCrashed(): boolean {
    return this.crashed
  }

  isLoading(): boolean {
    return this.loading
  }

  isLoadingMainFrame(): boolean {
    return this.loading
  }

  isWaitingForResponse(): boolean {
    return this.loading
  }

  isFocused(): boolean {
    return this._host?.isFocused() ?? false
  }

  focus(): void {
    this._protocol?.post('Page.bringToFront')
  }

  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    if (this.destroyed) return
    const leave = () => {
      this._destroy()
      this._host?.contentsGone()
    }
    if (!options.waitForBeforeUnload) leave()
    else this._mayUnload().then((may) => may && leave())
  }

  forcefullyCrashRenderer(): void {
    this._protocol?.post('Page.crash')
  }

  openDevTools(): void {
    if (!this._preferences.devTools || this.devToolsOpen) return
    this.devToolsOpen = true
    this.emit('devtools-opened')
  }

  closeDevTools(): void {
    if (!this.devToolsOpen) return
    this.devToolsOpen = false
    this.emit('devtools-closed')
  }

  toggleDevTools(): void {
    if (this.devToolsOpen) this.closeDevTools()
    else this.openDevTools()
  }

  isDevToolsOpened(): boolean {
    return this.devToolsOpen
  }

  print(): void {
    refuse('webContents.print (hand in a printer in the test)')
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const session = await this._attached
    const { data } = await session.send('Page.printToPDF', pdfParameters(options))
    return Buffer.from(data as string, 'base64')
  }

  async capturePage(rect?: Electron.Rectangle): Promise<NativeImage> {
    const session = await this._attached
    const clip = rect && { ...rect, scale: 1 }
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', ...(clip && { clip }) })
    return new NativeImage(Buffer.from(data as string, 'base64'))
  }

  copy(): void {
    this.edit('copy')
  }
  cut(): void {
    this.edit('cut')
  }
  paste(): void {
    this.edit('paste')
  }
  pasteAndMatchStyle(): void {
    this.edit('pasteAndMatchStyle')
  }
  delete(): void {
    this.edit('delete')
  }
  selectAll(): void {
    this.edit('selectAll')
  }
  undo(): void {
    this.edit('undo')
  }
  redo(): void {
    this.edit('redo')
  }

  /** Runs an editing command of the browser in the focused field, by way of a key that means nothing by itself. */
  private edit(command: string): void {
    const key = { key: 'Unidentified', code: '', windowsVirtualKeyCode: 0 }
    this._protocol?.post('Input.dispatchKeyEvent', { type: 'keyDown', ...key, commands: [command] })
    this._protocol?.post('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }

  setZoomFactor(factor: number): void {
    this.zoom = factor
    this.applyZoom()
  }

  getZoomFactor(): number {
    return this.zoom
  }

  get zoomFactor(): number {
    return this.zoom
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2)
  }

  get zoomLevel(): number {
    return this.getZoomLevel()
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level)
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve()
  }

  protected applyZoom(): void {
    this.executeJavaScript(`document.documentElement.style.zoom = '${this.zoom}'`).catch(() => {})
  }

  sendInputEvent(event: Electron.MouseInputEvent | Electron.MouseWheelInputEvent | Electron.KeyboardInputEvent): void {
    const modifiers = (event.modifiers ?? []).reduce((sum, name) => sum + (MODIFIER_BITS[name] ?? 0), 0)
    if ('keyCode' in event) {
      const key = event.keyCode
      const text = event.type === 'char' ? { text: key } : {}
      const type = event.type === 'char' ? 'char' : event.type === 'keyUp' ? 'keyUp' : 'rawKeyDown'
      this._protocol?.post('Input.dispatchKeyEvent', { type, modifiers, key, ...text })
    } else if ('x' in event) {
      const types: Record<string, string> = {
        mouseDown: 'mousePressed',
        mouseUp: 'mouseReleased',
        mouseMove: 'mouseMoved',
      }
      const type = types[event.type] ?? refuse(`sendInputEvent ${event.type}`)
      const { x, y, button = 'left', clickCount = 1 } = event as Electron.MouseInputEvent
      const pressed = type === 'mouseMoved' ? {} : { button, clickCount }
      this._protocol?.post('Input.dispatchMouseEvent', { type, x, y, modifiers, ...pressed })
    }
  }

  static getAllWebContents(): WebContents[] {
    return [...allContents.values()] as WebContents[]
  }

  static fromId(id: number): WebContents | undefined {
    return allContents.get(id) as WebContents | undefined
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents._targetId === targetId)
  }

  static fromFrame(frame: Frame): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents._frames?.get(frame._id) === frame)
  }

  static getFocusedWebContents(): WebContents | null {
    return WebContents.getAllWebContents().find((contents) => contents.isFocused()) ?? null
  }
}

browser.on('destroyed', (targetId: string) => {
  const contents = WebContents.fromDevToolsTargetId(targetId)
  if (!contents) return
  contents._destroy()
  contents._host?.contentsGone()
})
browser.on('crashed', (targetId: string, status: string) =>
  WebContents.fromDevToolsTargetId(targetId)?._rendererGone(
    status === 'killed' ? 'killed' : status === 'oom' ? 'oom' : 'crashed',
  ),
)
browser.on('title', (info: TargetInfo) =>
  WebContents.fromDevToolsTargetId(info.targetId)?._titleChanged(info.title, info.url),
)
