import { hostname } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { startApp } from './app.ts'
import { systemSecretBox } from './settings/secret-box.ts'
import { asksForDebugging } from './start/command-line.ts'
import { guards } from './start/guards.ts'
import { joinLastResort } from './start/last-resort.ts'
import { prepare } from './start/prepare.ts'
import { systemClock, systemPower, systemRandom } from './start/system.ts'
import { systemDesktop } from './window/desktop.ts'

/** True in the package that end-to-end tests drive, which needs the debugging port that a release refuses. */
declare const __E2E_BUILD__: boolean

const out = join(import.meta.dirname, '..')

function start(): void {
  if (app.isPackaged && !__E2E_BUILD__ && asksForDebugging(process.argv)) {
    app.exit(1)
    return
  }
  const lastResort = joinLastResort()
  const prepared = prepare(guards)
  if (prepared === null) {
    app.quit()
    return
  }
  void startApp({
    prepared,
    lastResort,
    guards,
    clock: systemClock,
    random: systemRandom,
    desktop: systemDesktop,
    secretBox: systemSecretBox,
    power: systemPower,
    computer: hostname(),
    files: {
      preload: join(out, 'preload', 'preload.cjs'),
      renderer: join(out, 'renderer'),
      resources: join(out, '..', 'resources'),
      verificationWorker: join(out, 'main', 'verification-worker.js'),
      importWorker: join(out, 'main', 'import-worker.js'),
    },
    developmentServer: app.isPackaged ? null : (process.env.STAFFDESK_DEV_SERVER ?? null),
  })
}

start()
