import { describe, expect, test, vi } from 'vitest'
import type { Access } from '../../electron/contract/call.ts'
import { unknownEmployee } from '../../electron/contract/employees.ts'
import { Refusal } from '../../electron/contract/errors.ts'
import { contract } from '../../electron/contract/index.ts'
import { callNames, type Feature } from '../../electron/contract/names.ts'
import { type Role, roles } from '../../electron/contract/roles.ts'
import { DatabaseError, type DatabaseErrorKind } from '../../electron/database/errors.ts'
import { type AllHandlers, createAnswer, largestInput, type OpenCompany } from '../../electron/ipc/answer.ts'
import { checkSender, type Sender } from '../../electron/ipc/sender.ts'
import type { Found } from '../../electron/lifecycle/finding.ts'
import type { SignedIn } from '../../electron/lifecycle/signed-in.ts'
import { SessionInterruptedError } from '../../electron/session/index.ts'

const window: Sender = { senderFrame: { origin: 'app://main', parent: null }, sender: { id: 7 } }

const personOf = (role: Role, more: Partial<SignedIn>) =>
  ({
    accountId: 1,
    username: 'grace',
    displayName: 'Grace',
    role,
    mustChoosePassword: false,
    hasRecentPassword: true,
    session: { modified: true, isEmpty: false },
    ...more,
  }) as SignedIn
const signedInAs = (role: Role, mustChoosePassword = false): Found => ({
  kind: 'signed-in',
  signedIn: personOf(role, { mustChoosePassword }),
})
const lockedAs = (role: Role): Found => ({
  kind: 'locked',
  signedIn: personOf(role, {}),
  lock: {
    username: 'grace',
    displayName: 'Grace',
    notice: { tone: 'status', title: 'Session Locked', detail: '' },
    endsInMs: 1,
  },
})

/** Every handler answers its own channel and writes down what it was called with. */
function arrange(
  found: Found,
  options: { open?: boolean; saveEveryCall?: boolean; handler?: () => Promise<unknown> } = {},
) {
  const called: { channel: string; input: unknown; caller: unknown }[] = []
  const handlers = Object.fromEntries(
    Object.entries(callNames).map(([feature, names]) => [
      feature,
      Object.fromEntries(
        names.map((name) => [
          name,
          async (input: unknown, caller: unknown) => {
            called.push({ channel: `${feature}.${name}`, input, caller })
            return options.handler ? options.handler() : `${feature}.${name}`
          },
        ]),
      ),
    ]),
  ) as unknown as AllHandlers
  const save = vi.fn(async () => undefined)
  const noting = vi.fn(async (_person: unknown, _channel: string, _outcome: string) => undefined)
  const company = { handlers, lifecycle: { find: async () => found, save }, noting } as unknown as OpenCompany
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const answer = createAnswer({
    senderCheck: checkSender('app://main'),
    windowIdOf: (id) => (id === 7 ? 1 : null),
    always: { application: handlers.application, recovery: handlers.recovery, setup: handlers.setup },
    company: () => (options.open === false ? null : company),
    log,
    incidentId: () => 'abc123',
    saveEveryCall: options.saveEveryCall ?? false,
  })
  return {
    called,
    log,
    save,
    /** What was noted for the audit. */
    noted: () => noting.mock.calls.map(([, channel, outcome]) => `${channel} ${outcome}`),
    ask: (feature: Feature, name: string, input: unknown = {}, sender = window) => answer(feature, name, sender, input),
  }
}

const codeOf = async (reply: ReturnType<ReturnType<typeof arrange>['ask']>) => {
  const answered = await reply
  return answered.ok ? 'ok' : answered.error.code
}

