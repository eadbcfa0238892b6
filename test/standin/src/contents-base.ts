import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import type * as Electron from 'electron'
import { customScheme, fromChromium, toChromium } from './addresses.ts'
import { app, appItself } from './app.ts'
import { type AttachedPage, browser } from './browser.ts'
import type { Params, Session as ProtocolSession } from './connection.ts'
import { createEvent } from './event.ts'
import { type Frame, FrameTree } from './frames.ts'
import { IpcMain } from './ipc-main.ts'
import { drawNames, ISOLATED_WORLD, preloadScript, runtimeScripts } from './page/scripts.ts'
import { strict } from './refusal.ts'
import { defaultSession } from './session.ts'
import type { Preferences } from './web-preferences.ts'

let lastId = 0
let lastProcessId = 0
/** All announced contents by id. */
export const allContents = new Map<number, ContentsBase>()

export type WindowOpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse

/** What a contents asks of the window that holds it. */
export type Host = {
  close(): void
  /** A page wants a window, and the app has a handler that decides on it. */
  openedByPage(wish: { url: string; name: string; features: string; disposition: string }): void
  contentsGone(): void
  isFocused(): boolean
  resizedByPage(bounds: Electron.Rectangle): void
  focusedByPage(focused: boolean): void
}

/** The inner side of one window's page: its session with Chromium, what it reports, its end. */
export abstract class ContentsBase extends EventEmitter {
  readonly id = ++lastId
  readonly session = defaultSession
  readonly hostWebContents = null
  readonly ipc = strict(new IpcMain(), 'webContents.ipc')
  readonly _preferences: Preferences
  readonly _names = drawNames()
  readonly _attached: Promise<ProtocolSession>
  _targetId = ''
  _frames: FrameTree | undefined
  _host: Host | undefined
  _openHandler: WindowOpenHandler | undefined
  /** Navigations that the main process has begun and whose request has not been seen yet. */
  _ownNavigations = 0
  /** Frames that have asked to navigate by themselves, by frame id. */
  readonly _asked = new Map<string, string>()
  _protocol: ProtocolSession | undefined
  readonly _self: this
  private markAttached: (session: ProtocolSession) => void = () => {}
  protected url = ''
  protected title = ''
  protected loading = false
  /** While Chromium loads the empty page with which a window on a display begins. */
  private booting = false
  protected destroyed = false
  protected crashed = false
  protected zoom = 1

  /** `hidden` contents are not announced until a window adopts them. */
  constructor(preferences: Preferences, hidden = false) {
    super()
    this.setMaxListeners(0)
    this._preferences = preferences
    this._attached = new Promise((resolve) => {
      this.markAttached = resolve
    })
    this._self = strict(this, 'webContents')
    if (!hidden) this._announce()
    // The product must get the strict form.
    return this._self
  }

  _announce(): void {
    allContents.set(this.id, this._self)
    queueMicrotask(() => app.emit('web-contents-created', createEvent({}), this._self))
  }

  /** Takes over a page that waits: tells it of the preload. `_resume` then lets it go on. */
  _attach({ info, session, boots }: AttachedPage): void {
    if (this.destroyed) {
      browser.session.post('Target.closeTarget', { targetId: info.targetId })
      return
    }
    this._targetId = info.targetId
    this._protocol = session
    this.booting = boots
    const { isolated } = this._preferences
    this._frames = new FrameTree(session, ++lastProcessId, this._names.entry, isolated)
    this._frames.add(info.targetId, null)
    this.listen(session)
    session.post('Page.enable')
    session.post('Page.setLifecycleEventsEnabled', { enabled: true })
    session.post('Runtime.addBinding', {
      name: this._names.binding,
      ...(isolated ? { executionContextName: ISOLATED_WORLD } : {}),
    })
    if (!boots) this.addScripts(session)
    session.post('Runtime.enable')
    defaultSession._applyMedia(session)
  }

  _resume(): void {
    const session = this._protocol
    if (!session) return
    if (this.booting) {
      session.once('Page.loadEventFired', () => {
        this.booting = false
        this.addScripts(session)
        this.markAttached(session)
      })
      session.post('Runtime.runIfWaitingForDebugger')
      return
    }
    session.send('Runtime.runIfWaitingForDebugger').then(
      () => this.markAttached(session),
      () => {},
    )
  }

  private scriptIds: Promise<string>[] = []

  private addScripts(session: ProtocolSession): void {
    this.scriptIds = this.scripts().map((script) =>
      session.send('Page.addScriptToEvaluateOnNewDocument', script).then(
        ({ identifier }) => identifier as string,
        () => '',
      ),
    )
  }

  /** What the page's scripts are told has changed: the next document gets new ones. */
  protected rewriteScripts(): void {
    const session = this._protocol
    if (!session) return
    const former = this.scriptIds
    this.addScripts(session)
    for (const id of former)
      id.then((identifier) => session.post('Page.removeScriptToEvaluateOnNewDocument', { identifier }))
  }

