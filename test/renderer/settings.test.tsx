import { notifications } from '@mantine/notifications'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionPolicyValues } from '../../electron/contract/session-policy.ts'
import { SettingsScreen } from '../../renderer/features/settings/SettingsScreen.tsx'
import { fakeBridge } from './fake-bridge.ts'
import { emit, failing, told } from './render-app.tsx'
import { renderScreen } from './render-screen.tsx'

const firstPolicy: SessionPolicyValues = {
  lockMinutes: 15,
  idleEndMinutes: 60,
  absoluteHours: 12,
  whenClosed: 'end',
  engine: 'database',
}

const liveOf = (accountId: number, displayName: string) => ({
  historyId: accountId,
  accountId,
  username: `user${accountId}`,
  displayName,
  computer: 'front-desk',
  startedAt: '2026-11-20T08:00:00.000Z',
  lastActivityAt: '2026-11-20T09:00:00.000Z',
  endsAt: '2026-11-20T10:00:00.000Z',
  state: 'active' as const,
  isCurrent: accountId === 1,
})

beforeEach(() => {
  notifications.clean()
  fakeBridge.answer('employees', 'readNumberPattern', () => ({ pattern: '', next: null }))
})

interface Company {
  policy: SessionPolicyValues
  keepingRefused: string | null
  engineProblem: string | null
}

/** Shows the screen over rules that the test may change, as others would. */
async function open(more: Partial<Company> = {}) {
  const company: Company = { policy: firstPolicy, keepingRefused: null, engineProblem: null, ...more }
  fakeBridge.answer('sessions', 'readPolicy', () => ({ ...company }))
  fakeBridge.answer('sessions', 'savePolicy', ({ policy }) => {
    const sessionsEnded = policy.engine !== company.policy.engine
    company.policy = policy
    return { policy, sessionsEnded }
  })
  fakeBridge.answer('sessions', 'list', () => ({ sessions: [liveOf(1, 'Ada Admin'), liveOf(2, 'Bert Baker')] }))
  fakeBridge.answer('sessions', 'renewSecret', () => ({}))
  const user = await renderScreen(<SettingsScreen />)
  await screen.findByRole('form', { name: 'Sessions' })
  const retype = async (name: string, value: string) => {
    await user.clear(screen.getByLabelText(name))
    if (value !== '') await user.type(screen.getByLabelText(name), value)
  }
  return { user, company, retype, press: (name: string) => user.click(screen.getByRole('button', { name })) }
}

const saved = () => fakeBridge.inputs('sessions', 'savePolicy').map(({ policy }) => policy)
const dialog = async () => within(await screen.findByRole('dialog'))
const isDisabled = (name: string) => screen.getByRole('button', { name }).hasAttribute('disabled')