describe('who may call', () => {
  test('a stranger is refused before anything else happens', async () => {
    const { ask, called } = arrange(signedInAs('admin'))
    const frame = { senderFrame: { origin: 'app://main', parent: {} }, sender: { id: 7 } }
    expect(await codeOf(ask('dashboard', 'read', {}, frame))).toBe('FORBIDDEN')
    expect(called).toEqual([])
  })

  test('without a session a protected call answers Login Required', async () => {
    const { ask, called } = arrange({ kind: 'none' })
    const reply = await ask('dashboard', 'read')
    expect(reply).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED', notice: { title: 'Login Required' } } })
    expect(called).toEqual([])
  })

  test('after a session ended by itself its own message is told instead', async () => {
    const notice = { tone: 'alert', title: 'Session Expired', detail: 'Your session ended.' } as const
    const { ask } = arrange({ kind: 'ended', notice })
    expect(await ask('dashboard', 'read')).toMatchObject({ error: { code: 'UNAUTHENTICATED', notice } })
  })

  test.each([
    ['employee', 'FORBIDDEN'],
    ['manager', 'FORBIDDEN'],
    ['admin', 'ok'],
  ] as const)('a call for administrators by somebody who is %s: %s', async (role, code) => {
    const { ask, called } = arrange(signedInAs(role))
    const reply = await ask('employees', 'list', { offset: 0, limit: 10 })
    expect(reply.ok ? 'ok' : reply.error.code).toBe(code)
    expect(called).toHaveLength(code === 'ok' ? 1 : 0)
    if (!reply.ok) expect(reply.error.notice?.title).toBe('Not Allowed')
  })

  test.each(roles)(
    'of every call somebody who is %s makes those that name their role or less, and no other',
    async (role) => {
      const { ask, called } = arrange(signedInAs(role))
      const forbidden: string[] = []
      const expected: string[] = []
      for (const [feature, names] of Object.entries(callNames) as [Feature, readonly string[]][]) {
        const calls: Readonly<Record<string, { readonly access: Access }>> = contract[feature]
        for (const name of names) {
          if ((await codeOf(ask(feature, name))) === 'FORBIDDEN') forbidden.push(`${feature}.${name}`)
          const access = calls[name]?.access
          const needed = roles.indexOf(access as Role)
          if (needed > roles.indexOf(role)) expected.push(`${feature}.${name}`)
        }
      }
      expect(forbidden).toEqual(expected)
      for (const channel of forbidden) expect(called.map((call) => call.channel)).not.toContain(channel)
    },
  )
  test('who is denied for want of rights is noted, by the door or by the rules behind it', async () => {
    const atTheDoor = arrange(signedInAs('employee'))
    await atTheDoor.ask('employees', 'list', { offset: 0, limit: 10 })
    expect(atTheDoor.noted()).toEqual(['employees.list denied'])
    const handler = async () => Promise.reject(new Refusal('FORBIDDEN', 'Not yours.'))
    const behind = arrange(signedInAs('admin'), { handler })
    await behind.ask('employees', 'read', { id: 1 })
    expect(behind.noted()).toEqual(['employees.read denied'])
  })

  test('a sensitive act that was refused or failed is noted, and nothing else', async () => {
    const failing = (thrown: Error) => arrange(signedInAs('admin'), { handler: async () => Promise.reject(thrown) })
    const refused = failing(new Refusal('REFUSED', 'The last administrator.'))
    await refused.ask('accounts', 'disable', { accountId: 1 })
    await refused.ask('accounts', 'enable', { accountId: 1 })
    expect(refused.noted()).toEqual(['accounts.disable refused'])
    const failed = failing(new Error('a defect'))
    await failed.ask('accounts', 'disable', { accountId: 1 })
    expect(failed.noted()).toEqual(['accounts.disable failure'])
    const mistyped = failing(new Refusal('INVALID_INPUT', 'Too short.'))
    await mistyped.ask('accounts', 'disable', { accountId: 1 })
    expect(mistyped.noted()).toEqual([])
  })

  test('with a temporary password nothing works but choosing another and logging out', async () => {
    const { ask } = arrange(signedInAs('admin', true))
    expect(await codeOf(ask('dashboard', 'read'))).toBe('PASSWORD_CHANGE_REQUIRED')
    expect(await codeOf(ask('accounts', 'generatePassword'))).toBe('PASSWORD_CHANGE_REQUIRED')
    expect(await codeOf(ask('accounts', 'choosePassword', { newPassword: 'a new one' }))).toBe('ok')
    expect(await codeOf(ask('accounts', 'signOut'))).toBe('ok')
  })

  test('while the session is locked nothing works but unlocking, another person and logging out', async () => {
    const { ask, called } = arrange(lockedAs('admin'))
    for (const [feature, names] of Object.entries(callNames) as [Feature, readonly string[]][]) {
      for (const name of names) {
        const code = await codeOf(ask(feature, name))
        const calls: Readonly<Record<string, { readonly access: string }>> = contract[feature]
        const access = calls[name]?.access
        if (access === 'public' || access === 'locked') expect(code, name).not.toBe('LOCKED')
        else expect(code, `${feature}.${name}`).toBe('LOCKED')
      }
    }
    expect(await codeOf(ask('accounts', 'unlock', { password: 'x' }))).toBe('ok')
    expect(await codeOf(ask('accounts', 'switchUser'))).toBe('ok')
    expect(await codeOf(ask('accounts', 'signOut'))).toBe('ok')
    expect(called.map(({ channel }) => channel)).not.toContain('dashboard.read')
  })

  const sensitive = Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries(calls)
      .filter(([, declaration]) => 'recentPassword' in declaration)
      .map(([name]) => [feature as Feature, name] as const),
  )

  test.each(sensitive)('%s.%s asks for the password again once it is not recent', async (feature, name) => {
    const stale = arrange({ kind: 'signed-in', signedIn: personOf('admin', { hasRecentPassword: false }) })
    expect(await codeOf(stale.ask(feature, name))).toBe('REAUTH_REQUIRED')
    expect(stale.called).toEqual([])
    expect(await codeOf(arrange(signedInAs('admin')).ask(feature, name))).not.toBe('REAUTH_REQUIRED')
  })

  test('the sensitive calls are these', () => {
    expect(sensitive.map((one) => one.join('.')).sort()).toEqual([
      'accounts.changeRole',
      'accounts.disable',
      'accounts.resetPassword',
      'audit.export',
      'bulk.runSensitive',
      'bulk.slips',
      'employees.offboard',
      'employees.purge',
      'employees.rehire',
      'exports.start',
      'imports.choose',
      'imports.run',
      'imports.saveBadRows',
      'imports.undo',
      'sessions.renewSecret',
      'sessions.savePolicy',
    ])
  })

  test('while no company is open only the calls that need none are answered', async () => {
    const { ask } = arrange({ kind: 'none' }, { open: false })
    expect(await codeOf(ask('application', 'start'))).toBe('ok')
    expect(await codeOf(ask('recovery', 'tryAgain'))).toBe('ok')
    expect(await codeOf(ask('accounts', 'administrators'))).toBe('DATABASE_UNAVAILABLE')
    expect(await codeOf(ask('dashboard', 'read'))).toBe('DATABASE_UNAVAILABLE')
  })
})