  private scripts(): { source: string; worldName?: string }[] {
    const { preload, isolated, sandboxed, nodeInPage, subframes, webviewTag } = this._preferences
    const { versions, arch, platform, version, execPath, pid, resourcesPath } = process as NodeJS.Process & {
      resourcesPath?: string
    }
    const shown = {
      versions,
      arch,
      platform,
      version,
      execPath,
      pid,
      resourcesPath,
      env: process.env,
      argv: [execPath],
    }
    const options = {
      guardClose: this.closeIsGuarded(),
      isolated,
      sandboxed,
      nodeInPage,
      subframes,
      webviewTag,
      guardKeys: !browser.headless,
      decidesOpening: this._openHandler !== undefined,
    }
    const scripts = runtimeScripts(this._names, { ...options, process: shown })
    if (preload === undefined) return scripts
    try {
      const source = readFileSync(preload, 'utf8')
      const script = preloadScript(this._names, isolated, source, pathToFileURL(preload).href)
      new Script(script.source)
      return [...scripts, script]
    } catch (error) {
      process.stderr.write(`Unable to load preload script: ${preload}\n${(error as Error).stack}\n`)
      queueMicrotask(() => this.emit('preload-error', createEvent({}), preload, error as Error))
      return scripts
    }
  }

  private listen(session: ProtocolSession): void {
    const frames = this._frames as FrameTree
    session.on('Page.frameNavigated', ({ frame }: Params) => this.navigated(frames.navigated(frame as Params)))
    session.on('Page.navigatedWithinDocument', (event: Params) => this.movedWithin(event))
    session.on('Page.frameRequestedNavigation', (event: Params) => this.frameAsked(event))
    session.on('Page.domContentEventFired', () => !this.booting && this.emit('dom-ready', createEvent({})))
    session.on('Page.frameStartedNavigating', (event: Params) => this.startedNavigating(event))
    session.on('Page.loadEventFired', () => this.loaded())
    session.on('Page.lifecycleEvent', (event: Params) => {
      if (event.name === 'firstPaint' && event.frameId === this._targetId) this.emit('-painted')
    })
    session.on('Page.javascriptDialogOpening', (event: Params) => this.dialogOpened(event))
    session.on('Page.windowOpen', (event: Params) => browser.emit('window-open', this._self, event))
    session.on('Runtime.bindingCalled', (event: Params) => {
      if (event.name === this._names.binding) this._receive(event.payload as string, event.executionContextId as number)
    })
    session.on('Runtime.consoleAPICalled', (event: Params) => this.consoleCalled(event))
    session.on('Inspector.targetCrashed', () => this._rendererGone('crashed'))
  }

  /** Acts on what the page's runtime has sent. */
  protected abstract _receive(text: string, contextId: number): void
  protected abstract applyZoom(): void
  abstract get mainFrame(): Frame

  private navigated(frame: Frame): void {
    if (this.booting) return
    const isMainFrame = frame.parent === null
    if (isMainFrame) {
      this.crashed = false
      this.url = frame.url
      this._ownNavigations = 0
      this._asked.clear()
      defaultSession._applyPermissions(frame)
      if (this.zoom !== 1) this.applyZoom()
      this.emit('did-navigate', createEvent({}), frame.url, 200, 'OK')
    }
    this.emit('did-frame-navigate', createEvent({}), frame.url, 200, 'OK', isMainFrame, 1, frame.routingId)
  }

  private movedWithin(event: Params): void {
    const frame = this._frames?.get(event.frameId as string)
    if (!frame) return
    frame.url = fromChromium(event.url as string)
    if (frame.parent === null) this.url = frame.url
    this.emit('did-navigate-in-page', createEvent({}), frame.url, frame.parent === null, 1, frame.routingId)
  }

  private startedNavigating(event: Params): void {
    if (event.frameId !== this._targetId || this.booting) return
    const url = fromChromium(event.url as string)
    const isSameDocument = String(event.navigationType).toLowerCase().includes('samedocument')
    if (!isSameDocument && !this.loading) {
      this.loading = true
      this.emit('did-start-loading')
    }
    const details = createEvent({ url, isSameDocument, isMainFrame: true, frame: this.mainFrame })
    this.emit('did-start-navigation', details, url, isSameDocument, true, 1, 1)
  }

  /** A frame asks to navigate by itself. Addresses of a custom scheme never make a request in Chromium, so they go on here. */
  private frameAsked(event: Params): void {
    const frameId = event.frameId as string
    const url = event.url as string
    if (event.disposition !== undefined && event.disposition !== 'currentTab') return
    this._asked.set(frameId, url)
    if (customScheme(url) === undefined) return
    const frame = this._frames?.get(frameId)
    if (!frame || !this._mayNavigate(frame, url)) return
    this._ownNavigations++
    this._protocol?.post('Page.navigate', { url: toChromium(url), frameId })
  }

