import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { Connection } from './connection.ts'

const PROFILE_PREFIX = 'electron-standin-'
const CANDIDATES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'microsoft-edge']
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-hang-monitor',
  '--disable-notifications-launcher',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--disable-back-forward-cache',
  '--disable-ipc-flooding-protection',
  '--disable-site-isolation-trials',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--test-type',
]
const DISABLED_FEATURES = [
  // Chrome's own question before a page reaches this computer's servers; Electron has no such prompt.
  'LocalNetworkAccessChecks',
  'IsolateOrigins',
  'site-per-process',
  'Translate',
  'MediaRouter',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'PaintHolding',
  'DestroyProfileOnBrowserClose',
]
/** Switches that the stand-in sets itself, or that would turn Chromium into something else. */
const OWN_SWITCHES = new Set([
  'app',
  'user-data-dir',
  'inspect',
  'inspect-brk',
  'type',
  'headless',
  'remote-debugging-pipe',
  'disable-features',
  'no-startup-window',
  'load-extension',
  'version',
])

/** A started Chromium: its protocol connection and its own life. */
export type Chromium = {
  connection: Connection
  version: string
  headless: boolean
  /** The folder in which it puts what it downloads. */
  downloads: string
  /** Opens a window without an address bar by a second start of the same profile; only with a display. */
  openAppWindow(url: string): void
  /** Asks it to leave and resolves once it has gone; kills it after the bound (milliseconds). */
  close(bound: number): Promise<void>
  /** Ends it at once, synchronously, and removes its profile. */
  kill(): void
}

/** Path of a Chromium on this machine: CHROMIUM_PATH, else the usual names on PATH. Throws where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv): string {
  const given = environment.CHROMIUM_PATH
  const places = (environment.PATH ?? '').split(delimiter)
  const all = given ? [given] : CANDIDATES.flatMap((name) => places.map((place) => join(place, name)))
  const found = all.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  if (!found)
    throw new Error(
      'electron stand-in: no Chromium found (looked for chromium, google-chrome, msedge and CHROMIUM_PATH). Install one.',
    )
  return found
}

/** Removes profiles whose process is gone, as one killed by SIGKILL leaves behind. */
function removeStaleProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PROFILE_PREFIX) ? Number(name.slice(PROFILE_PREFIX.length).split('-')[0]) : 0
    if (!pid) continue
    try {
      process.kill(pid, 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') removeFolder(join(tmpdir(), name))
    }
  }
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // A dying Chromium may still write; the next start removes what is left.
  }
}

/** Starts Chromium with the switches that the app appended. `showDevToolsLine` prints its "DevTools listening" line. */
export async function startChromium(switches: ReadonlyMap<string, string>): Promise<Chromium> {
  removeStaleProfiles()
  const executable = findChromium(process.env)
  const profile = mkdtempSync(join(tmpdir(), `${PROFILE_PREFIX}${process.pid}-`))
  const headless = !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) && process.platform === 'linux'
  const common = [`--user-data-dir=${profile}`, ...QUIET]
  if (process.getuid?.() === 0) common.push('--no-sandbox')
  const features = [...DISABLED_FEATURES, ...(switches.get('disable-features')?.split(',') ?? [])]
  const appended = [...switches]
    .filter(([name]) => !OWN_SWITCHES.has(name))
    .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
  const main = [
    ...common,
    ...appended,
    `--disable-features=${features.join(',')}`,
    '--remote-debugging-pipe',
    '--no-startup-window',
    ...(headless ? ['--headless'] : []),
  ]
  const child = spawn(executable, main, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  relayDevToolsLine(child, switches.has('remote-debugging-port'))
  const connection = new Connection(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Already gone.
    }
    removeFolder(profile)
  }
  process.on('exit', kill)
  const { product } = await connection.browser.send('Browser.getVersion')
  return {
    connection,
    headless,
    downloads: join(profile, 'downloads'),
    version: String(product).replace(/^.*\//, ''),
    openAppWindow(url) {
      spawn(executable, [...common, `--app=${url}`], { stdio: 'ignore', detached: true }).unref()
    },
    async close(bound) {
      connection.browser.post('Browser.close')
      const timer = new Promise<void>((resolve) => setTimeout(resolve, bound).unref())
      await Promise.race([gone, timer])
      kill()
    },
    kill,
  }
}

function relayDevToolsLine(child: ChildProcess, show: boolean): void {
  if (!child.stderr) return
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (process.env.STANDIN_CHROMIUM_LOG) process.stderr.write(`[chromium] ${line}\n`)
    if (show && line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
  })
}
