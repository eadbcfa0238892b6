import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DIST, start, temporaryFolder } from './support.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const MAIN = `
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
console.log('TOLD' + JSON.stringify({
  packaged: app.isPackaged, defaultApp: process.defaultApp ?? null, name: app.getName(), version: app.getVersion(),
  appPath: app.getAppPath(), resources: process.resourcesPath, argv: process.argv.slice(1),
  inside: readFileSync(join(app.getAppPath(), 'inside.txt'), 'utf8'),
  beside: readFileSync(join(app.getAppPath(), 'beside.node'), 'utf8'),
}))
app.on('window-all-closed', () => app.quit())
await app.whenReady()
if (process.argv.includes('--once')) app.quit()
else await new BrowserWindow().loadURL('data:text/html,<title>Packed</title>')
`

/** The distribution as electron-builder takes it: the stand-in with its own Node. */
function assembleDistribution(path: string): void {
  mkdirSync(join(path, 'standin'), { recursive: true })
  copyFileSync(join(DIST, 'electron'), join(path, 'electron'))
  cpSync(join(DIST, '..', 'src'), join(path, 'standin', 'src'), { recursive: true })
  symlinkSync(process.execPath, join(path, 'standin', 'node'))
}

let executable: string
beforeAll(() => {
  const app = join(folder.path, 'app')
  const distribution = join(folder.path, 'distribution')
  assembleDistribution(distribution)
  mkdirSync(app)
  writeFileSync(join(app, 'main.js'), MAIN)
  writeFileSync(join(app, 'inside.txt'), 'from the archive')
  writeFileSync(join(app, 'beside.node'), 'from beside it')
  const description = {
    name: 'packed',
    version: '4.5.6',
    type: 'module',
    main: 'main.js',
    author: 'A',
    description: 'B',
  }
  writeFileSync(join(app, 'package.json'), JSON.stringify(description))
  const configuration = {
    appId: 'test.packed',
    electronVersion: '45.3.4',
    electronDist: distribution,
    npmRebuild: false,
    asarUnpack: ['**/*.node'],
    linux: { executableName: 'packed', target: 'dir' },
  }
  writeFileSync(join(app, 'builder.json'), JSON.stringify(configuration))
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const args = [builder, '--linux', 'dir', '--publish=never', '--project', app, '--config', join(app, 'builder.json')]
  execFileSync(process.execPath, args, { stdio: 'pipe' })
  executable = join(app, 'dist', 'linux-unpacked', 'packed')
})

describe('an app packed with the stand-in', () => {
  it('runs from its archive, outside the repository', async () => {
    const packed = start(['--once'], executable)
    expect(await packed.ended).toBe(0)
    const told = JSON.parse(/TOLD(.*)/.exec(packed.output())?.[1] ?? '{}')
    expect(told).toMatchObject({ packaged: true, defaultApp: null, name: 'packed', version: '4.5.6', argv: ['--once'] })
    expect(told).toMatchObject({ inside: 'from the archive', beside: 'from beside it' })
    expect(told.appPath).toMatch(/\/app\.asar$/)
    expect(told.resources).toBe(join(executable, '..', 'resources'))
  })

  it('is driven by Playwright, which gives it no loader', async () => {
    const app = await _electron.launch({ executablePath: executable, args: ['--given'] })
    const page = await app.firstWindow()
    await page.waitForFunction('document.title === "Packed"')
    const args = await app.evaluate(() => process.argv.slice(1))
    expect(args).toEqual(expect.arrayContaining(['--inspect=0', '--remote-debugging-port=0', '--given']))
    await app.close()
  })
})
