import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { toChromium } from './addresses.ts'
import { browser } from './browser.ts'
import type { Session as ProtocolSession } from './connection.ts'
import type { Frame } from './frames.ts'
import { protocol } from './protocol.ts'
import { asElectron, refuse, strict } from './refusal.ts'
import type { WebContents } from './web-contents.ts'

type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type DeviceHandler = NonNullable<Parameters<Electron.Session['setDevicePermissionHandler']>[0]>
type DisplayHandler = NonNullable<Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]>
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void

/** Electron's names of permissions and those of the DevTools protocol. */
const PROTOCOL_NAMES: Record<string, string[]> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  midi: ['midi'],
  midiSysex: ['midi'],
  'idle-detection': ['idle-detection'],
  'display-capture': ['display-capture'],
  'persistent-storage': ['persistent-storage'],
}

/** The one session. */
class StandInSession extends EventEmitter {
  readonly protocol = protocol
  readonly webRequest = strict(
    {
      onBeforeRequest: (...args: unknown[]) => {
        const [filter, listener] = filterAndListener<BeforeRequest>(args)
        this._beforeRequest = listener && { filter, listener }
      },
      onHeadersReceived: (...args: unknown[]) => {
        const [filter, listener] = filterAndListener<HeadersReceived>(args)
        this._headersReceived = listener && { filter, listener }
      },
    },
    'session.webRequest',
  )
  _beforeRequest: { filter: string[]; listener: BeforeRequest } | null = null
  _headersReceived: { filter: string[]; listener: HeadersReceived } | null = null
  _dark = false
  private requestHandler: RequestHandler | null = null
  private checkHandler: CheckHandler | null = null
  private deviceHandler: DeviceHandler | null = null
  private displayHandler: DisplayHandler | null = null
  private spellChecker = true

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.requestHandler = handler
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.checkHandler = handler
  }

  setDevicePermissionHandler(handler: DeviceHandler | null): void {
    this.deviceHandler = handler
  }

  setDisplayMediaRequestHandler(handler: DisplayHandler | null): void {
    this.displayHandler = handler
  }

  /** What a page may do before it asks: the check handler's answer for the frame's origin, told to Chromium. */
  _applyPermissions(frame: Frame): void {
    const origin = new URL(toChromium(frame.url.startsWith('about:') ? 'about:blank' : frame.url)).origin
    if (origin === 'null') return
    for (const [permission, names] of Object.entries(PROTOCOL_NAMES)) {
      const granted = this.check(null, permission, frame)
      for (const name of names) this.tell(name, granted, origin)
    }
  }

  /** A page asks. Without a handler it is granted, as in Electron. */
  async _ask(
    contents: WebContents,
    frame: Frame | null,
    permission: string,
    details: Record<string, unknown>,
  ): Promise<boolean> {
    if (!frame) return false
    if (permission.startsWith('device:')) return this.askDevice(permission.slice(7), frame)
    if (permission === 'display-capture') return this.askDisplay(frame)
    const handler = this.requestHandler
    const granted = await new Promise<boolean>((resolve) => {
      if (!handler) resolve(true)
      else {
        const full = { requestingUrl: frame.url, isMainFrame: frame.parent === null, ...details }
        handler(asElectron(contents), asElectron(permission), resolve, asElectron(full))
      }
    })
    const origin = new URL(toChromium(frame.url)).origin
    if (origin !== 'null')
      await Promise.all((PROTOCOL_NAMES[permission] ?? []).map((name) => this.tell(name, granted, origin)))
    return granted
  }

  private check(contents: WebContents | null, permission: string, frame: Frame): boolean {
    const details = { isMainFrame: frame.parent === null, requestingUrl: frame.url }
    const handler = this.checkHandler
    return handler ? handler(asElectron(contents), asElectron(permission), frame.origin, asElectron(details)) : true
  }

  private async askDevice(deviceType: string, frame: Frame): Promise<boolean> {
    if (!this.check(null, deviceType, frame)) return false
    const details = { deviceType, origin: frame.origin, device: {}, frame }
    return this.deviceHandler ? this.deviceHandler(asElectron(details)) : false
  }

  private async askDisplay(frame: Frame): Promise<boolean> {
    const handler = this.displayHandler
    if (!handler) return false
    const request = {
      frame,
      securityOrigin: frame.origin,
      videoRequested: true,
      audioRequested: false,
      userGesture: true,
    }
    return new Promise((resolve) => handler(asElectron(request), (streams) => resolve(Boolean(streams?.video))))
  }

  private async tell(name: string, granted: boolean, origin: string): Promise<void> {
    const setting = granted ? 'granted' : 'denied'
    await browser.session.send('Browser.setPermission', { permission: { name }, setting, origin }).catch(() => {})
  }

  /** Tells one page whether it is dark. */
  _applyMedia(session: ProtocolSession): void {
    const value = this._dark ? 'dark' : 'light'
    session.post('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }

  async clearStorageData(): Promise<void> {
    const origins = new Set([...this.protocol._origins()])
    for (const origin of origins)
      await browser.session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }).catch(() => {})
    await browser.session.send('Storage.clearCookies').catch(() => {})
  }

  async clearCache(): Promise<void> {}
  async clearAuthCache(): Promise<void> {}
  async clearCodeCaches(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  flushStorageData(): void {}

  async clearData(): Promise<void> {
    await this.clearStorageData()
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellChecker
  }

  setSpellCheckerLanguages(): void {}

  isPersistent(): boolean {
    return true
  }

  getUserAgent(): string {
    return `Mozilla/5.0 Chrome/${browser.version} Electron/${process.versions.electron}`
  }

  resolveProxy(): never {
    return refuse('session.resolveProxy')
  }
}

function filterAndListener<T>(args: unknown[]): [string[], T | null] {
  const [first, second] = args
  if (typeof first === 'function' || first === null) return [['<all_urls>'], first as T | null]
  return [(first as { urls?: string[] }).urls ?? ['<all_urls>'], (second ?? null) as T | null]
}

/** The session under its own class, for the other files of the stand-in. */
export const defaultSession = strict(new StandInSession(), 'session')
export const session = strict(
  {
    get defaultSession() {
      return defaultSession
    },
    fromPartition: () => refuse('session.fromPartition'),
  },
  'session',
)
