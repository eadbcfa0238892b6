import type { ElectronApplication, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, launch, open } from './support.ts'

type Api = {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  invokeFunction(): Promise<unknown>
  send(channel: string, ...args: unknown[]): void
  on(channel: string, callback: (...args: unknown[]) => void): () => void
  callBack(callback: (...args: unknown[]) => unknown): unknown
  throws(): void
  later(): Promise<{ when: Date }>
  refuses(): Promise<void>
  nested: { list: unknown[]; add(a: number, b: number): number }
  required: Record<string, string>
  renderer: Record<string, unknown>
}
declare const api: Api

let app: ElectronApplication
let page: Page
beforeAll(async () => {
  ;({ app, page } = await launch())
})
afterAll(() => app.close())

describe('the preload of a sandboxed window', () => {
  it('gets the modules that Electron gives it and no other', async () => {
    const { required, renderer } = await page.evaluate(() => ({ required: api.required, renderer: api.renderer }))
    expect(required).toEqual({ events: 'function', fs: 'module not found: fs', path: 'module not found: node:path' })
    expect(renderer).toMatchObject({ sandboxed: true, isolated: true, type: 'renderer' })
    expect(renderer.members).toEqual([
      'contextBridge',
      'crashReporter',
      'ipcRenderer',
      'nativeImage',
      'webFrame',
      'webUtils',
    ])
  })

  it('leaves nothing of Node or of itself in the page', async () => {
    const found = await page.evaluate(() => {
      const names = ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer']
      const frame = document.body.appendChild(document.createElement('iframe'))
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow))
      frame.remove()
      const extra = Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^\d+$/.test(name))
      return { names: names.filter((name) => name in window), extra: extra.filter((name) => !name.startsWith('__pw')) }
    })
    expect(found).toEqual({ names: [], extra: ['api'] })
  })

  it('runs before the first script of the page', async () => {
    const other = await open(app, 'app://main/preload-order')
    expect(await other.evaluate('window.seenFirst')).toBe('object')
    await other.close()
  })
})

describe('the bridge', () => {
  it('is frozen all the way down', async () => {
    const outcome = await page.evaluate(() => {
      const tries = [
        () => Object.assign(api, { invoke: 1 }),
        () => api.nested.list.push(1),
        () => Object.assign(window, { api: 1 }),
      ]
      return tries.map((attempt) => {
        try {
          attempt()
          return 'changed'
        } catch (error) {
          return (error as Error).name
        }
      })
    })
    expect(outcome).toEqual(['TypeError', 'TypeError', 'TypeError'])
  })

  it('carries functions, callbacks and promises', async () => {
    const outcome = await page.evaluate(async () => ({
      sum: api.nested.add(2, 3),
      back: api.callBack((object, list) => [object, list]),
      when: (await api.later()).when.getTime(),
      refused: await api.refuses().catch((error: Error) => [error instanceof Error, error.message]),
    }))
    expect(outcome).toEqual({ sum: 5, back: [{ n: 1 }, [2]], when: 5, refused: [true, 'not now'] })
  })

  it('carries errors by their message', async () => {
    const caught = await page.evaluate(() => {
      try {
        return [api.throws()]
      } catch (error) {
        return [error instanceof Error, (error as Error).message]
      }
    })
    expect(caught).toEqual([true, 'too far'])
  })

  it('is out of reach of a page that changes built-in objects', async () => {
    const other = await open(app, 'app://main/')
    const outcome = await other.evaluate(async () => {
      const stolen: unknown[] = []
      const keep = (value: unknown) => stolen.push(value)
      EventTarget.prototype.dispatchEvent = (event) => Boolean(keep(event))
      EventTarget.prototype.addEventListener = (...args: unknown[]) => keep(args)
      Array.prototype.map = () => []
      WeakMap.prototype.get = () => keep('map')
      return { reply: await api.invoke('echo', 'x'), stolen: stolen.length }
    })
    expect(outcome).toEqual({ reply: ['x'], stolen: 0 })
    await other.close()
  })
})