describe('what goes in', () => {
  test.each([
    ['nothing at all', undefined],
    ['a field too many', { offset: 0, limit: 10, role: 'admin' }],
    ['a wrong type', { filter: { search: 1 }, offset: 0, limit: 10 }],
    ['a page without bounds', { offset: 0, limit: 1_000_000 }],
  ])('%s never reaches the handler', async (_name, input) => {
    const { ask, called } = arrange(signedInAs('admin'))
    expect(await codeOf(ask('employees', 'list', input))).toBe('INVALID_INPUT')
    expect(called).toEqual([])
  })

  test('names each field at fault by its path', async () => {
    const { ask } = arrange(signedInAs('admin'))
    const employee = { ...unknownEmployee, firstName: 'Ada', workEmail: 'ada', hireDate: '2026-02-30' }
    const reply = await ask('employees', 'register', { employee, account: null })
    expect(reply.ok ? [] : Object.keys(reply.error.fields ?? {}).sort()).toEqual([
      'employee.employeeNumber',
      'employee.hireDate',
      'employee.workEmail',
    ])
  })

  test('more than a call may carry is refused unread', async () => {
    const { ask, called } = arrange(signedInAs('admin'))
    expect(await codeOf(ask('application', 'copy', { text: 'x'.repeat(largestInput), secret: false }))).toBe(
      'INVALID_INPUT',
    )
    expect(called).toEqual([])
  })
})

