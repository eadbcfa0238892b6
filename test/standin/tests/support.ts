import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

export const DIST = join(import.meta.dirname, '..', 'dist')
export const EXECUTABLE = join(DIST, 'electron')
export const LAB = join(import.meta.dirname, 'fixtures', 'lab')

/** Starts a fixture under Playwright, as the product's own end-to-end tests do. */
export async function launch(args: string[] = [LAB]): Promise<{ app: ElectronApplication; page: Page }> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = DIST
  const app = await _electron.launch({ args })
  const page = await app.firstWindow()
  await page.waitForFunction('document.title !== ""')
  return { app, page }
}

/** Opens another window of the lab and gives its page. `prepare` runs in the main process before the page loads. */
export async function open(
  app: ElectronApplication,
  url: string,
  webPreferences: object = {},
  prepare = '',
): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(
    (_electronModule, { url, webPreferences, prepare }) =>
      (globalThis as unknown as Lab).open(url, webPreferences, new Function('window', prepare) as () => void),
    { url, webPreferences, prepare },
  )
  const page = await opened
  await page.waitForURL(url.replace(/^(app|bare):\/\/(\w+)/, 'https://$2.$1.localhost'))
  return page
}

/** What the lab's main process keeps on its global object. */
export type Lab = {
  open(url: string, webPreferences?: object, prepare?: () => void): Promise<number>
  seen: string[]
  received: { args: unknown[]; gone: boolean }[]
  second?: { argv: string[]; cwd: string; data: unknown }
}

/** A process of the stand-in without Playwright, and what it has said. */
export type Started = {
  child: ChildProcess
  output: () => string
  said: (words: string) => Promise<void>
  ended: Promise<number | null>
}

export function start(args: string[], executable = EXECUTABLE): Started {
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const waiting: { words: string; resolve: () => void }[] = []
  const hear = (chunk: Buffer) => {
    output += chunk
    for (const { words, resolve } of waiting) if (output.includes(words)) resolve()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const said = (words: string) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ words, resolve })
      if (output.includes(words)) resolve()
      ended.then((code) => reject(new Error(`ended with ${code} before saying ${words}: ${output}`)))
    })
  return { child, output: () => output, said, ended }
}

/** Processes of Chromium whose profile belongs to the given process of the stand-in. */
export function chromiumOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.includes(`electron-standin-${pid}-`)).map((line) => Number.parseInt(line, 10))
}

/** Ports of TCP on which the given processes listen. */
export function listeningPorts(pids: number[]): number[] {
  const sockets = new Set<string>()
  for (const pid of pids)
    for (const name of readdirSync(`/proc/${pid}/fd`)) {
      try {
        const inode = /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1]
        if (inode) sockets.add(inode)
      } catch {
        // The descriptor was closed meanwhile.
      }
    }
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(1))
  const fields = lines.map((line) => line.trim().split(/\s+/))
  return fields
    .filter((field) => field[3] === '0A' && sockets.has(field[9] ?? ''))
    .map((field) => Number.parseInt(field[1]?.split(':')[1] ?? '', 16))
}

/** A folder that goes when the test ends. */
export function temporaryFolder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'standin-test-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