describe('calls to the main process', () => {
  it('carry what structured clone carries', async () => {
    const types = await page.evaluate(() => {
      const cycle: Record<string, unknown> = {}
      cycle.self = cycle
      const values = [
        new Date(0),
        new Map([[1, 2]]),
        new Set([1]),
        new ArrayBuffer(2),
        new Uint8Array(3),
        /x/g,
        undefined,
        1n,
        cycle,
      ]
      return api.invoke('types', ...values)
    })
    const names = ['Date', 'Map', 'Set', 'ArrayBuffer', 'Uint8Array', 'RegExp', 'Undefined', 'BigInt', 'Object']
    expect(types).toEqual(names.map((name) => `[object ${name}]`))
  })

  it('bring values back unchanged', async () => {
    const same = await page.evaluate(async () => {
      const cycle: Record<string, unknown> = {
        list: Object.assign(new Array(3), { 0: 1, 2: 3 }),
        text: '\u2028"\ud83d\ude00',
      }
      cycle.self = cycle
      const sent = [
        Number.NaN,
        -0,
        undefined,
        10n,
        new Map([['a', new Set([1])]]),
        new Uint8Array([1, 2]),
        cycle,
      ] as const
      const [nan, zero, nothing, big, map, bytes, back] = (await api.invoke('echo', ...sent)) as typeof sent
      return [
        Number.isNaN(nan),
        Object.is(zero, -0),
        nothing === undefined,
        big === 10n,
        (map as Map<string, Set<number>>).get('a')?.has(1),
        (bytes as Uint8Array).join(),
        (back as typeof cycle).self === back,
        (back as typeof cycle).text,
        1 in (back as { list: number[] }).list,
      ]
    })
    expect(same).toEqual([true, true, true, true, true, '1,2', true, '\u2028"\ud83d\ude00', false])
  })

  it('fail in the words of Electron', async () => {
    const words = await page.evaluate(() =>
      Promise.all(
        [api.invoke('fail'), api.invoke('missing'), api.invoke('unclonable'), api.invokeFunction()].map((call) =>
          call.then(String, (error: Error) => error.message),
        ),
      ),
    )
    expect(words).toEqual([
      "Error invoking remote method 'fail': TypeError: wrong thing",
      "Error invoking remote method 'missing': Error: No handler registered for 'missing'",
      "Error invoking remote method 'unclonable': Error: An object could not be cloned.",
      'An object could not be cloned.',
    ])
  })

  it('tell who sent them, and that a page has gone since', async () => {
    expect(await page.evaluate(() => api.invoke('sender'))).toEqual({
      url: 'app://main/',
      origin: 'app://main',
      main: true,
    })
    const other = await open(app, 'app://main/frames', { nodeIntegrationInSubFrames: true })
    const inner = other.frames()[1]
    expect(await inner?.evaluate(() => api.invoke('sender'))).toEqual({
      url: 'app://main/inner',
      origin: 'app://main',
      main: false,
    })
    await other.close()
  })

  it('reach listeners until they are taken off', async () => {
    await page.evaluate(() => {
      const heard: unknown[] = []
      const off = api.on('news', (...args) => heard.push(args))
      Object.assign(window, { heard, off })
    })
    const push = (text: string) =>
      app.evaluate(
        ({ BrowserWindow }, sent) => BrowserWindow.fromId(1)?.webContents.send('news', sent, { n: 1n }),
        text,
      )
    await push('one')
    await page.waitForFunction('heard.length === 1')
    await page.evaluate('off()')
    await push('two')
    expect(await page.evaluate('heard.length === 1 && heard[0][0] === "one" && heard[0][1].n === 1n')).toBe(true)
    await page.evaluate(() => api.send('note', 'sent'))
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as Lab).received))
      .toEqual([{ args: ['sent'], gone: false }])
  })
})

describe('a preload that asks for more', () => {
  it('shares the page when contextIsolation is off', async () => {
    const other = await open(app, 'app://main/', { contextIsolation: false })
    expect(await other.evaluate(() => api.renderer.isolated)).toBe(false)
    expect(await other.evaluate(() => Object.isFrozen(api))).toBe(false)
    await other.close()
  })

  it('puts Node into the page when nothing forbids it, and not where the sandbox does', async () => {
    const loose = { contextIsolation: false, nodeIntegration: true }
    const open1 = await open(app, 'app://main/', { ...loose, sandbox: false })
    expect(await open1.evaluate('[typeof require, process.versions.node?.split(".")[0], typeof Buffer]')).toEqual([
      'function',
      '24',
      'object',
    ])
    const open2 = await open(app, 'app://main/', { ...loose, sandbox: true })
    expect(await open2.evaluate('typeof require')).toBe('undefined')
    await open1.close()
    await open2.close()
  })

  it('is refused what the stand-in lacks', async () => {
    const refused = await app.evaluate(({ BrowserWindow, Tray }) => {
      const words: string[] = []
      for (const attempt of [() => new BrowserWindow({ webPreferences: { offscreen: true } }), () => new Tray('x.png')])
        try {
          attempt()
        } catch (error) {
          words.push((error as Error).message)
        }
      return words
    })
    expect(refused).toEqual(['not in the stand-in: webPreferences.offscreen', 'not in the stand-in: Tray'])
  })
})
