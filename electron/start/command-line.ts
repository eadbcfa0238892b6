import { resolve } from 'node:path'
import { type Screen, screens } from '../contract/screens.ts'

/** What Staffdesk itself reads of its command line. */
export interface CommandLine {
  /** Absolute path of the folder for all of the application's data; null for the system's place. */
  readonly userDataFolder: string | null
  /** The screen to open after login. */
  readonly openScreen: Screen | null
}

/** @param workingFolder what a relative `--user-data-dir` refers to */
export function readCommandLine(argv: readonly string[], workingFolder: string): CommandLine {
  const folder = switchValue(argv, '--user-data-dir')
  const screen = switchValue(argv, '--open')
  return {
    userDataFolder: folder ? resolve(workingFolder, folder) : null,
    openScreen: screens.find((name) => name === screen) ?? null,
  }
}

/**
 * Switches by which another program could read the pages of a release (threat-model.md E22). No fuse covers them. Chromium
 * takes them after one dash as well, on Windows also after a slash and in capitals.
 */
const debuggingSwitch = /^\s*(--?|\/)(remote-debugging-port|remote-debugging-pipe|no-sandbox)\s*(=|$)/i

export function asksForDebugging(argv: readonly string[]): boolean {
  return argv.some((argument) => debuggingSwitch.test(argument))
}

/** What follows a switch, after `=` or as the next word; the last one counts. */
function switchValue(argv: readonly string[], name: string): string | undefined {
  const index = argv.findLastIndex((argument) => argument === name || argument.startsWith(`${name}=`))
  const [argument, next] = argv.slice(index < 0 ? argv.length : index)
  if (argument !== name) return argument?.slice(name.length + 1)
  return next?.startsWith('-') ? undefined : next
}
