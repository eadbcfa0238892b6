import { join } from 'node:path'
import { app } from 'electron'
import { startApp } from '../../electron/app.ts'
import { joinLastResort } from '../../electron/start/last-resort.ts'
import { prepare } from '../../electron/start/prepare.ts'
import { systemClock, systemRandom } from '../../electron/start/system.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { createDrivenClock } from './driven-clock.ts'
import { createDrivenDesktop, type DrivenDesktop } from './driven-desktop.ts'
import { createDrivenPower, type DrivenPower } from './driven-power.ts'
import { inOwnTurn } from './own-turn.ts'
import { createTestRandom, rememberRandom } from './random.ts'
import { createTestSecretBox, noSecretBox } from './secret-box.ts'
import { type Crossing, recordTraffic } from './traffic.ts'
import { guardsWithout } from './without-guard.ts'

/** What tests reach through `electronApp.evaluate`. */
export interface TestControls {
  readonly clock: TestClock
  readonly desktop: DrivenDesktop
  readonly power: DrivenPower
  /** What the application drew of randomness in pieces of 32 bytes and more, in hex. */
  readonly drawn: readonly string[]
  /** What crossed between the main process and its pages, where that was asked for. */
  readonly traffic: readonly Crossing[]
  /** Runs what a test does from outside, so that it interrupts nothing. */
  readonly inOwnTurn: typeof inOwnTurn
}

declare global {
  var staffdeskTest: TestControls
}

/**
 * The tests' own entry: the product's `startApp` with a clock, a desktop and a random source that tests drive.
 * - `STAFFDESK_TEST_WITHOUT` names one guard to leave out;
 * - `STAFFDESK_TEST_CLOCK` (ISO 8601) stands still but for what a test moves it;
 * - `STAFFDESK_TEST_PRELOAD` stands in for the preload;
 * - `STAFFDESK_TEST_KEYCHAIN` (`yes`) gives the computer a keychain;
 * - `STAFFDESK_TEST_TRAFFIC` (`yes`) records what crosses between the main process and its pages;
 * - `STAFFDESK_TEST_SEED` makes everything random repeatable.
 */
function start(): void {
  const { STAFFDESK_TEST_WITHOUT, STAFFDESK_TEST_CLOCK, STAFFDESK_TEST_PRELOAD, STAFFDESK_TEST_SEED } = process.env
  const guards = guardsWithout(STAFFDESK_TEST_WITHOUT)
  const lastResort = joinLastResort()
  const prepared = prepare(guards)
  if (prepared === null) {
    app.quit()
    return
  }
  const clock = STAFFDESK_TEST_CLOCK ? createTestClock(STAFFDESK_TEST_CLOCK) : createDrivenClock(systemClock)
  const desktop = createDrivenDesktop()
  const power = createDrivenPower()
  const { random, given: drawn } = rememberRandom(
    STAFFDESK_TEST_SEED ? createTestRandom(Number(STAFFDESK_TEST_SEED)) : systemRandom,
  )
  const traffic = process.env.STAFFDESK_TEST_TRAFFIC === 'yes' ? recordTraffic() : []
  globalThis.staffdeskTest = { clock, desktop, power, drawn, traffic, inOwnTurn }
  const out = join(import.meta.dirname, '..')
  void startApp({
    prepared,
    lastResort,
    guards,
    clock,
    desktop,
    random,
    secretBox: process.env.STAFFDESK_TEST_KEYCHAIN === 'yes' ? createTestSecretBox() : noSecretBox,
    power,
    computer: 'DESK-01',
    files: {
      preload: STAFFDESK_TEST_PRELOAD ?? join(out, 'preload', 'preload.cjs'),
      renderer: join(out, 'renderer'),
      resources: join(out, '..', 'resources'),
      verificationWorker: join(out, 'main', 'verification-worker.js'),
      importWorker: join(out, 'main', 'import-worker.js'),
    },
    developmentServer: null,
  })
}

start()
