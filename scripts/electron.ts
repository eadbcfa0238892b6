import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Unsupported } from './process.ts'

const STAND_IN = resolve('test/standin/dist')
const PACKAGE = resolve('node_modules/electron')
/** Lies in node_modules so that a fresh installation tries again. */
const MEMORY = resolve('node_modules/.cache/staffdesk/electron-download.json')
const DOWNLOAD_LIMIT_MS = 20_000

export interface Electron {
  readonly kind: 'real' | 'stand-in'
  readonly executable: string
  /** What a child process needs so that the `electron` package, and with it Playwright, finds this Electron. */
  readonly environment: Readonly<Record<string, string>>
  /** One line that says which Electron runs, and why. */
  readonly line: string
}

/**
 * The Electron to run: the real binary, or the stand-in of `test/standin`.
 * `STAFFDESK_ELECTRON=real` forbids the stand-in, `=standin` forbids the download.
 * @param mayDownload whether a missing binary may be fetched: once, for at most 20 s, and never inside a test
 * @param display whether there is a display for it, which the real one needs
 */
export function chooseElectron(given: { readonly mayDownload: boolean; readonly display?: boolean }): Electron {
  const wish = process.env.STAFFDESK_ELECTRON ?? ''
  if (!['', 'real', 'standin'].includes(wish))
    throw new Unsupported(`STAFFDESK_ELECTRON is "${wish}"; it may be "real" or "standin".`)
  if (wish === 'standin') return standIn('as STAFFDESK_ELECTRON asks')
  const problem = problemOfReal(given.mayDownload, given.display ?? hasDisplay())
  if (problem === null) return real()
  if (wish === 'real') throw new Unsupported(`Electron cannot be run: ${problem}.`)
  return standIn(problem)
}

/** The executable of the installed binary, or null where there is none of the right version. */
export function installedElectron(): string | null {
  const relative = readIfThere(resolve(PACKAGE, 'path.txt'))
  if (!relative) return null
  const executable = resolve(PACKAGE, 'dist', relative)
  const version = readIfThere(resolve(PACKAGE, 'dist/version'))?.trim().replace(/^v/, '')
  return existsSync(executable) && version === electronVersion() ? executable : null
}

/** Whether windows can be seen; only Linux starts programs without a display. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Why the real binary cannot be run, or null. */
function problemOfReal(mayDownload: boolean, display: boolean): string | null {
  if (!installedElectron()) {
    if (!mayDownload) return 'its binary is not installed'
    const problem = download()
    if (problem) return problem
  }
  const executable = installedElectron()
  if (!executable) return 'its download left nothing behind'
  const { status, stderr } = spawnSync(executable, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) return `its binary does not start (${lastLine(stderr)})`
  return display ? null : 'its binary needs a display, and there is none'
}

/** Fetches the binary with Electron's own installer; what failed is remembered until the next installation. */
function download(): string | null {
  const version = electronVersion()
  const before = readIfThere(MEMORY)
  if (before) {
    const { version: tried, problem } = JSON.parse(before) as { version: string; problem: string }
    if (tried === version) return problem
  }
  console.log(`Downloading Electron ${version} (once, for at most ${DOWNLOAD_LIMIT_MS / 1000} s) …`)
  const { status, signal, stderr } = spawnSync(process.execPath, [resolve(PACKAGE, 'install.js')], {
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
  })
  if (status === 0) return null
  const reason = signal ? `took longer than ${DOWNLOAD_LIMIT_MS / 1000} s` : `failed: ${firstError(stderr)}`
  const problem = `its download ${reason}; "npx install-electron" tries again without a limit`
  mkdirSync(dirname(MEMORY), { recursive: true })
  writeFileSync(MEMORY, JSON.stringify({ version, problem }))
  return problem
}

function real(): Electron {
  const executable = installedElectron()
  if (!executable) throw new Unsupported('Electron is not installed.')
  return { kind: 'real', executable, environment: {}, line: `Staffdesk runs on Electron ${electronVersion()}.` }
}

function standIn(reason: string): Electron {
  if (process.platform === 'win32')
    throw new Unsupported(`Electron cannot be run: ${reason}. The stand-in for it does not exist on Windows.`)
  return {
    kind: 'stand-in',
    executable: resolve(STAND_IN, 'electron'),
    environment: { ELECTRON_OVERRIDE_DIST_PATH: STAND_IN },
    line: `Staffdesk runs on the stand-in for Electron ${electronVersion()}: ${reason}.`,
  }
}

function electronVersion(): string {
  return (JSON.parse(readFileSync(resolve(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

/** The line of a stack trace that names the error. */
function firstError(text: string): string {
  return (
    text
      .split('\n')
      .find((line) => /error/i.test(line))
      ?.trim() ?? 'no reason given'
  )
}
