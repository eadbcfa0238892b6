import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, open } from './support.ts'

let app: ElectronApplication
let page: Page
let server: Server
let elsewhere: string
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<title>Elsewhere</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  ;({ app, page } = await launch())
})
afterAll(async () => {
  await app.close()
  server.close()
})

describe('app:// addresses', () => {
  it('are what the main process sees, and a handler gets the request as it was made', async () => {
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.webContents.getURL())).toBe('app://main/')
    const seen = await page.evaluate(async () => (await fetch('/request?q=1', { method: 'POST', body: 'päck' })).json())
    expect(seen).toEqual({ url: 'app://main/request?q=1', method: 'POST', body: 'päck', origin: 'app://main' })
  })

  it('carry large answers and statuses', async () => {
    const outcome = await page.evaluate(async () => [
      (await (await fetch('/big')).arrayBuffer()).byteLength,
      (await fetch('/nothing')).status,
    ])
    expect(outcome).toEqual([8_000_000, 404])
  })

  it('are secure contexts with an origin of their own', async () => {
    const other = await open(app, 'app://other/')
    expect(await other.evaluate('isSecureContext')).toBe(true)
    await other.evaluate(`localStorage.setItem('mark', '1')`)
    expect(await page.evaluate(`localStorage.getItem('mark')`)).toBe(null)
    await other.close()
  })

  it('allow fetch, service workers and foreign origins only with those privileges', async () => {
    const other = await open(app, 'bare://main/')
    const tries = await other.evaluate(async () => [
      await fetch('/request').then(
        () => 'fetched',
        () => 'refused',
      ),
      await fetch('https://main.app.localhost/request').then(
        () => 'fetched',
        () => 'refused',
      ),
    ])
    const worker = await page.evaluate(() =>
      navigator.serviceWorker.register('/script.js').then(
        () => 'registered',
        () => 'refused',
      ),
    )
    expect([...tries, worker]).toEqual(['refused', 'refused', 'refused'])
    await other.close()
  })

  it('cannot be registered or handled out of turn', async () => {
    const words = await app.evaluate(({ app, protocol }) =>
      [
        () => protocol.registerSchemesAsPrivileged([]),
        () => app.enableSandbox(),
        () => protocol.handle('app', () => new Response()),
        () => protocol.handle('other', () => new Response()),
      ].map((attempt) => {
        try {
          return String(attempt())
        } catch (error) {
          return (error as Error).message
        }
      }),
    )
    expect(words).toEqual([
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
      'app.enableSandbox() can only be called before app is ready',
      'Failed to register protocol: app',
      'not in the stand-in: protocol.handle for other, which is not registered as privileged and standard',
    ])
  })
})

describe('a policy in the headers', () => {
  it('is enforced, with addresses of the scheme meaning what they say', async () => {
    const strict = await open(app, 'app://main/strict')
    const outcome = await strict.evaluate(async () => {
      const { inline, fromFile } = window as unknown as Record<string, unknown>
      // Not straight from here: what a debugger evaluates may evaluate in its turn.
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new Function('return "evaluated"')())
          } catch {
            resolve('refused')
          }
        }),
      )
      const near = await fetch('/request').then(
        () => 'fetched',
        () => 'refused',
      )
      return { inline, fromFile, evaluated, near }
    })
    expect(outcome).toEqual({ inline: undefined, fromFile: true, evaluated: 'refused', near: 'fetched' })
    await strict.close()
  })

  it('and nothing is enforced without one', async () => {
    expect(await page.evaluate(() => new Function('return 1')())).toBe(1)
  })
})

describe('permissions', () => {
  const ask = () =>
    page.evaluate(async () => {
      const { state } = await navigator.permissions.query({ name: 'geolocation' })
      const notice = await Notification.requestPermission()
      const place = await new Promise<number | string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('found'),
          (error) => resolve(error.code),
          { timeout: 50 },
        ),
      )
      const camera = await navigator.mediaDevices
        .getUserMedia({ video: true })
        .then(String, (error: Error) => error.name)
      return { state, notice, denied: place === 1, camera }
    })

  it('are granted when nobody is asked, as in Electron', async () => {
    expect(await ask()).toEqual({ state: 'granted', notice: 'granted', denied: false, camera: 'NotFoundError' })
  })

  it('are what the handlers say', async () => {
    await app.evaluate(({ session }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      session.defaultSession.setPermissionCheckHandler(() => false)
      session.defaultSession.setPermissionRequestHandler((contents, permission, callback, details) => {
        asked.push(`${permission} ${details.requestingUrl} ${contents.getURL()}`)
        callback(false)
      })
    })
    await page.reload()
    expect(await ask()).toEqual({ state: 'denied', notice: 'denied', denied: true, camera: 'NotAllowedError' })
    const asked = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
    expect(asked).toEqual(['notifications', 'geolocation', 'media'].map((name) => `${name} app://main/ app://main/`))
  })
})

describe('requests', () => {
  it('go out by default and are stopped by onBeforeRequest', async () => {
    const other = await open(app, elsewhere)
    expect(await other.title()).toBe('Elsewhere')
    await other.close()
    const load = () =>
      app.evaluate(({ session, BrowserWindow }, url) => {
        const seen: string[] = []
        session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
          if (!details.url.endsWith('favicon.ico')) seen.push(`${details.resourceType} ${details.url}`)
          callback({ cancel: !details.url.startsWith('app:') })
        })
        const window = new BrowserWindow({ show: false })
        return window
          .loadURL(url)
          .then(
            () => 'loaded',
            (error: Error) => error.message,
          )
          .then((outcome) => {
            window.destroy()
            session.defaultSession.webRequest.onBeforeRequest(null)
            return { outcome, seen }
          })
      }, elsewhere)
    const { outcome, seen } = await load()
    expect(outcome).toMatch(/^ERR_BLOCKED_BY_CLIENT \(-\d+\) loading 'http/)
    expect(seen).toEqual([`mainFrame ${elsewhere}`])
  })
})

describe('the theme', () => {
  it('reaches every page', async () => {
    const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    const set = (theme: 'dark' | 'light') =>
      app.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source
      }, theme)
    await set('dark')
    await expect.poll(dark).toBe(true)
    await set('light')
    await expect.poll(dark).toBe(false)
  })
})
