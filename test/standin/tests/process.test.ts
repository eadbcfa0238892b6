import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chromiumOf, EXECUTABLE, LAB, launch, listeningPorts, start, temporaryFolder } from './support.ts'

/** Waits until none of the processes is left. */
const gone = (pids: number[]) =>
  expect
    .poll(() =>
      pids.filter((pid) => {
        try {
          return !/^State:\s+Z/m.test(execFileSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8', stdio: 'pipe' }))
        } catch {
          return false
        }
      }),
    )
    .toEqual([])

describe('a start without Playwright', () => {
  it('shows its window, listens on no port, and leaves nothing when it is told to end', async () => {
    const lab = start([LAB])
    await lab.said('shown')
    const pid = lab.child.pid as number
    const all = chromiumOf(pid)
    expect(all.length).toBeGreaterThan(1)
    expect(listeningPorts([pid, ...all])).toEqual([])
    lab.child.kill('SIGTERM')
    expect(await lab.ended).toBe(0)
    expect(lab.output()).toContain('before-quit will-quit quit')
    await gone(all)
  })

  it('ends in error when Chromium is lost', async () => {
    const lab = start([LAB])
    await lab.said('shown')
    const all = chromiumOf(lab.child.pid as number)
    process.kill(Math.min(...all), 'SIGKILL')
    expect(await lab.ended).toBe(1)
    await gone(all)
  })

  it('takes Chromium with it when it is killed', async () => {
    const lab = start([LAB])
    await lab.said('shown')
    const all = chromiumOf(lab.child.pid as number)
    lab.child.kill('SIGKILL')
    await lab.ended
    await gone(all)
  })

  it('finds the app by folder or by file, past switches, and through a link to the executable', async () => {
    using folder = temporaryFolder()
    const tell = `const { app } = require('electron')
      process.stdout.write(JSON.stringify([app.getName(), app.getVersion(), app.getAppPath(), process.argv.slice(1), process.type, process.defaultApp, app.isPackaged, process.versions.electron]) + '\\n')
      app.exit(7)`
    writeFileSync(join(folder.path, 'main.js'), tell)
    writeFileSync(join(folder.path, 'package.json'), '{ "name": "told", "version": "3.2.1", "main": "main.js" }')
    const link = join(folder.path, 'electron')
    symlinkSync(EXECUTABLE, link)
    const run = async (args: string[]) => {
      const told = start(args, link)
      expect(await told.ended).toBe(7)
      return JSON.parse(told.output().split('\n')[0] ?? '')
    }
    const rest = ['browser', true, false, '45.3.4']
    expect(await run(['--lang=de', folder.path, '--more'])).toEqual([
      'told',
      '3.2.1',
      folder.path,
      ['--lang=de', folder.path, '--more'],
      ...rest,
    ])
    const file = join(folder.path, 'main.js')
    expect(await run([file])).toEqual(['Electron', '45.3.4', folder.path, [file], ...rest])
  })

  it('is ready after the synchronous part of the app, and not before', async () => {
    using folder = temporaryFolder()
    const main = `import { app, BrowserWindow, protocol } from 'electron'
      try { new BrowserWindow() } catch (error) { console.log(error.message) }
      protocol.registerSchemesAsPrivileged([])
      console.log(app.isReady())
      await app.whenReady()
      console.log(app.isReady())
      app.exit(0)`
    writeFileSync(join(folder.path, 'main.js'), main)
    writeFileSync(join(folder.path, 'package.json'), '{ "name": "told", "type": "module", "main": "main.js" }')
    const told = start([folder.path])
    await told.ended
    expect(told.output().trim().split('\n')).toEqual([
      'Cannot create BrowserWindow before app is ready',
      'false',
      'true',
    ])
  })

  it('ends when its last window closes and the app does not say otherwise', async () => {
    using folder = temporaryFolder()
    const main = `import { app, BrowserWindow } from 'electron'
      await app.whenReady()
      app.on('before-quit', () => console.log('before-quit'))
      new BrowserWindow().close()`
    writeFileSync(join(folder.path, 'main.mjs'), main)
    const told = start([join(folder.path, 'main.mjs')])
    expect(await told.ended).toBe(0)
    expect(told.output().trim()).toBe('before-quit')
  })
})

describe('a second start', () => {
  it('hands its arguments to the first and is refused; a killed first does not stand in the way', async () => {
    using folder = temporaryFolder()
    const args = [LAB, `--user-data=${folder.path}`, '--lock']
    const first = start([...args, 'one'])
    await first.said('shown')
    const second = start([...args, 'two'])
    expect(await second.ended).toBe(3)
    await first.said('second {"from":"two"}')
    first.child.kill('SIGKILL')
    await first.ended
    const third = start([...args, 'three'])
    await third.said('shown')
    third.child.kill('SIGTERM')
    expect(await third.ended).toBe(0)
  })

  it('in another data folder is a first', async () => {
    using folder = temporaryFolder()
    using other = temporaryFolder()
    const both = [folder, other].map(({ path }) => start([LAB, `--user-data=${path}`, '--lock']))
    for (const lab of both) await lab.said('shown')
    for (const lab of both) lab.child.kill('SIGTERM')
    expect(await Promise.all(both.map((lab) => lab.ended))).toEqual([0, 0])
  })
})

describe('Playwright', () => {
  it('sees the main process, its arguments and its end', async () => {
    const { app } = await launch([LAB, '--given'])
    const child = app.process()
    const all = chromiumOf(child.pid as number)
    expect(await app.evaluate(({ app }) => [app.isReady(), process.argv.slice(1)])).toEqual([true, [LAB, '--given']])
    await app.close()
    expect(child.exitCode).toBe(0)
    await gone(all)
  })
})
