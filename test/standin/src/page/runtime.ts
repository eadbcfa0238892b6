import type { Codec } from '../clone.ts'
import type { Bridge } from './bridge.ts'
import type { EmitterClass, Listener } from './emitter.ts'
import type { reportInput as ReportInput } from './input.ts'
import type { FromPage, RuntimeOptions } from './messages.ts'

/**
 * Runs in the preload's world before the preload: ipcRenderer, contextBridge, what a sandboxed preload may require, and reports
 * of input. Its text is put into pages, so it refers to nothing outside itself.
 */
export function startRuntime(
  codec: Codec,
  bridge: Bridge | undefined,
  options: RuntimeOptions,
  EventEmitter: EmitterClass,
  reportInput: typeof ReportInput,
): void {
  const world = globalThis as unknown as Record<string, unknown>
  const tell = world[options.binding] as (text: string) => void
  if (!options.isolated) delete world[options.binding]
  const post = (message: FromPage): void => tell(JSON.stringify(message))
  const top = window === window.top
  type Waiter = { resolve: (value: unknown) => void; reject: (error: unknown) => void; channel: string }
  const waiting = new Map<number, Waiter>()
  const asked = new Map<number, (granted: boolean) => void>()
  const webviews = new Map<number, HTMLElement>()
  let lastId = 0

  const refuse = (what: string): never => {
    throw new Error(`not in the stand-in: ${what}`)
  }
  const refusing = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get: (object, key, receiver) =>
        typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON'
          ? Reflect.get(object, key, receiver)
          : refuse(`${name}.${key}`),
    })

  const pack = (args: unknown[]): string => {
    let copy: unknown
    try {
      copy = structuredClone(args)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    return codec.encode(copy)
  }

  class IpcRenderer extends EventEmitter {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const text = pack(args)
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, channel })
        post({ kind: 'invoke', id, channel: String(channel), text })
      })
    }
    send(channel: string, ...args: unknown[]): void {
      post({ kind: 'send', channel: String(channel), text: pack(args) })
    }
    sendSync(): never {
      return refuse('ipcRenderer.sendSync')
    }
    sendToHost(): never {
      return refuse('ipcRenderer.sendToHost')
    }
    postMessage(): never {
      return refuse('ipcRenderer.postMessage')
    }
  }
  const ipcRenderer = new IpcRenderer()

  const contextBridge = {
    exposeInMainWorld(name: string, value: unknown): void {
      if (!bridge) throw new Error('contextBridge API can only be used when contextIsolation is enabled')
      bridge.expose(name, value)
    },
    exposeInIsolatedWorld: () => refuse('contextBridge.exposeInIsolatedWorld'),
    executeInMainWorld: () => refuse('contextBridge.executeInMainWorld'),
  }
  const electron = refusing(
    {
      contextBridge: refusing(contextBridge, 'contextBridge'),
      ipcRenderer: refusing(ipcRenderer, 'ipcRenderer'),
      webFrame: refusing({ routingId: 1 }, 'webFrame'),
      webUtils: refusing({}, 'webUtils'),
      nativeImage: refusing({}, 'nativeImage'),
      crashReporter: refusing({}, 'crashReporter'),
    },
    'electron (preload)',
  )

  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: Object.assign(EventEmitter, { EventEmitter, default: EventEmitter }),
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  }
  const require = (name: string): unknown => {
    const found = modules[name.replace(/^node:/, '')]
    if (!found) throw new Error(`module not found: ${name}`)
    return found
  }

  const emitter = new EventEmitter()
  const processHere = Object.assign(emitter, options.process, {
    type: 'renderer',
    sandboxed: options.sandboxed,
    contextIsolated: options.isolated,
    isMainFrame: top,
    nextTick: (callback: Listener, ...args: unknown[]) => queueMicrotask(() => callback(...args)),
    uptime: () => performance.now() / 1000,
  })
  const setImmediate = (callback: Listener, ...args: unknown[]): number => window.setTimeout(callback, 0, ...args)
  const clearImmediate = (id: number): void => window.clearTimeout(id)
  const BufferHere = refusing(
    {
      from(value: string | ArrayLike<number>, encoding = 'utf8'): Uint8Array {
        if (typeof value !== 'string') return Uint8Array.from(value)
        if (encoding === 'utf8' || encoding === 'utf-8') return new TextEncoder().encode(value)
        if (encoding === 'base64') return Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0))
        return refuse(`Buffer.from with ${encoding}`)
      },
      isBuffer: (value: unknown) => value instanceof Uint8Array,
      byteLength: (value: string) => new TextEncoder().encode(value).length,
    },
    'Buffer (preload)',
  )

  const runPreload = (preload: (...args: unknown[]) => void): void => {
    if (!top && !options.subframes) return
    const module = { exports: {} }
    try {
      const run = { process: processHere, global: globalThis, exports: module.exports, module }
      preload(require, run.process, BufferHere, run.global, setImmediate, clearImmediate, run.exports, module)
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error))
      post({ kind: 'preload-error', message, stack: stack ?? message })
    }
  }

  const settle = (id: number, ok: boolean, text: string): void => {
    const waiter = waiting.get(id)
    waiting.delete(id)
    if (ok) waiter?.resolve(codec.decode(text))
    else waiter?.reject(new Error(`Error invoking remote method '${waiter.channel}': ${text}`))
  }

  const runtime = {
    runPreload,
    settle,
    receive(channel: string, text: string): void {
      const args = codec.decode(text) as unknown[]
      ipcRenderer.emit(channel, { sender: ipcRenderer, senderId: 0, ports: [], preventDefault() {} }, ...args)
    },
    answerPermission(id: number, granted: boolean): void {
      asked.get(id)?.(granted)
      asked.delete(id)
    },
    setDecidesOpening(value: boolean): void {
      decides = value
    },
    attachWebview(id: number, url: string): void {
      const frame = document.createElement('iframe')
      frame.src = url
      const host = webviews.get(id)
      if (host && !host.shadowRoot) host.attachShadow({ mode: 'open' }).append(frame)
    },
    /** Runs the page's beforeunload handlers; true when one of them wants to stay. */
    wantsToStay(): boolean {
      asking = true
      const event = document.createEvent('BeforeUnloadEvent')
      event.initEvent('beforeunload', false, true)
      window.dispatchEvent(event)
      asking = false
      return event.defaultPrevented || Boolean((event as BeforeUnloadEvent).returnValue)
    },
  }
  Object.defineProperty(world, options.entry, { value: runtime, enumerable: false, configurable: !options.isolated })

  /** Asks the main process whether the page may; the main world calls it through the bridge. */
  const askPermission = (permission: string, details: Record<string, unknown>): Promise<boolean> =>
    new Promise((resolve) => {
      const id = ++lastId
      asked.set(id, resolve)
      post({ kind: 'permission', id, permission, details })
    })
  const { baseURI } = Object.getOwnPropertyDescriptors(Node.prototype)
  let decides = options.decidesOpening
  /** Leaves a wish for a window to the app when it decides on them; true when it does. */
  const leaveOpening = (url: string, name: string, features: string, disposition: string): boolean => {
    if (!decides) return false
    const base = baseURI?.get?.call(document) as string
    const resolved = URL.canParse(url, base) ? new URL(url, base).href : url
    post({ kind: 'window-open', url: resolved, name, features, disposition })
    return true
  }
  const pageHooks = {
    askPermission,
    leaveOpening,
    close: () => post({ kind: 'close' }),
  }
  if (bridge) bridge.lend(pageHooks)
  else Object.defineProperty(world, `${options.entry}Hooks`, { value: pageHooks, enumerable: false })

  if (options.nodeInPage) {
    const page = world as Record<string, unknown>
    const module = { exports: {} }
    Object.assign(page, { require, process: processHere, Buffer: BufferHere, global: globalThis, module })
    Object.assign(page, { exports: module.exports, setImmediate, clearImmediate })
  }

  reportInput(post, leaveOpening, options.guardKeys)
  let asking = false
  if (options.guardClose && top)
    window.addEventListener('beforeunload', (event) => {
      if (!asking) event.preventDefault()
    })

  if (options.webviewTag) {
    const attach = (element: HTMLElement): void => {
      if (!element.getAttribute('src') || [...webviews.values()].includes(element)) return
      const id = ++lastId
      webviews.set(id, element)
      const params = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
      post({ kind: 'webview', id, params })
    }
    const scan = (): void => {
      for (const element of document.querySelectorAll('webview')) attach(element as HTMLElement)
    }
    new MutationObserver(scan).observe(document, { childList: true, subtree: true, attributeFilter: ['src'] })
  }
}
