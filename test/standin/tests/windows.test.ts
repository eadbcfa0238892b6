import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication, Page } from '@playwright/test'
import type { BrowserWindow, Menu } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAB, launch, open } from './support.ts'

let app: ElectronApplication
let page: Page
let server: Server
let elsewhere: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/target' })
    else response.setHeader('content-type', 'text/html')
    response.end('<title>Elsewhere</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  ;({ app, page } = await launch([LAB, '--stay']))
})
afterAll(async () => {
  await app.close()
  server.close()
})

const windowCount = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
/** Events that a window's preparation has written down on the main process's global object. */
const noted = () => app.evaluate(() => (globalThis as unknown as { noted?: string[] }).noted ?? [])
const NOTE = 'globalThis.noted = []; const note = (text) => globalThis.noted.push(text);'

describe('a window', () => {
  it('has the size, title and state that it was given', async () => {
    const handle = await app.browserWindow(page)
    const shown = await handle.evaluate((window) => ({
      title: window.getTitle(),
      size: window.getSize(),
      visible: window.isVisible(),
      focused: window.isFocused(),
    }))
    expect(shown).toEqual({ title: 'Lab', size: [900, 700], visible: true, focused: true })
    const moved = await handle.evaluate((window) => {
      const events: string[] = []
      for (const name of ['resize', 'move', 'maximize', 'unmaximize', 'minimize', 'restore', 'hide', 'show', 'blur'])
        window.on(name as 'resize', () => events.push(name))
      window.setBounds({ x: 5, y: 6, width: 700, height: 500 })
      window.maximize()
      window.unmaximize()
      window.hide()
      window.show()
      return { events, bounds: window.getBounds() }
    })
    expect(moved.bounds).toEqual({ x: 5, y: 6, width: 700, height: 500 })
    expect(moved.events).toEqual([
      'move',
      'resize',
      'maximize',
      'resize',
      'unmaximize',
      'resize',
      'blur',
      'hide',
      'show',
    ])
    await expect.poll(() => page.evaluate('outerWidth')).toBe(700)
  })

  it('shows its page as a picture and as a PDF', async () => {
    const handle = await app.browserWindow(page)
    const made = await handle.evaluate(async ({ webContents }) => {
      const picture = await webContents.capturePage()
      const pdf = await webContents.printToPDF({})
      return [picture.isEmpty(), picture.getSize().width > 0, pdf.subarray(0, 5).toString()]
    })
    expect(made).toEqual([false, true, '%PDF-'])
  })

  it('runs script in its page and gives back copies and errors', async () => {
    const handle = await app.browserWindow(page)
    const outcome = await handle.evaluate(async ({ webContents }) => [
      await webContents.executeJavaScript('Promise.resolve({ when: new Date(7), list: [1n] })'),
      await webContents.executeJavaScript('undefined'),
      await webContents.executeJavaScript('nowhere.to').catch((error: Error) => error.message),
      await webContents.executeJavaScript('document.body').catch((error: Error) => error.message),
    ])
    expect(outcome).toEqual([
      { when: new Date(7), list: [1n] },
      undefined,
      'nowhere is not defined',
      'An object could not be cloned.',
    ])
  })

  it('tells of a renderer that crashed, and loads again', async () => {
    const other = await open(
      app,
      'app://main/',
      {},
      `${NOTE} window.webContents.on('render-process-gone', (_e, d) => note(d.reason))`,
    )
    const handle = await app.browserWindow(other)
    await handle.evaluate((window) => window.webContents.forcefullyCrashRenderer())
    await expect.poll(noted).toEqual(['crashed'])
    expect(await handle.evaluate((window) => window.webContents.isCrashed())).toBe(true)
    await handle.evaluate((window) => window.loadURL('app://main/form'))
    expect(await handle.evaluate(({ webContents }) => webContents.executeJavaScript('typeof api'))).toBe('object')
    await handle.evaluate((window) => window.destroy())
  })

  it('destroys a window whose page hangs', async () => {
    const other = await open(app, 'app://main/')
    const handle = await app.browserWindow(other)
    const hangs = other.waitForEvent('console', (message) => message.text() === 'hangs')
    const ended = other.evaluate(`console.log('hangs'); for (;;);`).catch(() => 'ended')
    await hangs
    const closed = other.waitForEvent('close')
    await handle.evaluate((window) => window.destroy())
    await closed
    expect(await ended).toBe('ended')
  })
})

