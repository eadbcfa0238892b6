import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { callNames } from '../../electron/contract/names.ts'
import type { GuardName } from '../support/without-guard.ts'
import { test as testWithCompany } from './company.ts'
import { expect, type Launched, test, untilShown } from './fixtures.ts'
import { admin, loginToDashboard, logOut } from './people.ts'

/**
 * The guards of every page, each twice: the attack fails against Staffdesk, and succeeds against a Staffdesk that is
 * started without that one guard. The second proves that the first can fail.
 */

/** Another site, on this computer. */
let evil: Server
let evilOrigin = ''
const asked: string[] = []

test.beforeAll(async () => {
  evil = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'text/html').end('<title>evil</title><h1>evil</h1>')
  })
  await new Promise<void>((listening) => evil.listen(0, '127.0.0.1', listening))
  evilOrigin = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`
})

test.afterAll(() => evil.close())

type Seen = boolean | number | string | readonly (number | string)[]

/** So long is waited, in milliseconds, where it is to be seen that nothing happens. */
const moment = 300

interface Attack<Outcome extends Seen> {
  readonly name: string
  readonly guard: GuardName
  /** Answers what came of it. */
  readonly attack: (launched: Launched) => Promise<Outcome>
  /** Where that takes its time: looks once more. */
  readonly lookAgain?: (launched: Launched) => Promise<Outcome>
  readonly guarded: Outcome
  readonly unguarded: Outcome
  /** Whether the page still shows a screen without the guard. */
  readonly unguardedShows?: boolean
}

function twins<Outcome extends Seen>({
  name,
  guard,
  attack,
  lookAgain,
  guarded,
  unguarded,
  unguardedShows,
}: Attack<Outcome>): void {
  test(`${name}: stopped`, async ({ launch }) => {
    const launched = await launch()
    expect(await attack(launched)).toEqual(guarded)
  })
  test(`${name}: succeeds without the guard`, async ({ launch }) => {
    const launched = await launch({ without: guard, shows: unguardedShows })
    const seen = await attack(launched)
    if (lookAgain) await expect.poll(() => lookAgain(launched)).toEqual(unguarded)
    else expect(seen).toEqual(unguarded)
  })
}

const curious = 'test/support/curious-preload.cjs'

twins({
  name: 'E1 a request to another site',
  guard: 'network',
  attack: async ({ page }) => {
    asked.length = 0
    await page.evaluate((url) => fetch(`${url}/leak`, { mode: 'no-cors' }).catch(() => undefined), evilOrigin)
    return [...asked]
  },
  guarded: [],
  unguarded: ['/leak'],
})

test('E1 a request to another site is stopped even where the policy would let it pass', async ({ launch }) => {
  const { page } = await launch({ without: 'contentSecurityPolicy' })
  asked.length = 0
  await page.evaluate((url) => fetch(`${url}/leak`, { mode: 'no-cors' }).catch(() => undefined), evilOrigin)
  expect(asked).toEqual([])
})

twins({
  name: 'E2 Node within reach of the page',
  guard: 'nodeIntegration',
  attack: ({ page }) => page.evaluate(() => ['require', 'process', 'Buffer'].filter((name) => name in globalThis)),
  guarded: [],
  unguarded: ['require', 'process', 'Buffer'],
  unguardedShows: false,
})

twins({
  name: 'E3 the bridge stands in the world of the page',
  guard: 'contextIsolation',
  // Without isolation Electron refuses the bridge, so the page would have to be handed bare objects.
  attack: ({ page }) => page.evaluate(() => 'staffdesk' in globalThis),
  guarded: true,
  unguarded: false,
  unguardedShows: false,
})

const nodeInPreload = ({ page }: Launched): Promise<boolean> =>
  page.evaluate(() => (globalThis as unknown as { curious: { node: string } }).curious.node === 'function')

test('E4 Node within reach of the preload: stopped', async ({ launch }) => {
  expect(await nodeInPreload(await launch({ preload: curious, shows: false }))).toBe(false)
})

test('E4 Node within reach of the preload: succeeds without the guard @real-electron', async ({ launch }) => {
  expect(await nodeInPreload(await launch({ preload: curious, shows: false, without: 'sandbox' }))).toBe(true)
})

twins({
  name: 'E5 a permission that the page asks for',
  guard: 'permissions',
  attack: ({ page }) =>
    page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const
      const states = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
      return states.map(({ state }) => state)
    }),
  guarded: ['denied', 'denied', 'denied', 'denied'],
  unguarded: ['granted', 'granted', 'granted', 'granted'],
})

const readAnotherSite = ({ page }: Launched): Promise<boolean> =>
  page.evaluate((url) => fetch(url).then(Boolean, () => false), evilOrigin)

test('E6 reading another site: stopped', async ({ launch }) => {
  // Without the policy and the network guard, so that it is the preference that stops it.
  expect(await readAnotherSite(await launch({ without: 'network' }))).toBe(false)
})

test('E6 reading another site: succeeds without the guard @real-electron', async ({ launch }) => {
  expect(await readAnotherSite(await launch({ without: 'webSecurity' }))).toBe(true)
})

twins({
  name: 'E7 a script slipped into the page',
  guard: 'contentSecurityPolicy',
  attack: ({ page }) =>
    page.evaluate(() => {
      const script = document.createElement('script')
      try {
        script.textContent = 'globalThis.owned = true'
        document.body.append(script)
      } catch {
        // Trusted Types refuse the text.
      }
      return 'owned' in globalThis
    }),
  guarded: false,
  unguarded: true,
})

twins({
  name: 'E7 markup slipped into the page',
  guard: 'contentSecurityPolicy',
  attack: ({ page }) =>
    page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<p id="slipped">hello</p>')
      } catch {
        // Trusted Types refuse the text.
      }
      return document.getElementById('slipped') !== null
    }),
  guarded: false,
  unguarded: true,
})

test('E7 every page has the policy, to the letter, and a nonce of its own', async ({ launch }) => {
  const { app } = await launch()
  const [one, two] = await app.evaluate(({ net }) =>
    Promise.all(
      ['one', 'two'].map(async () => {
        const page = await net.fetch('app://main/index.html')
        return page.headers.get('content-security-policy') ?? 'no policy'
      }),
    ),
  )
  expect(one).not.toEqual(two)
  expect(one?.replace(/'nonce-[^']+'/, "'nonce-…'")).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "frame-src 'none'; worker-src 'none'; require-trusted-types-for 'script'; trusted-types default",
  )
})

const attachedWebviews = ({ app }: Launched): Promise<number> =>
  app.evaluate(() => (globalThis as unknown as { attached: number }).attached)

const attachWebview = async (launched: Launched): Promise<number> => {
  const { app, page } = launched
  await app.evaluate(({ webContents }) => {
    const counted = globalThis as unknown as { attached: number }
    counted.attached = 0
    for (const contents of webContents.getAllWebContents()) {
      contents.on('did-attach-webview', () => {
        counted.attached += 1
      })
    }
  })
  await page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'data:text/html,evil')
    document.body.append(view)
  })
  await page.waitForTimeout(moment)
  return attachedWebviews(launched)
}

test('E11 a webview does not attach, as the tag is off', async ({ launch }) => {
  expect(await attachWebview(await launch({ without: 'webviewListener' }))).toBe(0)
})

test('E12 a webview does not attach even where the tag is enabled', async ({ launch }) => {
  expect(await attachWebview(await launch({ without: 'webviewTag' }))).toBe(0)
})

test('E11 and E12 a webview attaches without the two guards', async ({ launch }) => {
  const launched = await launch({ without: 'webview' })
  await attachWebview(launched)
  await expect.poll(() => attachedWebviews(launched)).toBe(1)
})

/** Leaves as a page does, and waits until the attempt has been decided: a later task of the page or another page. */
async function leaveFor(page: Page, address: string): Promise<void> {
  await page.evaluate((url) => {
    setTimeout(() => {
      location.href = url
    })
  }, address)
  await page.waitForTimeout(moment)
  await page.waitForLoadState()
}

const isElsewhere = async ({ page }: Launched): Promise<boolean> => (await page.title()) === 'evil'

twins({
  name: 'E13 leaving for another site',
  guard: 'navigation',
  attack: async (launched) => {
    await leaveFor(launched.page, evilOrigin)
    return isElsewhere(launched)
  },
  lookAgain: isElsewhere,
  guarded: false,
  unguarded: true,
})

for (const address of ['app://main.evil/', 'file:///etc/hostname', 'data:text/html,<h1>evil</h1>']) {
  test(`E13 leaving for ${address}: stopped`, async ({ launch }) => {
    const { app, page } = await launch()
    await leaveFor(page, address)
    await untilShown(page)
    const shown = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
    expect(shown).toMatch(/^app:\/\/main\//)
  })
}

const openWindows = ({ app }: Launched): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

twins({
  name: 'E14 opening a window',
  guard: 'windowOpen',
  attack: async (launched) => {
    const { page } = launched
    await page.evaluate((url) => {
      window.open(url)
    }, evilOrigin)
    await page.waitForTimeout(moment)
    return openWindows(launched)
  },
  lookAgain: openWindows,
  guarded: 1,
  unguarded: 2,
})

test('E17 another site in our window is not heard, and is without the check', async ({ launch, folder }) => {
  const ask = async (without: GuardName) => {
    const { page, child } = await launch({ without, folder })
    await page.goto(evilOrigin)
    const answer = await page.evaluate(() => window.staffdesk.application.start({}))
    child.kill('SIGTERM')
    await new Promise((gone) => child.once('exit', gone))
    return answer.ok ? 'heard' : answer.error.code
  }
  expect(await ask('navigation')).toBe('FORBIDDEN')
  expect(await ask('senderCheck')).toBe('heard')
})

twins({
  name: 'E18 a path out of the renderer',
  guard: 'findFile',
  attack: ({ app }) =>
    app.evaluate(async ({ net }) => {
      const paths = ['%2e%2e%2f%2e%2e%2fpackage.json', '..%2f..%2fpackage.json', 'assets/..%2f..%2f..%2fpackage.json']
      const answers = await Promise.all(paths.map((path) => net.fetch(`app://main/${path}`)))
      return answers.map(({ status }) => status)
    }),
  guarded: [404, 404, 404],
  unguarded: [200, 200, 200],
})

