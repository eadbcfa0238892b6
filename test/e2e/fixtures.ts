import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { TestControls } from '../support/main.ts'
import type { GuardName } from '../support/without-guard.ts'
import { keepEvidence } from './evidence.ts'

export { expect } from '@playwright/test'

const entries = { product: 'out/main/main.js', tests: 'out/test/main.js' }

export interface Launch {
  /** Which of the two entries Electron runs; by default the one whose clock and desktop tests drive. */
  readonly entry?: keyof typeof entries
  /** The executable of a packed app, which brings its own entry. */
  readonly executable?: string
  /** The data folder; by default the test's own. */
  readonly folder?: string
  /** A guard that this start does without; for the tests' entry. */
  readonly without?: GuardName
  /** An instant, ISO 8601, at which the clock of the tests' entry stands still. */
  readonly clock?: string
  /** A preload in the place of the product's; for the tests' entry. */
  readonly preload?: string
  /** Whether the page is expected to show a screen; a broken guard can keep it from doing so. */
  readonly shows?: boolean
  /** Where it is started; by default in this repository. */
  readonly startIn?: string
  /** Further arguments of the app. */
  readonly args?: readonly string[]
  /** Further environment; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

export interface Launched {
  readonly app: ElectronApplication
  readonly child: ChildProcess
  /** Its first window, with its first screen painted. */
  readonly page: Page
}

interface Options {
  /** Whether windows open on the display; otherwise the app runs headless, which only the stand-in can. */
  readonly inWindow: boolean
}

interface Fixtures {
  /** The folder of the app's data, empty at first and the test's alone. */
  readonly folder: string
  /** Starts the app over `folder`; whatever still runs at the end of the test is stopped. */
  readonly launch: (given?: Launch) => Promise<Launched>
}

const displays = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }

export const test = base.extend<Options & Fixtures>({
  inWindow: [false, { option: true }],

  folder: async ({ inWindow }, use) => {
    const folder = mkdtempSync(join(tmpdir(), inWindow ? 'staffdesk-window-' : 'staffdesk-headless-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  },

  launch: async ({ folder, inWindow }, use, info) => {
    const started: { app: ElectronApplication; child: ChildProcess; folder: string }[] = []
    await use(async (given = {}) => {
      const wanted = { folder, ...given }
      const app = await start(wanted, inWindow)
      const child = app.process()
      started.push({ app, child, folder: wanted.folder })
      const page = await app.firstWindow()
      await (given.shows === false ? page.waitForURL(/main.*\/index\.html/) : untilShown(page))
      return { app, child, page }
    })
    if (info.status !== info.expectedStatus) {
      for (const { app, child, folder } of started) if (isRunning(child)) await keepEvidence(app, folder, info)
    }
    await Promise.all(started.map(({ child }) => stop(child)))
  },
})

function start(given: Launch & { folder: string }, inWindow: boolean): Promise<ElectronApplication> {
  const { entry = 'tests', executable, folder, without, clock, preload, startIn } = given
  const { args = [], environment = {} } = given
  const wanted = {
    ...process.env,
    ...(inWindow ? {} : displays),
    STAFFDESK_TEST_WITHOUT: without,
    STAFFDESK_TEST_CLOCK: clock,
    STAFFDESK_TEST_PRELOAD: preload && resolve(preload),
    ...environment,
  }
  return _electron.launch({
    args: [...(executable ? [] : [resolve(entries[entry])]), `--user-data-dir=${folder}`, ...args],
    env: Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    ...(executable ? { executablePath: executable } : {}),
    ...(startIn ? { cwd: startIn } : {}),
  })
}

/** Waits until a window shows a screen. */
export async function untilShown(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Quits the app as a person does and waits until its process has gone. */
export async function quit({ app, child }: Pick<Launched, 'app' | 'child'>): Promise<void> {
  const gone = untilGone(child)
  await app.close()
  await gone
}

/** Stops the app as the system does when it shuts down: nothing is asked. */
export async function stop(child: ChildProcess): Promise<void> {
  const gone = untilGone(child)
  child.kill('SIGTERM')
  await gone
}

/** Stops the app as a crash does: nothing is closed. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = untilGone(child)
  child.kill('SIGKILL')
  await gone
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

function untilGone(child: ChildProcess): Promise<unknown> {
  return isRunning(child) ? new Promise((gone) => child.once('exit', gone)) : Promise.resolve()
}

/**
 * Runs in the main process with the controls of the tests' entry, in a turn of its own; `act` may use nothing from
 * around it.
 */
export function controls<Value>(
  app: ElectronApplication,
  act: (controls: TestControls) => Value | Promise<Value>,
): Promise<Value> {
  return app.evaluate(
    (_electron, source): Promise<Value> =>
      staffdeskTest.inOwnTurn(new Function(`return (${source})(globalThis.staffdeskTest)`) as () => Value),
    act.toString(),
  )
}