describe('a page that opens windows', () => {
  it('may, when no handler says otherwise, and the new window has the same preload', async () => {
    const opened = app.waitForEvent('window')
    await page.evaluate(`void window.open('/inner')`)
    const other = await opened
    await other.waitForURL('**/inner')
    expect(await windowCount()).toBe(2)
    await other.waitForFunction('typeof api === "object"')
    await other.evaluate('window.close()')
    await expect.poll(windowCount).toBe(1)
  })

  it('may not, when the handler denies it', async () => {
    const asked = await app.evaluate(async ({ BrowserWindow }) => {
      const urls: string[] = []
      Object.assign(globalThis, { asked: urls })
      const contents = BrowserWindow.fromId(1)?.webContents
      contents?.setWindowOpenHandler((details) => {
        urls.push(details.url)
        return { action: 'deny' }
      })
      // A page that is shown already learns of a handler in its turn: what is asked of it next comes after.
      await contents?.executeJavaScript('0')
      return urls
    })
    expect(asked).toEqual([])
    const answer = await page.evaluate(() => {
      const answer = window.open('/inner')
      const link = Object.assign(document.createElement('a'), { href: '/form', target: '_blank' })
      document.body.append(link)
      link.click()
      return answer
    })
    expect(answer).toBe(null)
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
      .toEqual(['app://main/inner', 'app://main/form'])
    expect(await windowCount()).toBe(1)
    expect(app.windows().length).toBe(1)
  })
})

describe('a page that goes elsewhere', () => {
  const watch = (prevented: string) =>
    `${NOTE} for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'did-navigate'])
       window.webContents.on(name, (event, url) => {
         note(name + ' ' + (event.url ?? url))
         if (name === '${prevented}' && !(event.url ?? url).endsWith('/form')) event.preventDefault()
       })`

  it('gets there unless a listener prevents it', async () => {
    const other = await open(app, 'app://main/', {}, watch('none'))
    await other.evaluate((url) => void location.assign(url), elsewhere)
    await other.waitForURL(elsewhere)
    await expect
      .poll(noted)
      .toEqual([
        'did-navigate app://main/',
        `will-frame-navigate ${elsewhere}`,
        `will-navigate ${elsewhere}`,
        `did-navigate ${elsewhere}`,
      ])
    await other.close()
  })

  it('stays when will-navigate is prevented, by whatever means it goes', async () => {
    const other = await open(app, 'app://main/', {}, watch('will-navigate'))
    await other.evaluate((url) => void location.assign(url), elsewhere)
    await expect.poll(noted).toContain(`will-navigate ${elsewhere}`)
    await other.evaluate(() => void location.assign('app://main.evil/'))
    await expect.poll(noted).toContain('will-navigate app://main.evil/')
    await other.evaluate((url) => {
      const form = document.body.appendChild(document.createElement('form'))
      Object.assign(form, { action: `${url}sent`, method: 'post' })
      form.submit()
    }, elsewhere)
    await expect.poll(noted).toContain(`will-navigate ${elsewhere}sent`)
    expect(other.url()).toBe('https://main.app.localhost/')
    expect((await noted()).filter((text) => text.startsWith('did-navigate'))).toEqual(['did-navigate app://main/'])
    await other.close()
  })

  it('asks for frames and redirects too, and not for what the main process or the debugger begins', async () => {
    const other = await open(app, 'app://main/', {}, watch('will-redirect'))
    await other.goto('https://main.app.localhost/form')
    await other.evaluate((url) => {
      document.body.appendChild(document.createElement('iframe')).src = `${url}inner`
      location.assign(`${url}moved`)
    }, elsewhere)
    await expect.poll(noted).toContain(`will-redirect ${elsewhere}target`)
    const all = await noted()
    expect(all).toContain(`will-frame-navigate ${elsewhere}inner`)
    expect(all).not.toContain('will-navigate app://main/form')
    expect(other.url()).toBe('https://main.app.localhost/form')
    await other.close()
  })
})

describe('closing', () => {
  it('can be prevented by the app', async () => {
    const other = await open(app, 'app://main/', {}, `window.once('close', (event) => event.preventDefault())`)
    const handle = await app.browserWindow(other)
    await handle.evaluate((window) => window.close())
    expect(await handle.evaluate((window) => window.isDestroyed())).toBe(false)
    await handle.evaluate((window) => window.close())
    await expect.poll(windowCount).toBe(1)
  })

  it('is cancelled in silence by a page that prevents its unloading, unless the app insists', async () => {
    const prepare = `${NOTE} window.webContents.on('will-prevent-unload', (event) => {
      note('will-prevent-unload')
      if (globalThis.noted.length === 2) event.preventDefault()
    }); window.on('closed', () => note('closed'))`
    const other = await open(app, 'app://main/stays', {}, prepare)
    const handle = await app.browserWindow(other)
    await handle.evaluate((window) => window.close())
    await expect.poll(noted).toEqual(['will-prevent-unload'])
    expect(await windowCount()).toBe(2)
    await handle.evaluate((window) => window.close())
    await expect.poll(noted).toEqual(['will-prevent-unload', 'will-prevent-unload', 'closed'])
  })
})

