import { defineConfig } from '@playwright/test'
import { chooseElectron } from './scripts/electron.ts'
import { END_TO_END_REPORT } from './scripts/totals.ts'

const electron = chooseElectron({ mayDownload: false })
// Every worker reads this file, so `_electron.launch()` finds the same Electron in each.
Object.assign(process.env, electron.environment)
const real = electron.kind === 'real'

/**
 * The real Electron always needs a display. The stand-in runs everything headless, and what is tagged `@window`
 * once more in real windows; what only the real Electron can show is tagged `@real-electron`.
 */
export default defineConfig<{ inWindow: boolean }>({
  testDir: 'test/e2e',
  outputDir: 'test-results/end-to-end',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: END_TO_END_REPORT }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'which', testMatch: 'which-electron.spec.ts', use: { inWindow: real } },
    ...(real
      ? [{ name: 'electron', testIgnore: 'which-electron.spec.ts', dependencies: ['which'], use: { inWindow: true } }]
      : [
          {
            name: 'headless',
            testIgnore: 'which-electron.spec.ts',
            grepInvert: /@real-electron/,
            dependencies: ['which'],
            use: { inWindow: false },
          },
          {
            name: 'window',
            testIgnore: 'which-electron.spec.ts',
            grep: /@window/,
            grepInvert: /@real-electron/,
            dependencies: ['which'],
            use: { inWindow: true },
          },
        ]),
  ],
})
