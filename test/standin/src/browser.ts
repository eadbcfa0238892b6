import { EventEmitter } from 'node:events'
import { type Chromium, startChromium } from './chromium.ts'
import type { Params, Session } from './connection.ts'

export type TargetInfo = { targetId: string; type: string; url: string; title: string; openerId?: string }

/** A page that Chromium has made and that waits for its first command; `boots` when it loads an empty page of ours first. */
export type AttachedPage = { info: TargetInfo; session: Session; boots: boolean }

const BOOTSTRAP = /^https:\/\/window-(\d+)\.standin\.localhost\//

/**
 * The one Chromium of this app. Emits 'popup' (AttachedPage) for pages that the app did not ask for, 'request' (Fetch.requestPaused),
 * 'download' (Browser.downloadWillBegin) and 'download-progress', 'crashed' and 'destroyed' (targetId), 'title' (targetId, title) and 'lost' when Chromium ends by itself.
 */
class Browser extends EventEmitter {
  private chromium: Chromium | undefined
  private readonly expected = new Map<number, (page: AttachedPage) => void>()
  private lastWindow = 0
  private leaving = false
  private queue: Promise<unknown> = Promise.resolve()
  private awaitingBlank: ((page: AttachedPage) => void) | undefined

  get session(): Session {
    if (!this.chromium) throw new Error('Chromium is not started')
    return this.chromium.connection.browser
  }

  get started(): boolean {
    return this.chromium !== undefined
  }

  get headless(): boolean {
    return this.chromium?.headless ?? true
  }

  get version(): string {
    return this.chromium?.version ?? ''
  }

  get downloads(): string {
    return this.chromium?.downloads ?? ''
  }

  async start(switches: ReadonlyMap<string, string>): Promise<void> {
    this.chromium = await startChromium(switches)
    const { connection } = this.chromium
    connection.on('close', () => {
      if (!this.leaving) this.emit('lost')
    })
    const { browser } = connection
    browser.on('Target.attachedToTarget', (event: Params) => this.attached(event))
    browser.on('Target.detachedFromTarget', (event: Params) => connection.drop(event.sessionId as string))
    browser.on('Target.targetDestroyed', (event: Params) => this.emit('destroyed', event.targetId))
    browser.on('Target.targetCrashed', (event: Params) => this.emit('crashed', event.targetId, event.status))
    browser.on('Target.targetInfoChanged', ({ targetInfo }: Params) => this.emit('title', targetInfo as TargetInfo))
    browser.on('Fetch.requestPaused', (event: Params) => this.request(event))
    browser.on('Browser.downloadWillBegin', (event: Params) => this.emit('download', event))
    browser.on('Browser.downloadProgress', (event: Params) => this.emit('download-progress', event))
    const downloads = { behavior: 'allowAndName', downloadPath: this.downloads, eventsEnabled: true }
    await browser.send('Browser.setDownloadBehavior', downloads)
    await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await browser.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] })
    const filter = [{ type: 'page' }, { exclude: true }]
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter,
    })
  }

  /** Opens a page of the given size and gives it while it still waits. Pages are opened one at a time. */
  open(size: { width: number; height: number; x?: number; y?: number }): Promise<AttachedPage> {
    const opened = this.queue.then(() => this.openNow(size))
    this.queue = opened.catch(() => {})
    return opened
  }

  async close(bound: number): Promise<void> {
    this.leaving = true
    await this.chromium?.close(bound)
  }

  kill(): void {
    this.leaving = true
    this.chromium?.kill()
  }

  private openNow(size: { width: number; height: number; x?: number; y?: number }): Promise<AttachedPage> {
    return new Promise((resolve, reject) => {
      if (this.headless) {
        this.awaitingBlank = resolve
        const place = { left: size.x, top: size.y, width: size.width, height: size.height }
        this.session.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...place }).catch(reject)
      } else {
        const id = ++this.lastWindow
        this.expected.set(id, resolve)
        this.chromium?.openAppWindow(`https://window-${id}.standin.localhost/`)
      }
    })
  }

  private attached(event: Params): void {
    if (!this.chromium) return
    const info = event.targetInfo as TargetInfo
    const session = this.chromium.connection.session(event.sessionId as string)
    const page = { info, session, boots: !this.headless && info.openerId === undefined }
    const awaiting = this.awaitingBlank
    if (awaiting && !info.openerId) {
      this.awaitingBlank = undefined
      awaiting(page)
      return
    }
    const id = Number(BOOTSTRAP.exec(info.url)?.[1])
    const expected = this.expected.get(id) ?? (this.headless ? undefined : this.firstExpected(info))
    if (expected) expected(page)
    else this.emit('popup', page)
  }

  private firstExpected(info: TargetInfo): ((page: AttachedPage) => void) | undefined {
    const [first] = this.expected
    if (!first || info.openerId || (info.url !== '' && info.url !== 'about:blank')) return undefined
    this.expected.delete(first[0])
    return first[1]
  }

  private request(event: Params): void {
    const url = (event.request as { url: string }).url
    if (BOOTSTRAP.test(url)) {
      const responseHeaders = [{ name: 'content-type', value: 'text/html' }]
      const body = Buffer.from('<!doctype html>').toString('base64')
      this.session.post('Fetch.fulfillRequest', {
        requestId: event.requestId,
        responseCode: 200,
        responseHeaders,
        body,
      })
      return
    }
    this.emit('request', event)
  }
}

export const browser = new Browser()
