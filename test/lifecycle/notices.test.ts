import { describe, expect, it } from 'vitest'
import { notice } from '../../electron/contract/notice.ts'
import { type EndReason, endReasons } from '../../electron/contract/session-view.ts'
import * as notices from '../../electron/lifecycle/notices.ts'
import { defaultSessionPolicy, limitsOf } from '../../electron/lifecycle/policy.ts'

const startedAt = Date.parse('2026-11-20T09:00:00Z')
const ended = (reason: EndReason, endedByName: string | null = null) =>
  notices.sessionEnded(
    { username: 'anna', reason, startedAt, endedAt: startedAt + 3 * 60_000, endedByName },
    limitsOf(defaultSessionPolicy),
    'UTC',
  )

describe('the words of a session’s end', () => {
  it.each<[EndReason, string, string]>([
    ['signed_out', 'Session Deleted', 'property `user` (anna) deleted. The session lasted 3 minutes.'],
    ['idle', 'Session Expired', 'after 1 hour without activity'],
    ['expired', 'Session Expired', 'limit of 12 hours'],
    ['ended_by_admin', 'Session Ended', 'An administrator ended your session'],
    ['ended_elsewhere', 'Session Ended', 'another window or on another computer'],
    ['account_disabled', 'Session Ended', 'account was disabled'],
    ['password_changed', 'Session Ended', 'password was changed'],
    ['role_changed', 'Session Ended', 'role was changed'],
    ['app_closed', 'Session Ended', 'was closed, on 20 November 2026 at 09:03'],
    ['app_interrupted', 'Session Ended', 'stopped unexpectedly, on 20 November 2026 at 09:03'],
    ['clock_changed', 'Session Ended', 'clock was set back'],
    ['engine_changed', 'Session Ended', 'where sessions are kept'],
    ['secret_renewed', 'Session Ended', 'key that protects sessions was renewed'],
    ['database_restored', 'Session Ended', 'restored from a backup'],
  ])('tells %s as %s', (reason, title, words) => {
    const told = ended(reason)
    expect(told.title).toBe(title)
    expect(told.detail).toContain(words)
    expect(told.tone).toBe(reason === 'signed_out' ? 'status' : 'alert')
    expect(notice.safeParse(told).success).toBe(true)
  })

  it('names the person who ended it', () => {
    expect(ended('ended_by_admin', 'Ben Okri').detail).toBe('Ben Okri ended your session.')
    expect(ended('password_changed', 'Ben Okri').detail).toContain('Ben Okri reset your password')
  })

  it('has a short form for every reason', () => {
    const words = endReasons.map(notices.reasonInWords)
    expect(new Set(words).size).toBe(endReasons.length)
  })
})

describe('the other messages', () => {
  it('welcomes by name, and says how the last session ended where nobody was told', () => {
    const last = notices.lastEndDetail({ reason: 'app_closed', endedAt: startedAt }, 'Your last session', 'UTC')
    expect(notices.sessionCreated('Anna Berg', 12 * 3_600_000, null)).toEqual({
      tone: 'status',
      title: 'Session Created',
      detail: 'Welcome, Anna Berg. This session lasts up to 12 hours.',
    })
    expect(notices.sessionCreated('Anna Berg', 12 * 3_600_000, last).detail).toBe(
      'Welcome, Anna Berg. This session lasts up to 12 hours. Your last session ended when Staffdesk was closed, on 20 November 2026 at 09:00.',
    )
  })

  it('says after a forced change that the password is saved', () => {
    const told = notices.passwordSaved('Anna Berg', 12 * 3_600_000)
    expect(told.title).toBe('Session Created')
    expect(told.detail).toMatch(/^Password saved\./)
  })

  it('counts a wait down', () => {
    expect(notices.tooManyAttempts(29_400)).toEqual({
      tone: 'alert',
      title: 'Too Many Attempts',
      detail: 'Too many tries failed. Wait 30 seconds, then try again.',
      remainingMs: 29_400,
    })
  })

  it.each([
    ['clock_changed', "ended because this computer's clock was set back."],
    ['secret_renewed', 'ended because the key that protects sessions was renewed.'],
    ['database_restored', "ended because the company's data was restored from a backup."],
  ] as const)('says why a session ended while nobody was at its window: %s', (reason, words) => {
    const last = { reason, endedAt: startedAt }
    expect(notices.lastEndDetail(last, 'Your last session')).toBe(`Your last session ${words}`)
    expect(notices.lastSessionEnded(last).detail).toBe(`The last session on this computer ${words}`)
  })

  it('names nobody on the login screen', () => {
    const told = notices.lastSessionEnded({ reason: 'app_interrupted', endedAt: startedAt }, 'UTC')
    expect(told.title).toBe('Session Ended')
    expect(told.detail).toBe(
      'The last session on this computer ended when Staffdesk stopped unexpectedly, on 20 November 2026 at 09:00.',
    )
  })

  it.each([
    [notices.invalidCredentials(), 'Invalid Credentials'],
    [notices.loginRequired(), 'Login Required'],
    [notices.notAllowed(), 'Not Allowed'],
  ])('keeps its first line: %j', (told, title) => {
    expect(told.title).toBe(title)
    expect(told.tone).toBe('alert')
  })
})
