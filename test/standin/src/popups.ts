import { fromChromium, toChromium } from './addresses.ts'
import { type AttachedPage, browser } from './browser.ts'
import type { Params } from './connection.ts'
import { WebContents } from './web-contents.ts'
import { BrowserWindow } from './window.ts'

/**
 * Pages that were opened by pages, and what their openers have said of them; each pair makes a window or a refusal. A page gets its
 * opener's preload at once, before anything is decided: another debugger may let it run.
 */
const popups: { page: AttachedPage; contents: WebContents }[] = []
const announced: { opener: BrowserWindow; event: Params }[] = []
/** How long a page without a word from its opener is waited for, in milliseconds: one opened by a middle click has none. */
const ANNOUNCEMENT_BOUND = 300

/** The session of a page tells that it opens a window, with what address and name. */
function announce(contents: WebContents, event: Params): void {
  const opener = BrowserWindow.fromWebContents(contents)
  if (opener) announced.push({ opener, event })
  matchPopups()
}

function matchPopups(): void {
  while (popups.length > 0 && announced.length > 0) {
    const popup = popups.shift() as (typeof popups)[number]
    const { opener, event } = announced.shift() as (typeof announced)[number]
    decidePopup(opener, event, popup.contents)
  }
}

function decidePopup(opener: BrowserWindow, event: Params, contents: WebContents): void {
  const url = String(event.url)
  const features = ((event.windowFeatures as string[] | undefined) ?? []).join(',')
  const name = String(event.windowName ?? '')
  const options = opener._optionsForPopup({ url, name, features, disposition: 'foreground-tab' })
  if (!options) {
    contents._destroy()
    return
  }
  contents._ownNavigations = 1
  const child = new BrowserWindow(options, contents)
  contents._resume()
  // A page of the opener's origin takes over the empty document's window, in which no script of ours runs: loaded again, it has its own.
  contents.once('did-finish-load', async () => {
    if (!(await contents._frames?.hasRuntime())) contents.reload()
  })
  const details = { url: fromChromium(url), frameName: name, options, disposition: 'foreground-tab' }
  opener.webContents.emit('did-create-window', child, details)
  // An address of a custom scheme goes nowhere in Chromium by itself.
  if (toChromium(url) !== url) contents.loadURL(url).catch(() => {})
}

function openerOf(page: AttachedPage): BrowserWindow | undefined {
  const windows = BrowserWindow.getAllWindows()
  const byId = windows.find(({ webContents }) => webContents._targetId === page.info.openerId)
  return byId ?? announced[0]?.opener ?? BrowserWindow.getFocusedWindow() ?? windows[0]
}

browser.on('popup', (page: AttachedPage) => {
  const opener = openerOf(page)
  if (!opener) {
    browser.session.post('Target.closeTarget', { targetId: page.info.targetId })
    return
  }
  const contents = new WebContents(opener.webContents._preferences, true)
  contents._attach(page)
  const popup = { page, contents }
  popups.push(popup)
  matchPopups()
  setTimeout(() => {
    const index = popups.indexOf(popup)
    if (index === -1) return
    popups.splice(index, 1)
    decidePopup(opener, { url: page.info.url }, contents)
  }, ANNOUNCEMENT_BOUND).unref()
})

browser.on('window-open', announce)
