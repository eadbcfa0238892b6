import { rmSync } from 'node:fs'
import { build } from './build.ts'
import type { Electron } from './electron.ts'
import { packFor } from './package.ts'
import { run, tool } from './process.ts'
import { setUp } from './set-up.ts'
import { END_TO_END_REPORT } from './totals.ts'

/** `npm run test:e2e -- [arguments of Playwright]`: builds, packs and runs the end-to-end tests. */
export async function endToEnd(given: readonly string[]): Promise<number> {
  const electron = await setUp({ forTests: true })
  console.log(electron.line)
  const built = await build()
  return built === 0 ? runEndToEnd(electron, given) : built
}

/** Packs both variants and runs Playwright, on Linux in a virtual display so that real windows can be opened. */
export async function runEndToEnd(electron: Electron, given: readonly string[]): Promise<number> {
  for (const variant of ['release', 'e2e'] as const) {
    const packed = await packFor(electron, variant)
    if (packed !== 0) return packed
  }
  rmSync(END_TO_END_REPORT, { force: true })
  const playwright = [process.execPath, tool('@playwright/test', 'playwright'), 'test', ...given]
  const [command = '', ...args] =
    process.platform === 'linux'
      ? ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1200x24', ...playwright]
      : playwright
  return run(command, args, { env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: END_TO_END_REPORT } })
}
