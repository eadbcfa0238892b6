import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { registerAppScheme } from '../window/app-protocol.ts'
import { type CommandLine, readCommandLine } from './command-line.ts'
import type { Guards } from './guards.ts'

export interface Prepared {
  /** The folder of all data, 0700. */
  readonly folder: string
  readonly commandLine: CommandLine
}

/**
 * What has to happen before Electron is ready and before anything is stored: paths, scheme, sandbox, single instance.
 * Everything here is synchronous; an `await` would let ready pass.
 * @returns null when another instance has this data folder; it has been told, and this process must quit
 */
export function prepare(guards: Guards): Prepared | null {
  const commandLine = readCommandLine(process.argv, process.cwd())
  process.umask(0o077)
  const folder = commandLine.userDataFolder ?? app.getPath('userData')
  const logs = join(folder, 'logs')
  for (const path of [folder, logs]) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
  }
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
  app.setPath('logs', logs)
  app.setPath('crashDumps', join(folder, 'crashes'))
  registerAppScheme()
  if (guards.sandboxEverything) app.enableSandbox()
  if (guards.singleInstance && !app.requestSingleInstanceLock()) return null
  return { folder, commandLine }
}