for (const without of [undefined, 'photoCheck'] as const) {
  const outcome = without === undefined ? 'stopped' : 'succeeds without the guard'
  testWithCompany(`E18 a photo after its session has ended: ${outcome}`, async ({ launch }) => {
    const { app, page } = await launch({ without })
    await loginToDashboard(page, admin.username, admin.password)
    const token = await page.evaluate(async () => {
      const canvas = document.createElement('canvas')
      canvas.getContext('2d')?.fillRect(0, 0, 100, 100)
      const blob = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/webp'))
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
      await window.staffdesk.photos.save({ employeeId: 1, bytes })
      const answer = await window.staffdesk.photos.token({})
      return answer.ok ? answer.value.token : ''
    })
    const ask = () =>
      app.evaluate(async ({ net }, address) => (await net.fetch(address)).status, `app://main/photo/1?v=1&k=${token}`)
    expect(await ask()).toBe(200)
    await logOut(page)
    expect(await ask()).toBe(without === undefined ? 404 : 200)
  })
}

twins({
  name: 'a file that the page downloads',
  guard: 'downloads',
  attack: async ({ app, page }) => {
    // Says where to, as the person would whom Electron asks. Waits until it listens: the page's click goes another way.
    const ended = await app.evaluateHandle(({ app, session }) => {
      const outcome = new Promise<string>((tell) => {
        session.defaultSession.on('will-download', (event, item) => {
          if (event.defaultPrevented) return tell('prevented')
          item.setSavePath(`${app.getPath('userData')}/kept.txt`)
          item.once('done', (_event, state) => tell(state))
        })
      })
      return { outcome }
    })
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'data:text/plain,kept'
      link.download = 'kept.txt'
      document.body.append(link)
      link.click()
    })
    const kept = join(await app.evaluate(({ app }) => app.getPath('userData')), 'kept.txt')
    return [await ended.evaluate(({ outcome }) => outcome), existsSync(kept) ? readFileSync(kept, 'utf8') : 'no file']
  },
  guarded: ['prevented', 'no file'],
  unguarded: ['completed', 'kept'],
})

