import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { DrivenDesktop } from '../../test/support/driven-desktop.ts'
import type { TestControls } from '../../test/support/main.ts'
import { type Electron, hasDisplay } from '../electron.ts'

const ENTRY = 'out/test/main.js'
const CLOCK = '2026-11-20T08:30:00Z'
/** Switches of Chromium that make it draw the same pixels on every computer. */
const SAME_PICTURES = [
  '--lang=en-US',
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-partial-raster',
]
const SIZE = { width: 1280, height: 800 }

type FileDialog = Exclude<keyof DrivenDesktop['answers'], 'unsavedWork'>

/** One run of the app for the demo: its windows, its clock, its pictures. */
export interface Stage {
  readonly app: ElectronApplication
  readonly page: Page
  /** Prints the message that a window shows under this first line; fails where there is none. */
  told(firstLine: string, page?: Page): Promise<void>
  /** Saves the window's picture, light and dark. */
  picture(name: string, page?: Page): Promise<void>
  /** Opens another window, as File → New Window does. */
  newWindow(): Promise<Page>
  /** Chooses a screen from the Go menu of the first window. */
  go(screen: string): Promise<void>
  /** Moves the app's clock on. */
  pass(minutes: number): Promise<void>
  /** Answers the next dialog for a file with one of this name beside the data; returns its path. */
  answerWith(dialog: FileDialog, name: string): Promise<string>
  close(): Promise<void>
}

/**
 * Starts the tests' entry, whose clock stands still and whose random numbers repeat, over a data folder.
 * @param pictures the folder for pictures, whose names are numbered on from what is there
 */
export async function openStage(electron: Electron, dataFolder: string, pictures: string): Promise<Stage> {
  const app = await _electron.launch({
    args: [ENTRY, `--user-data-dir=${dataFolder}`, ...SAME_PICTURES],
    env: environmentFor(electron),
  })
  let counter = readdirSync(pictures).length / 2
  const page = await app.firstWindow()
  await settle(app, page)

  return {
    app,
    page,
    async told(firstLine, from = page) {
      const message = from.getByRole('status').or(from.getByRole('alert')).filter({ hasText: firstLine }).first()
      await expect(message).toBeVisible()
      const lines = (await message.innerText()).split('\n').filter((line) => line.trim() !== '')
      console.log(`  ${lines.join(' · ')}`)
    },
    async picture(name, from = page) {
      counter += 1
      // What was told before is not what the picture is about.
      await expect(from.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 20_000 })
      const number = String(counter).padStart(2, '0')
      for (const theme of ['light', 'dark'] as const) {
        await app.evaluate(({ nativeTheme }, source) => {
          nativeTheme.themeSource = source
        }, theme)
        await expect(from.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
        const path = join(pictures, `${number}-${name}-${theme}.png`)
        await from.screenshot({ path, animations: 'disabled', caret: 'hide' })
      }
    },
    async newWindow() {
      const opened = app.waitForEvent('window')
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click())
      const other = await opened
      await settle(app, other)
      return other
    },
    async go(screen) {
      await app.evaluate(({ BrowserWindow, Menu }, id) => {
        const window = BrowserWindow.getAllWindows().sort((one, other) => one.id - other.id)[0]
        Menu.getApplicationMenu()?.getMenuItemById(id)?.click(undefined, window, window?.webContents)
      }, `screen.${screen}`)
    },
    async pass(minutes) {
      await app.evaluate((_electron, milliseconds) => {
        const { staffdeskTest } = globalThis as unknown as { staffdeskTest: TestControls }
        return staffdeskTest.inOwnTurn(() => staffdeskTest.clock.advance(milliseconds))
      }, minutes * 60_000)
    },
    async answerWith(dialog, name) {
      const path = join(dataFolder, name)
      await app.evaluate(
        (_electron, given) => {
          const { staffdeskTest } = globalThis as unknown as { staffdeskTest: TestControls }
          staffdeskTest.desktop.answers[given.dialog].push(given.path)
        },
        { dialog, path },
      )
      return path
    },
    async close() {
      const child = app.process()
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      // The shutdown of a system asks nothing; a person who quits is asked about unsaved work.
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** The same words and times on every computer; on the stand-in without a display, so that no screen changes a picture. */
function environmentFor(electron: Electron): Record<string, string> {
  const { DISPLAY, WAYLAND_DISPLAY, ...others } = process.env
  const display = electron.kind === 'real' && hasDisplay() ? { DISPLAY, WAYLAND_DISPLAY } : {}
  const environment = {
    ...others,
    ...display,
    ...electron.environment,
    TZ: 'Europe/London',
    LANGUAGE: 'en_US',
    STAFFDESK_TEST_CLOCK: CLOCK,
    STAFFDESK_TEST_SEED: '20261120',
  }
  return Object.fromEntries(
    Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}

async function settle(app: ElectronApplication, page: Page): Promise<void> {
  // The page is seen before its window is known; what it shows comes later than both.
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const window = await app.browserWindow(page)
  await window.evaluate((target, { width, height }) => target.setContentSize(width, height), SIZE)
  await page.evaluate('document.fonts.ready.then(() => null)')
}