describe('what comes out', () => {
  test('the value of the handler, after the session was saved', async () => {
    const { ask, save } = arrange(signedInAs('employee'))
    expect(await ask('dashboard', 'read')).toEqual({ ok: true, value: 'dashboard.read' })
    expect(save).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['modified', true, false, false, 1],
    ['only read', false, false, false, 0],
    ['only read, where every call saves', false, false, true, 1],
    ['emptied, where every call saves', true, true, true, 0],
  ])('a session that the call %s is saved as it should be', async (_what, modified, isEmpty, saveEveryCall, times) => {
    const signedIn = personOf('employee', { session: { modified, isEmpty } as SignedIn['session'] })
    const { ask, save } = arrange({ kind: 'signed-in', signedIn }, { saveEveryCall })
    expect(await codeOf(ask('dashboard', 'read'))).toBe('ok')
    expect(save).toHaveBeenCalledTimes(times)
  })

  test('a refusal crosses in its words, and the session is not saved', async () => {
    const handler = async () => {
      throw new Refusal('DUPLICATE', 'Taken.', { fields: { 'employee.employeeNumber': 'Taken by Ada.' } })
    }
    const { ask, save } = arrange(signedInAs('admin'), { handler })
    expect(await ask('employees', 'list', { offset: 0, limit: 1 })).toEqual({
      ok: false,
      error: { code: 'DUPLICATE', message: 'Taken.', fields: { 'employee.employeeNumber': 'Taken by Ada.' } },
    })
    expect(save).not.toHaveBeenCalled()
  })

  test('of a defect nothing crosses but a number that stands in the log', async () => {
    const handler = async () => {
      throw new Error('SELECT secret FROM /home/ada/staffdesk.db')
    }
    const { ask, log } = arrange(signedInAs('admin'), { handler })
    const reply = await ask('dashboard', 'read')
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
    expect(JSON.stringify(reply)).not.toMatch(/SELECT|staffdesk\.db/)
    expect(JSON.stringify(reply)).toContain('abc123')
    expect(log.error).toHaveBeenCalledWith(expect.stringContaining('abc123'), expect.any(Error))
  })

  test.each<[DatabaseErrorKind, string]>([
    ['full', 'DISK_FULL'],
    ['busy', 'BUSY'],
    ['corrupt', 'DATABASE_UNAVAILABLE'],
    ['constraint', 'INTERNAL'],
  ])('a database that is %s is told as %s', async (kind, code) => {
    const handler = async () => {
      throw new DatabaseError(kind, 'SQLITE says no')
    }
    const { ask } = arrange(signedInAs('admin'), { handler })
    const reply = await ask('dashboard', 'read')
    expect(reply.ok ? 'ok' : reply.error.code).toBe(code)
    expect(JSON.stringify(reply)).not.toContain('SQLITE')
  })

  test('what was done is told even where the session ended meanwhile: it may be shown only once', async () => {
    const { ask, save, log } = arrange(signedInAs('admin'))
    save.mockRejectedValueOnce(new SessionInterruptedError('gone'))
    expect(await codeOf(ask('dashboard', 'read'))).toBe('ok')
    expect(log.warn).toHaveBeenCalledWith(expect.any(String), { channel: 'dashboard.read' })
  })

  test('a refusal for want of rights is noted, without what was asked', async () => {
    const { ask, log } = arrange(signedInAs('employee'))
    await ask('employees', 'list', { filter: { search: 'secret' }, offset: 0, limit: 1 })
    expect(log.warn.mock.calls).toEqual([['denied', { channel: 'employees.list' }]])
  })

  test('a session that was ended during the call is not brought back', async () => {
    const handler = async () => {
      throw new SessionInterruptedError('gone')
    }
    const { ask } = arrange(signedInAs('admin'), { handler })
    expect(await codeOf(ask('dashboard', 'read'))).toBe('UNAUTHENTICATED')
  })
})