describe('input', () => {
  it('is told to the main process, and unhandled keys press the menu', async () => {
    const handle = await app.browserWindow(page)
    await handle.evaluate((window: BrowserWindow) => {
      const lab = globalThis as unknown as { Menu: typeof Menu; input: string[] }
      lab.input = []
      window.webContents.on('input-event', (_event, input) => lab.input.push(input.type))
      window.webContents.on('before-input-event', (event, input) => {
        lab.input.push(`before ${input.key}`)
        if (input.key === 'j') event.preventDefault()
      })
      const item = (accelerator: string, registerAccelerator = true) => ({
        label: accelerator,
        accelerator,
        registerAccelerator,
        click: () => lab.input.push(`menu ${accelerator}`),
      })
      const submenu = [item('CmdOrCtrl+K'), item('CmdOrCtrl+J'), item('CmdOrCtrl+L', false), item('F2')]
      lab.Menu.setApplicationMenu(lab.Menu.buildFromTemplate([{ label: 'Test', submenu }]))
    })
    await page.bringToFront()
    for (const key of ['Control+k', 'Control+j', 'Control+l', 'F2']) await page.keyboard.press(key)
    await page.mouse.click(10, 10)
    const input = () => app.evaluate(() => (globalThis as unknown as { input: string[] }).input)
    await expect.poll(input).toEqual(expect.arrayContaining(['menu F2', 'mouseUp']))
    expect((await input()).filter((text) => text.startsWith('menu'))).toEqual(['menu CmdOrCtrl+K', 'menu F2'])
    expect(await input()).toEqual(expect.arrayContaining(['before k', 'rawKeyDown', 'keyUp', 'mouseDown']))
  })

  it('leaves a key to the page that takes it', async () => {
    await page.evaluate(() => addEventListener('keydown', (event) => event.preventDefault(), { once: true }))
    await app.evaluate(() => Object.assign(globalThis, { input: [] }))
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+k')
    const input = () => app.evaluate(() => (globalThis as unknown as { input: string[] }).input)
    await expect
      .poll(async () => (await input()).filter((text) => text.startsWith('menu')))
      .toEqual(['menu CmdOrCtrl+K'])
  })

  it('describes what a context menu is asked for', async () => {
    const other = await open(
      app,
      'app://main/form',
      {},
      `${NOTE} window.webContents.on('context-menu', (_e, p) => note([p.isEditable, p.selectionText, p.editFlags.canCut].join()))`,
    )
    await other.locator('#text').selectText()
    await other.locator('#text').click({ button: 'right' })
    await expect.poll(noted).toEqual(['true,some words,true'])
    await other.close()
  })

  it('edits by command', async () => {
    const other = await open(app, 'app://main/form')
    await other.locator('#text').focus()
    const handle = await app.browserWindow(other)
    await handle.evaluate(({ webContents }) => {
      webContents.selectAll()
      webContents.delete()
    })
    await expect.poll(() => other.locator('#text').inputValue()).toBe('')
    await handle.evaluate(({ webContents }) => webContents.undo())
    await expect.poll(() => other.locator('#text').inputValue()).toBe('some words')
    await other.close()
  })
})

describe('what a window allows only when asked', () => {
  it('attaches webviews with webviewTag alone, and a listener may prevent it', async () => {
    const prepare = `${NOTE} const { webContents } = window
      webContents.on('will-attach-webview', (event) => { note('will'); if (globalThis.deny) event.preventDefault() })
      webContents.on('did-attach-webview', () => note('did'))`
    const without = await open(app, 'app://main/webview', {}, prepare)
    await without.close()
    expect(await noted()).toEqual([])
    const withTag = await open(app, 'app://main/webview', { webviewTag: true }, prepare)
    await expect.poll(noted).toEqual(['will', 'did'])
    await withTag.close()
    const denied = await open(app, 'app://main/webview', { webviewTag: true }, `globalThis.deny = true; ${prepare}`)
    await expect.poll(noted).toEqual(['will'])
    await denied.close()
  })

  it('opens developer tools unless they are off', async () => {
    const opened = await app.evaluate(({ BrowserWindow }) =>
      [true, false].map((devTools) => {
        const window = new BrowserWindow({ show: false, webPreferences: { devTools } })
        window.webContents.openDevTools()
        const open = window.webContents.isDevToolsOpened()
        window.destroy()
        return open
      }),
    )
    expect(opened).toEqual([true, false])
  })
})
