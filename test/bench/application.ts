import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'

/** The empty call: `emptyHandler` has it do nothing. */
export const emptyCall = 'application.showing'

/** Starts the built application over a data folder, without a display where Electron can do without. */
export function startApplication(dataFolder: string): Promise<ElectronApplication> {
  return start('out/main/main.js', dataFolder, {})
}

/**
 * Starts the built application with a preload that marks each answer in the page's own timeline, by the name of its
 * call, the moment it has come over: `performance.getEntriesByName('employees.list')`.
 * @param folder for that preload
 */
export function startMarked(dataFolder: string, folder: string): Promise<ElectronApplication> {
  const preload = join(folder, 'marking-preload.cjs')
  writeFileSync(preload, `${marking}\n${readFileSync('out/preload/preload.cjs', 'utf8')}`)
  return start('out/test/main.js', dataFolder, { STAFFDESK_TEST_PRELOAD: preload })
}

/** A sandboxed preload is one file, so this stands before the product's. */
const marking = `{
  const { ipcRenderer } = require('electron')
  const invoke = ipcRenderer.invoke.bind(ipcRenderer)
  ipcRenderer.invoke = async (channel, input) => {
    const answer = await invoke(channel, input)
    performance.mark(channel)
    return answer
  }
}`

function start(
  entry: string,
  dataFolder: string,
  more: Readonly<Record<string, string>>,
): Promise<ElectronApplication> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env
  return _electron.launch({
    args: [resolve(entry), `--user-data-dir=${dataFolder}`],
    env: Object.fromEntries(
      Object.entries({ ...environment, ...more }).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  })
}

/**
 * From here on `emptyCall` only goes there and back. Given `{ keep }`, an answer, and the name it is kept under, it keeps
 * it, and brings it back when it is given that name alone: all that sending such an answer takes, and nothing else.
 */
export function emptyHandler(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ ipcMain }, call) => {
    const kept = new Map<string, unknown>()
    ipcMain.removeHandler(call)
    ipcMain.handle(call, (_event, { name, keep }: { name?: string; keep?: unknown }) => {
      if (name !== undefined && keep !== undefined) kept.set(name, keep)
      return (keep === undefined && name !== undefined && kept.get(name)) || { ok: true, value: {} }
    })
  }, emptyCall)
}

/** Stops it as the system does when it shuts down: nothing is asked. */
export async function stopApplication(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Which Electron it is, in words. */
export const electronInWords = (): string =>
  process.env.ELECTRON_OVERRIDE_DIST_PATH ? 'the stand-in for Electron' : 'Electron itself'
