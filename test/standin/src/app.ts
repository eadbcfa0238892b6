import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type * as Electron from 'electron'
import { browser } from './browser.ts'
import { CommandLine } from './command-line.ts'
import { createEvent } from './event.ts'
import { refuse, strict } from './refusal.ts'
import { SingleInstance } from './single-instance.ts'

/** Bound on Chromium's own leaving, in milliseconds; after it, it is killed. */
const CLOSE_BOUND = 3000

/** What the app needs to know of a window to quit; the window module registers it, so that this file needs not import it. */
export type Closable = { close(): void; destroy(): void; isDestroyed(): boolean }

/** The open windows, in the order they were made. */
export const openWindows = new Set<Closable>()

type Surface = Pick<
  Electron.App,
  | 'name'
  | 'isPackaged'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'focus'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'getLocaleCountryCode'
>

class StandInApp extends EventEmitter implements Surface {
  name = 'Electron'
  isPackaged = false
  readonly commandLine = strict(new CommandLine(), 'app.commandLine')
  /** Set by enableSandbox: every renderer is then sandboxed, whatever its window asked for. */
  _sandboxAll = false
  _version = process.versions.electron ?? ''
  _appPath = ''
  _ready = false
  _quitting = false
  private exiting = false
  private readonly paths = new Map<string, string>()
  private readonly readyPromise: Promise<void>
  private markReady: () => void = () => {}
  private readonly single = new SingleInstance((start) =>
    this.emit('second-instance', createEvent({}), start.argv, start.cwd, start.data),
  )

  constructor() {
    super()
    this.readyPromise = new Promise((resolve) => {
      this.markReady = resolve
    })
  }

  /** Told by the entry once Chromium is there and the entry's synchronous part has run. */
  _becomeReady(): void {
    this._ready = true
    this.emit('will-finish-launching')
    this.markReady()
    this.emit('ready', createEvent({}), {})
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return this._version
  }

  getAppPath(): string {
    return this._appPath
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const set = this.paths.get(name)
    if (set !== undefined) return set
    const home = homedir()
    const appData = process.env.XDG_CONFIG_HOME ?? join(home, '.config')
    if (name === 'userData') return ensure(join(this.getPath('appData'), this.name))
    if (name === 'sessionData') return this.getPath('userData')
    if (name === 'logs') return ensure(join(this.getPath('userData'), 'logs'))
    if (name === 'crashDumps') return join(this.getPath('userData'), 'Crashpad')
    const fixed: Partial<Record<string, string>> = {
      home,
      appData,
      temp: tmpdir(),
      exe: process.execPath,
      module: process.execPath,
      assets: dirname(process.execPath),
      desktop: join(home, 'Desktop'),
      documents: join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      music: join(home, 'Music'),
      pictures: join(home, 'Pictures'),
      videos: join(home, 'Videos'),
    }
    const path = fixed[name]
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name: string, path: string): void {
    if (!path.startsWith('/') && !/^[a-z]:[\\/]/i.test(path)) throw new Error('Path must be absolute')
    this.paths.set(name, path)
  }

  isReady(): boolean {
    return this._ready
  }

  whenReady(): Promise<void> {
    return this.readyPromise
  }

  /** Closes all windows, each of which may refuse, and leaves when the last one has closed. */
  quit(): void {
    if (this.exiting || this._quitting) return
    const event = createEvent({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this._quitting = true
    if (openWindows.size === 0) this.finishQuit()
    else for (const window of [...openWindows]) window.close()
  }

  /** Told by a window that stays open although asked to close. */
  _closeCancelled(): void {
    this._quitting = false
  }

  /** Told by a window that has closed. */
  _windowClosed(): void {
    if (openWindows.size > 0 || this.exiting) return
    if (this._quitting) this.finishQuit()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  private finishQuit(): void {
    const event = createEvent({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) this._quitting = false
    else this.leave(0)
  }

  exit(exitCode = 0): void {
    if (this.exiting) return
    this.exiting = true
    for (const window of [...openWindows]) window.destroy()
    this.leave(exitCode)
  }

  private leave(exitCode: number): void {
    this.exiting = true
    this.emit('quit', createEvent({}), exitCode)
    this.single.release()
    browser.close(CLOSE_BOUND).finally(() => process.exit(exitCode))
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    const args = options.args ?? process.argv.slice(1)
    process.once('exit', () => {
      spawn(options.execPath ?? process.execPath, args, { detached: true, stdio: 'ignore' }).unref()
    })
  }

  focus(): void {}

  enableSandbox(): void {
    if (this._ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this._sandboxAll = true
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    return this.single.request(this.getPath('userData'), { argv: process.argv, cwd: process.cwd(), data })
  }

  releaseSingleInstanceLock(): void {
    this.single.release()
  }

  hasSingleInstanceLock(): boolean {
    return this.single.has()
  }

  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}

  setDesktopName(): void {}

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || 'en-US'
  }

  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()]
  }

  getLocaleCountryCode(): string {
    return 'US'
  }

  getAppMetrics(): never {
    return refuse('app.getAppMetrics')
  }
}

function ensure(path: string): string {
  if (!existsSync(path)) mkdirSync(path, { recursive: true })
  return path
}

/** Whether the executable is a packaged app's own, as Electron decides: by its name. */
export function isPackagedExecutable(executable: string): boolean {
  return basename(executable).toLowerCase() !== 'electron'
}

/** The app under its own class, for the other files of the stand-in. */
export const appItself = new StandInApp()
/** The `app` that the product gets. */
export const app = strict(appItself, 'app')
