import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import Sqlite from 'better-sqlite3'
import type { Variant } from '../../scripts/packaging/fuses.ts'
import { fusesOf } from '../../scripts/packaging/fuses.ts'
import { wrongContents } from '../packaging/contents.ts'
import { findPackage, hashesOf } from '../packaging/packages.ts'
import { expect, quit, test } from './fixtures.ts'
import { admin, loginToDashboard, logOut, setUpCompany } from './people.ts'

const variants: readonly Variant[] = ['release', 'e2e']

/** A copy of the package where nothing of this repository is near. */
let elsewhere = ''
const installed: Record<Variant, string> = { release: '', e2e: '' }

test.beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'staffdesk-installed-'))
  for (const variant of variants) {
    const { folder, executable } = findPackage(variant)
    cpSync(folder, join(elsewhere, variant), { recursive: true, verbatimSymlinks: true })
    installed[variant] = join(elsewhere, variant, executable)
  }
})

test.afterAll(() => rmSync(elsewhere, { recursive: true, force: true, maxRetries: 3 }))

for (const variant of variants)
  test(`the ${variant} package holds what it needs and nothing else`, () => {
    const files = [...hashesOf(findPackage(variant)).keys()]
    expect(wrongContents(files, { platform: process.platform, arch: process.arch })).toEqual([])
  })

test('the two packages differ in the main process alone', () => {
  const [release, endToEnd] = [hashesOf(findPackage('release')), hashesOf(findPackage('e2e'))]
  expect([...endToEnd.keys()].sort()).toEqual([...release.keys()].sort())
  expect([...release.keys()].filter((file) => release.get(file) !== endToEnd.get(file))).toEqual(['out/main/main.js'])
})

test('the packed app runs from another folder, from set-up to logout @window', async ({ launch, folder }) => {
  const { app, child, page } = await launch({ executable: installed.e2e, startIn: elsewhere })
  expect(await app.evaluate(({ app }) => app.isPackaged)).toBe(true)

  await setUpCompany(page)
  await loginToDashboard(page, admin.username, admin.password)
  await expect(page.getByRole('status').filter({ hasText: 'Session Created' })).toBeVisible()
  await logOut(page)
  await expect(page.getByRole('status').filter({ hasText: 'Session Deleted' })).toBeVisible()
  await quit({ app, child })

  const database = new Sqlite(join(folder, 'staffdesk.db'), { readonly: true })
  const reasons = database.prepare('SELECT reason FROM session_history').pluck().all()
  database.close()
  expect(reasons).toEqual(['signed_out'])
})

test('a development server cannot be slipped into the packed app', async ({ launch }) => {
  const environment = { STAFFDESK_DEV_SERVER: 'http://127.0.0.1:9/' }
  const { app, page } = await launch({ executable: installed.e2e, startIn: elsewhere, environment })
  await expect(page.getByRole('heading', { name: 'Set up Staffdesk' })).toBeVisible()
  const address = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
  expect(address).toMatch(/^app:\/\/main\//)
})

for (const refused of ['--remote-debugging-port=0', '--remote-debugging-pipe', '--no-sandbox'])
  test(`the release does not start with ${refused}`, async ({ folder }) => {
    const child = spawn(installed.release, [refused, `--user-data-dir=${folder}`], {
      cwd: elsewhere,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.on('data', (piece: Buffer) => {
      errors += piece.toString()
    })
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code).not.toBe(0)
    expect(errors).not.toContain('DevTools listening')
  })

for (const variant of variants)
  test(`the fuses of the ${variant} package are as decided @real-electron`, async () => {
    const wire = await getCurrentFuseWire(installed[variant])
    const decided = fusesOf(variant, process.platform)
    for (const fuse of Object.values(FuseV1Options).filter((value) => typeof value === 'number')) {
      const state = decided[fuse as FuseV1Options.RunAsNode] ? FuseState.ENABLE : FuseState.DISABLE
      expect(wire[fuse as FuseV1Options.RunAsNode], FuseV1Options[fuse]).toBe(state)
    }
  })

test('the release is no Node for whoever asks @real-electron', async ({ folder }) => {
  const marker = join(folder, 'ran')
  const script = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`
  // --no-sandbox makes the release end at once where it is not taken for Node's.
  const child = spawn(installed.release, ['-e', script, '--no-sandbox', `--user-data-dir=${folder}`], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'ignore',
  })
  await once(child, 'close')
  expect(() => cpSync(marker, `${marker}-copy`)).toThrow()
})
