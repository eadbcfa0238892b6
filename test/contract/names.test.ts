import { describe, expect, it } from 'vitest'
import type { Call } from '../../electron/contract/call.ts'
import { contract, events } from '../../electron/contract/index.ts'
import { callNames, eventNames } from '../../electron/contract/names.ts'

const declared = Object.entries(contract).map(([feature, calls]) => [feature, Object.keys(calls).sort()])
const calls = Object.entries(contract).flatMap(([feature, named]) =>
  Object.entries<Call>(named).map(([name, call]) => ({ channel: `${feature}.${name}`, call })),
)

describe('the names that the preload knows', () => {
  it('are those of the calls that are declared', () => {
    const named = Object.entries(callNames).map(([feature, names]) => [feature, [...names].sort()])
    expect(named.sort()).toEqual(declared.sort())
  })

  it('are those of the events that are declared', () => {
    expect([...eventNames].sort()).toEqual(Object.keys(events).sort())
  })

  it('stand there once, and none hides what every object has', () => {
    const all = [...Object.entries(callNames).flatMap(([feature, names]) => names.map((name) => `${feature}.${name}`))]
    expect(new Set([...all, ...eventNames]).size).toBe(all.length + eventNames.length)
    const bare = Object.entries(callNames).flatMap(([feature, names]) => [feature, ...names])
    expect(bare.filter((name) => name in {})).toEqual([])
    expect(Object.keys(callNames)).not.toContain('on')
  })
})

describe('every call', () => {
  it.each(calls)('$channel takes one object without anything unknown in it', ({ call }) => {
    for (const input of [undefined, null, [], 'text', 7]) expect(call.input.safeParse(input).success).toBe(false)
    const unknown = call.input.safeParse({ surely: 'unknown' })
    const codes = unknown.error?.issues.map((issue) => issue.code)
    expect(codes).toContain('unrecognized_keys')
  })
})

describe('who may make a call', () => {
  it('is anybody, signed in or not, for these alone', () => {
    const open = calls.filter(({ call }) => call.access === 'public').map(({ channel }) => channel)
    expect(open.sort()).toEqual([
      'accounts.administrators',
      'accounts.recover',
      'accounts.signIn',
      'accounts.signInAgain',
      'accounts.suggestPassphrase',
      'application.answer',
      'application.copy',
      'application.print',
      'application.ready',
      'application.showing',
      'application.start',
      'recovery.chooseFile',
      'recovery.showFolder',
      'recovery.startOver',
      'recovery.tryAgain',
      'setup.create',
    ])
  })

  it('is somebody with a temporary password for these alone', () => {
    const choosing = calls.filter(({ call }) => call.access === 'choosing-password').map(({ channel }) => channel)
    expect(choosing.sort()).toEqual(['accounts.choosePassword', 'accounts.lock'])
  })

  it('is somebody whose session is locked for these alone', () => {
    const locked = calls.filter(({ call }) => call.access === 'locked').map(({ channel }) => channel)
    expect(locked.sort()).toEqual(['accounts.signOut', 'accounts.switchUser', 'accounts.unlock'])
  })

  it('is whoever is signed in, whatever their role, for these alone', () => {
    const signedIn = calls.filter(({ call }) => call.access === 'signed-in').map(({ channel }) => channel)
    expect(signedIn.sort()).toEqual([
      'accounts.changePassword',
      'accounts.confirmPassword',
      'chart.below',
      'chart.find',
      'chart.path',
      'dashboard.read',
      'directory.celebrations',
      'directory.chooseCelebrations',
      'directory.departments',
      'directory.list',
      'directory.read',
      'directory.readOwn',
      'photos.token',
      'photos.versions',
      'sessions.clear',
      'sessions.deleteProperty',
      'sessions.logOutEverywhere',
      'sessions.readOwn',
      'sessions.setTheme',
    ])
  })

  it('is a manager for these alone', () => {
    const managers = calls.filter(({ call }) => call.access === 'manager').map(({ channel }) => channel)
    expect(managers.sort()).toEqual(['dashboard.team', 'team.list', 'team.read'])
  })

  it('is an administrator for all of employees', () => {
    for (const call of Object.values(contract.employees)) expect(call.access).toBe('admin')
  })
})
