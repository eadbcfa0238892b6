import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { screens } from '../../electron/contract/screens.ts'
import { asksForDebugging, readCommandLine } from '../../electron/start/command-line.ts'

const read = (...argv: string[]) => readCommandLine(['/opt/staffdesk', ...argv], resolve('/home/ada'))

describe('the command line', () => {
  it('says nothing by default', () => {
    expect(read()).toEqual({ userDataFolder: null, openScreen: null })
  })

  it.each([
    ['company', resolve('/home/ada/company')],
    ['../shared/company', resolve('/home/shared/company')],
    [resolve('/srv/company'), resolve('/srv/company')],
    ['a folder = two words', resolve('/home/ada/a folder = two words')],
  ])('names the data folder: %s', (given, folder) => {
    expect(read(`--user-data-dir=${given}`).userDataFolder).toBe(folder)
    expect(read('--user-data-dir', given, '--open=dashboard').userDataFolder).toBe(folder)
  })

  it('leaves the folder of the system where none is named', () => {
    expect(read('--user-data-dir=').userDataFolder).toBeNull()
    expect(read('--user-data-dir').userDataFolder).toBeNull()
    expect(read('--user-data-dir', '--open=dashboard')).toEqual({ userDataFolder: null, openScreen: 'dashboard' })
  })

  it.each(screens)('opens %s', (screen) => {
    expect(read(`--open=${screen}`).openScreen).toBe(screen)
  })

  it.each(['', 'Dashboard', 'payroll', 'dashboard ', '../dashboard', 'constructor'])(
    'knows no screen called %j',
    (screen) => {
      expect(read(`--open=${screen}`).openScreen).toBeNull()
    },
  )

  it('goes by what is said last, and passes over the switches of others', () => {
    const argv = ['--inspect=0', '--open=employees', '--user-data-dir=one', '--user-data-dir=two', '--open=dashboard']
    expect(read(...argv)).toEqual({ userDataFolder: resolve('/home/ada/two'), openScreen: 'dashboard' })
    expect(read(...argv, '--user-data-dir', 'three').userDataFolder).toBe(resolve('/home/ada/three'))
    expect(read('--user-data-dir', 'zero', ...argv).userDataFolder).toBe(resolve('/home/ada/two'))
  })
})

describe('a release is not debugged', () => {
  const names = ['remote-debugging-port', 'remote-debugging-pipe', 'no-sandbox']
  it.each(
    names.flatMap((name) => [
      `--${name}`,
      `--${name}=0`,
      `-${name}`,
      `-${name}=9222`,
      `/${name}=9222`,
      `--${name.toUpperCase()}`,
      ` --${name}=9222`,
    ]),
  )('with %j, as Chromium understands it', (argument) => {
    expect(asksForDebugging(['/opt/staffdesk', '--open=dashboard', argument])).toBe(true)
  })

  it.each([
    '--remote-debugging-portal',
    '--open=--no-sandbox',
    '--user-data-dir=/srv/no-sandbox',
    '/srv/remote-debugging-port/file',
    '--no-sandbox-please',
    'no-sandbox',
  ])('but starts with %j', (argument) => {
    expect(asksForDebugging(['/opt/staffdesk', argument])).toBe(false)
  })
})
