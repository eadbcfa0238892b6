import { describe, expect, it } from 'vitest'
import {
  type ApplicationParts,
  createApplicationHandlers,
  type DataState,
} from '../../electron/application/application.ts'
import { startState } from '../../electron/contract/application.ts'
import type { Notice } from '../../electron/contract/notice.ts'
import type { Screen } from '../../electron/contract/screens.ts'
import type { SessionView } from '../../electron/contract/session-view.ts'
import type { Found } from '../../electron/lifecycle/finding.ts'
import { describeProblem } from '../../electron/recovery/problems.ts'

const session: SessionView = {
  accountId: 1,
  username: 'ada',
  displayName: 'Ada Lovelace',
  role: 'admin',
  computer: 'Front desk',
  startedAt: '2026-11-20T09:00:00.000Z',
  expiresAt: '2026-11-20T21:00:00.000Z',
  mustChoosePassword: false,
  theme: null,
}
type News = { readonly screen: Screen | null; readonly notice: Notice | null }

const notice = (title: string): Notice => ({ tone: 'alert', title, detail: 'Because.' })
const nobody: Found = { kind: 'none' }
const signedIn = { kind: 'signed-in', signedIn: {} } as Found
const lock = { username: 'ada', displayName: 'Ada Lovelace', notice: notice('Session Locked'), endsInMs: 5 }
const locked = { kind: 'locked', signedIn: {}, lock } as Found
const noNews: News = { screen: null, notice: null }
const shown: unknown[] = []

/** A company in whose window `found` is the case. */
const open = (found: Found, untold: Notice | null = null, news = noNews): DataState => ({
  kind: 'open',
  company: {
    name: 'Northwind',
    minimumPasswordLength: async () => 12,
    lifecycle: {
      find: async () => found,
      toView: () => session,
      untoldEnd: async () => untold,
      takeNews: () => news,
      showing: (windowId, screen) => shown.push([windowId, screen]),
    },
  },
})

function arrange(data: DataState, parts: Partial<ApplicationParts> & { asked?: Screen } = {}) {
  const { asked = null, ...others } = parts
  const waiting: (Screen | null)[] = [asked]
  const acts: unknown[] = []
  const handlers = createApplicationHandlers({
    version: '0.1.0',
    platform: 'linux',
    data: () => data,
    problems: ['The settings were damaged.'],
    takeOpenScreen: () => waiting.shift() ?? null,
    onReady: (windowId) => acts.push(['ready', windowId]),
    closingAnswered: (windowId, requestId, answer) => acts.push([windowId, requestId, answer]),
    copy: async (text, secret) => void acts.push([text, secret]),
    print: async (windowId) => acts.push(['print', windowId]) > 0,
    ...others,
  })
  const caller = { windowId: 7 }
  return { acts, handlers, caller, start: () => handlers.start({}, caller) }
}