test('E20 the page is given the calls of the contract and nothing else', async ({ launch }) => {
  const { page } = await launch()
  const given = await page.evaluate(() =>
    Object.fromEntries(
      Object.entries(window.staffdesk).map(([feature, calls]) => [
        feature,
        typeof calls === 'function' ? 'function' : Object.keys(calls),
      ]),
    ),
  )
  expect(given).toEqual({ ...callNames, on: 'function' })
  expect(await page.evaluate(() => Object.isFrozen(window.staffdesk) && Object.isFrozen(window.staffdesk.setup))).toBe(
    true,
  )
})

test('E20 an event hands on its payload alone', async ({ launch }) => {
  const { app, page } = await launch()
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    window.staffdesk.on('sessions.changed', (...given: unknown[]) => heard.push(given))
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.send('sessions.changed', {}))
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([[{}]])
})

test('E20 a preload that hands on the channels would let the page name any', async ({ launch }) => {
  const { page } = await launch({ preload: curious, shows: false })
  const answer = await page.evaluate(() =>
    (
      globalThis as unknown as { curious: { invoke: (channel: string, input: unknown) => Promise<{ ok: boolean }> } }
    ).curious.invoke('application.start', {}),
  )
  expect(answer.ok).toBe(true)
})

const hasDeveloperTools = ({ app }: Launched): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened() ?? false)

twins({
  name: 'E21 the developer tools',
  guard: 'devTools',
  attack: async (launched) => {
    const { app, page } = launched
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.openDevTools({ mode: 'detach' }),
    )
    await page.waitForTimeout(moment)
    return hasDeveloperTools(launched)
  },
  lookAgain: hasDeveloperTools,
  guarded: false,
  unguarded: true,
})

test('E23 a second start gives way to the first, and does not without the lock', async ({ launch }) => {
  const { child } = await launch({ without: 'singleInstance' })
  const second = await launch({ without: 'singleInstance' })
  expect(child.exitCode).toBeNull()
  expect(second.child.exitCode).toBeNull()
})