  /** Asks the listeners whether a frame may go where it wants; true when none prevents it. */
  _mayNavigate(frame: Frame, url: string): boolean {
    const isMainFrame = frame.parent === null
    const members = { url, isSameDocument: false, isMainFrame, frame, initiator: frame }
    const first = createEvent(members)
    this.emit('will-frame-navigate', first)
    if (first.defaultPrevented) return false
    if (!isMainFrame) return true
    const second = createEvent(members)
    this.emit('will-navigate', second, url, false, true, frame.processId, frame.routingId)
    return !second.defaultPrevented
  }

  private loaded(): void {
    if (this.booting) return
    this.guardClose()
    this.loading = false
    this.emit('did-frame-finish-load', createEvent({}), true, 1, 1)
    this.emit('did-finish-load')
    this.emit('did-stop-loading')
    this.emit('-painted')
  }

  /** Whether the stand-in itself holds back the closing of a window on a display by a person; Playwright would let it go. */
  private closeIsGuarded(): boolean {
    return !browser.headless && !appItself.commandLine.hasSwitch('remote-debugging-port')
  }

  /** Chromium asks before a page leaves only once a person has used it. */
  private guardClose(): void {
    if (this.closeIsGuarded()) this._protocol?.post('Runtime.evaluate', { expression: '0', userGesture: true })
  }

  /** Alerts wait for Playwright where it may be attached; else nobody could answer them. */
  private dialogOpened(event: Params): void {
    if (event.type === 'beforeunload' && this.closeIsGuarded()) {
      // Only a person closes a window while nothing navigates: the page stays, and the app decides as it does on Electron.
      const navigates = this._ownNavigations > 0 || this._asked.size > 0
      this._protocol?.post('Page.handleJavaScriptDialog', { accept: navigates })
      if (!navigates) this._host?.close()
    } else if (event.type === 'beforeunload') {
      const unload = createEvent({})
      this.emit('will-prevent-unload', unload)
      this._protocol?.post('Page.handleJavaScriptDialog', { accept: unload.defaultPrevented })
    } else if (!appItself.commandLine.hasSwitch('remote-debugging-port')) {
      process.stderr.write(`not in the stand-in: window.${event.type}\n`)
      this._protocol?.post('Page.handleJavaScriptDialog', { accept: false })
    }
  }

  private consoleCalled(event: Params): void {
    const levels: Record<string, 'info' | 'warning' | 'error' | 'debug'> = { error: 'error', warning: 'warning' }
    const args = event.args as { value?: unknown; description?: string }[]
    const message = args.map((item) => String(item.value ?? item.description ?? 'undefined')).join(' ')
    const call = (event.stackTrace as { callFrames?: { lineNumber: number; url: string }[] } | undefined)
      ?.callFrames?.[0]
    const level = levels[event.type as string] ?? (event.type === 'debug' ? 'debug' : 'info')
    const lineNumber = (call?.lineNumber ?? 0) + 1
    const sourceId = fromChromium(call?.url ?? '')
    const frame = this._frames?.frameOf(event.executionContextId as number) ?? this.mainFrame
    this.emit(
      'console-message',
      createEvent({ message, level, lineNumber, sourceId, frame }),
      level,
      message,
      lineNumber,
      sourceId,
    )
  }

  /** A page without a title is shown by its address, which is not a title. */
  _titleChanged(title: string, url: string): void {
    if (title === this.title || title === '' || url.replace(/^[a-z]+:\/\//, '').startsWith(title) || url === title)
      return
    this.title = title
    this.emit('page-title-updated', createEvent({}), title, true)
  }

  _rendererGone(reason: Electron.RenderProcessGoneDetails['reason']): void {
    if (this.crashed || this.destroyed) return
    this.crashed = true
    const details = { reason, exitCode: reason === 'crashed' ? 139 : 9 }
    this.emit('render-process-gone', createEvent({}), details)
    app.emit('render-process-gone', createEvent({}), this._self, details)
  }

  /** Ends the contents: its page has gone or is to go. */
  _destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    if (this._targetId) browser.session.post('Target.closeTarget', { targetId: this._targetId })
    this._frames?.detachAll()
    allContents.delete(this.id)
    this.emit('destroyed', createEvent({}))
  }

  /** Asks the page's beforeunload handlers, then the listeners of will-prevent-unload; true when the page may go. */
  async _mayUnload(): Promise<boolean> {
    if (this.crashed || !this._frames || this.url === '') return true
    const unresponsive = setTimeout(() => this.emit('unresponsive'), 5000)
    try {
      const stays = await this._frames.askRuntime('wantsToStay')
      if (stays !== true) return true
      const event = createEvent({})
      this.emit('will-prevent-unload', event)
      return event.defaultPrevented
    } catch {
      return true
    } finally {
      clearTimeout(unresponsive)
    }
  }
}