describe('the rules for sessions', () => {
  it('are shown, changed and saved', async () => {
    const { user, retype, press } = await open()
    expect(screen.getByLabelText('Lock after (minutes)')).toHaveProperty('value', '15')
    expect(screen.getByRole('radiogroup', { name: 'Session engine' })).toBeDefined()
    expect(isDisabled('Save')).toBe(true)
    await retype('Lock after (minutes)', '10')
    await retype('End after (minutes)', '30')
    await retype('Limit (hours)', '8')
    await user.click(screen.getByRole('radio', { name: 'Keep it on this computer' }))
    await press('Save')
    expect(await screen.findByText('Settings saved')).toBeDefined()
    expect(saved()).toEqual([
      { lockMinutes: 10, idleEndMinutes: 30, absoluteHours: 8, whenClosed: 'keep', engine: 'database' },
    ])
    await waitFor(() => expect(isDisabled('Save')).toBe(true))
  })

  it('are checked by the contract before they are sent, with the focus on the first problem', async () => {
    const { retype, press } = await open()
    await retype('Lock after (minutes)', '')
    await retype('Limit (hours)', '48')
    await press('Save')
    const problem = 'The time until the lock must be a whole number of minutes from 1 to 60.'
    expect(await screen.findAllByText(problem)).toHaveLength(2)
    expect(screen.getAllByText('The limit must be a whole number of hours from 1 to 24.')).toHaveLength(2)
    expect(document.activeElement).toBe(screen.getByLabelText('Lock after (minutes)'))
    expect(saved()).toEqual([])

    await retype('Lock after (minutes)', '30')
    await retype('End after (minutes)', '20')
    await retype('Limit (hours)', '12')
    await press('Save')
    expect(await screen.findAllByText('The end must come later than the lock.')).toHaveLength(2)
  })

  it('come back when they are discarded, and follow others while nothing was changed', async () => {
    const { company, retype, press } = await open()
    await retype('Limit (hours)', '8')
    await press('Discard')
    expect(screen.getByLabelText('Limit (hours)')).toHaveProperty('value', '12')
    company.policy = { ...firstPolicy, absoluteHours: 10 }
    await emit('sessions.changed', {})
    await waitFor(() => expect(screen.getByLabelText('Limit (hours)')).toHaveProperty('value', '10'))
  })

  it('keep what was typed while others save, and when the main process refuses', async () => {
    const { company, retype, press } = await open()
    await retype('Limit (hours)', '8')
    company.policy = { ...firstPolicy, lockMinutes: 20 }
    await emit('sessions.changed', {})
    expect(screen.getByLabelText('Limit (hours)')).toHaveProperty('value', '8')
    fakeBridge.answer('sessions', 'savePolicy', () =>
      failing({ code: 'INVALID_INPUT', message: 'Check.', fields: { 'policy.absoluteHours': 'Not today.' } }),
    )
    await press('Save')
    expect(await screen.findAllByText('Not today.')).toHaveLength(2)
    expect(screen.getByLabelText('Limit (hours)')).toHaveProperty('value', '8')
  })

  it('say why sessions cannot be kept on this computer', async () => {
    await open({ keepingRefused: 'This computer has no safe place for it.' })
    expect(screen.getByRole('radio', { name: 'Keep it on this computer' }).hasAttribute('disabled')).toBe(true)
    expect(screen.getByText('This computer has no safe place for it.')).toBeDefined()
  })

  it('name whose sessions another engine ends, and wait for the answer', async () => {
    const { user, press } = await open()
    await user.click(screen.getByRole('radio', { name: 'Files' }))
    await press('Save')
    expect((await dialog()).getByText(/Ada Admin, Bert Baker/)).toBeDefined()
    await user.click((await dialog()).getByRole('button', { name: 'Cancel' }))
    expect(saved()).toEqual([])
    await press('Save')
    await user.click((await dialog()).getByRole('button', { name: 'Save and end all sessions' }))
    await waitFor(() => expect(saved()).toEqual([{ ...firstPolicy, engine: 'file' }]))
  })

  it('tell of a problem with the engine, and let the one of the rules be tried again', async () => {
    const { user, press } = await open({ engineProblem: 'The folder for files cannot be written.' })
    expect(await told('alert')).toContain('The folder for files cannot be written.')
    await press('Save')
    await user.click((await dialog()).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saved()).toEqual([firstPolicy]))
  })

  it('say why they cannot be shown and are asked for again', async () => {
    fakeBridge.answer('sessions', 'readPolicy', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    const user = await renderScreen(<SettingsScreen />)
    expect(await told('alert')).toBe('The settings could not be loadedStaffdesk is busy.')
    fakeBridge.answer('sessions', 'readPolicy', () => ({
      policy: firstPolicy,
      keepingRefused: null,
      engineProblem: null,
    }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('form', { name: 'Sessions' })).toBeDefined()
  })
})

describe('the storage of sessions', () => {
  it('is tested, and tells good and bad news apart', async () => {
    const { press } = await open()
    fakeBridge.answer('sessions', 'testStorage', () => ({ worked: true, detail: 'Stored and read.' }))
    await press('Test session storage')
    expect(await screen.findByText('Session storage works')).toBeDefined()
    fakeBridge.answer('sessions', 'testStorage', () => ({ worked: false, detail: 'Not found again.' }))
    await press('Test session storage')
    expect(await told('alert')).toBe('Session storage does not workNot found again.')
  })

  it('is cleared of what expired, and says how much that was', async () => {
    const { press } = await open()
    fakeBridge.answer('sessions', 'clearExpired', () => ({ count: 3 }))
    await press('Clear expired now')
    expect(await screen.findByText('Data of 3 sessions was removed.')).toBeDefined()
    fakeBridge.answer('sessions', 'clearExpired', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    await press('Clear expired now')
    expect(await told('alert')).toContain('Staffdesk is busy.')
  })

  it('gets a new signing key once it was said whose sessions end', async () => {
    const { user, press } = await open()
    await press('Renew the signing key')
    expect((await dialog()).getByText(/yours too: Ada Admin, Bert Baker/)).toBeDefined()
    expect(fakeBridge.inputs('sessions', 'renewSecret')).toEqual([])
    await user.click((await dialog()).getByRole('button', { name: 'Renew the signing key' }))
    expect(await screen.findByText('Signing key renewed')).toBeDefined()
    expect(fakeBridge.inputs('sessions', 'renewSecret')).toHaveLength(1)
  })
})

describe('the pattern of employee numbers', () => {
  it('is previewed while it is typed, and saved', async () => {
    const { user, press } = await open()
    fakeBridge.answer('employees', 'previewNumber', ({ pattern }) => ({ pattern, next: 'E-0042' }))
    fakeBridge.answer('employees', 'saveNumberPattern', ({ pattern }) => ({ pattern, next: 'E-0042' }))
    const pattern = await screen.findByLabelText('Pattern')
    expect(screen.getByText('No number is suggested.')).toBeDefined()
    await user.type(pattern, 'E-{{0000')
    await press('Save pattern')
    expect(screen.getByText(/zeros in braces, such as E-\{0000\}\.$/, { selector: '[class*=error]' })).toBeDefined()
    expect(fakeBridge.inputs('employees', 'saveNumberPattern')).toEqual([])
    await user.type(pattern, '}')
    expect(await screen.findByText('The next number is E-0042.')).toBeDefined()
    await press('Save pattern')
    expect(await screen.findByText('Pattern saved')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'saveNumberPattern')).toEqual([{ pattern: 'E-{0000}' }])
  })
})