describe('what a window shows first', () => {
  it('is set-up in an empty folder', async () => {
    const { show, company } = await arrange({ kind: 'set-up' }).start()
    expect([show, company]).toEqual([{ screen: 'set-up' }, null])
  })

  it('is recovery where the data cannot be opened', async () => {
    const problem = describeProblem('database-missing', '/data', 'Northwind')
    const { show, company } = await arrange({ kind: 'recovery', problem }).start()
    expect([show, company]).toEqual([{ screen: 'recovery', problem }, null])
  })

  it('is the login where nobody is signed in', async () => {
    const { show, company } = await arrange(open(nobody)).start()
    expect([show, company]).toEqual([{ screen: 'login', notice: null, destination: null }, 'Northwind'])
  })

  it('is what the person was at where the page was loaded anew', async () => {
    const { show } = await arrange(open(signedIn)).start()
    expect(show).toEqual({ screen: 'signed-in', session, notice: null, destination: null })
  })

  it('is the screen left, with what is still to be told, where a session was kept over a restart', async () => {
    const news = { screen: 'employees', notice: notice('Session Restored') } as const
    const { show } = await arrange(open(signedIn, null, news)).start()
    expect(show).toEqual({ screen: 'signed-in', session, notice: notice('Session Restored'), destination: 'employees' })
  })

  it('is the lock, and behind it the screen left, where the session is locked', async () => {
    const news = { screen: 'profile', notice: notice('Session Restored') } as const
    const { show } = await arrange(open(locked, null, news)).start()
    expect(show).toEqual({ screen: 'locked', session, lock, destination: 'profile' })
  })

  it('is the login with the reason where the session ended by itself', async () => {
    const { show } = await arrange(open({ kind: 'ended', notice: notice('Session Expired') })).start()
    expect(show).toEqual({ screen: 'login', notice: notice('Session Expired'), destination: null })
  })

  it('is the login with how the last session of this computer ended, where that is not told yet', async () => {
    const { show } = await arrange(open(nobody, notice('Session Ended'))).start()
    expect(show).toEqual({ screen: 'login', notice: notice('Session Ended'), destination: null })
  })

  it.each([
    ['set-up', { kind: 'set-up' }, 15],
    ['a company with a policy of its own', open(nobody), 12],
  ] as const)('comes with the shortest password for %s', async (_name, data, length) => {
    expect((await arrange(data).start()).minimumPasswordLength).toBe(length)
  })

  it('comes with the problems of this computer, to every window that asks', async () => {
    const { start } = arrange(open(nobody))
    expect((await start()).problems).toEqual(['The settings were damaged.'])
    expect((await start()).problems).toEqual(['The settings were damaged.'])
  })

  it.each([
    ['set-up', { kind: 'set-up' }],
    ['recovery', { kind: 'recovery', problem: describeProblem('unknown', '/data', null) }],
    ['login', open(nobody, notice('Session Ended'))],
    ['signed-in', open(signedIn)],
    ['locked', open(locked)],
  ] as const)('fits the contract: %s', async (screen, data) => {
    const answer = await arrange(data).start()
    expect(startState.parse(answer)).toEqual(answer)
    expect(answer.show.screen).toBe(screen)
  })
})

describe('a screen asked for on the command line', () => {
  it('asks the first window to log in, and no other', async () => {
    const { start } = arrange(open(nobody, notice('Session Ended')), { asked: 'employees' })
    expect((await start()).show).toMatchObject({ notice: { title: 'Login Required' }, destination: 'employees' })
    expect((await start()).show).toEqual({ screen: 'login', notice: notice('Session Ended'), destination: null })
  })

  it('waits until there is a company to log in to', async () => {
    let data: DataState = { kind: 'set-up' }
    const { start } = arrange(data, { asked: 'employees', data: () => data })
    await start()
    data = { kind: 'recovery', problem: describeProblem('database-missing', '/data', null) }
    await start()
    data = open(nobody)
    expect((await start()).show).toMatchObject({ screen: 'login', destination: 'employees' })
  })

  it('does not stand over the reason why a session ended', async () => {
    const ended: Found = { kind: 'ended', notice: notice('Session Expired') }
    const { show } = await arrange(open(ended), { asked: 'employees' }).start()
    expect(show).toMatchObject({ notice: notice('Session Expired') })
  })
})

describe('the other calls of a window', () => {
  it('reach the main process with the window that makes them', async () => {
    const { acts, handlers, caller } = arrange(open(nobody))
    expect(await handlers.ready({}, caller)).toEqual({})
    expect(await handlers.answer({ requestId: 3, answer: 'clean' }, caller)).toEqual({})
    expect(await handlers.copy({ text: 'seven grey herons', secret: true }, caller)).toEqual({})
    expect(await handlers.print({}, caller)).toEqual({ printed: true })
    expect(acts).toEqual([
      ['ready', 7],
      [7, 3, 'clean'],
      ['seven grey herons', true],
      ['print', 7],
    ])
  })

  it('say so when the person cancels the printing', async () => {
    const { handlers, caller } = arrange(open(nobody), { print: async () => false })
    expect(await handlers.print({}, caller)).toEqual({ printed: false })
  })
})
