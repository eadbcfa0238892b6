import { expect, it } from 'vitest'
import { guards } from '../../electron/start/guards.ts'
import { guardsWithout, withoutGuard } from '../support/without-guard.ts'

it('the product starts with every guard there is', () => {
  expect(Object.keys(guards).sort()).toEqual([
    'blockNetwork',
    'contentSecurityPolicy',
    'denyDownloads',
    'denyNavigation',
    'denyPermissions',
    'denyWebview',
    'denyWindowOpen',
    'findFile',
    'photoCheck',
    'sandboxEverything',
    'senderCheck',
    'singleInstance',
    'webPreferences',
  ])
  expect([guards.sandboxEverything, guards.singleInstance]).toEqual([true, true])
})

it('each guard can be left out by a twin test, and each twin leaves out a guard', () => {
  const left = new Set(Object.values(withoutGuard).flatMap((replaced) => Object.keys(replaced)))
  expect([...left].sort()).toEqual(Object.keys(guards).sort())
})

it('a twin changes the guards that it names and no other', () => {
  const { permissions } = withoutGuard
  expect(guardsWithout('permissions')).toEqual({ ...guards, ...permissions })
  expect(guardsWithout(undefined)).toBe(guards)
  expect(() => guardsWithout('no such guard')).toThrow('no guard is called no such guard')
})

it('the answer to an attack is no, guard by guard', () => {
  const answers: unknown[] = []
  const session = {
    setPermissionRequestHandler: (ask: (contents: null, permission: string, answer: (may: boolean) => void) => void) =>
      ask(null, 'media', (may) => answers.push(['asked for', may])),
    setPermissionCheckHandler: (check: () => boolean) => answers.push(['checked', check()]),
    setDevicePermissionHandler: (check: () => boolean) => answers.push(['device', check()]),
    setDisplayMediaRequestHandler: (ask: (request: null, answer: (streams: object) => void) => void) =>
      ask(null, (streams) => answers.push(['screen', streams])),
  }
  guards.denyPermissions(session as never)
  expect(answers).toEqual([
    ['asked for', false],
    ['checked', false],
    ['device', false],
    ['screen', {}],
  ])
})

it.each([
  ['app://main/index.html', false],
  ['app://main/assets/shell.js', false],
  ['data:image/svg+xml,x', false],
  ['https://example.com/', true],
  ['http://localhost:5173/', true],
  ['file:///etc/passwd', true],
  ['app://main.evil/index.html', true],
  ['ws://main/', true],
])('the network: %s is cancelled: %s', (url, cancelled) => {
  const seen: object[] = []
  const session = {
    webRequest: {
      onBeforeRequest: (listener: (details: { url: string }, answer: (given: object) => void) => void) =>
        listener({ url }, (given) => seen.push(given)),
    },
  }
  guards.blockNetwork(session as never, ['app://main'])
  expect(seen).toEqual([{ cancel: cancelled }])
})
