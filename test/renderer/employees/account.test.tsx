import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AccountAccess } from '../../../electron/contract/account-access.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { employeeOf, layOut, openAt, serveRegistry } from './registry.ts'

const quiet: AccountAccess = { failures: 0, waitsUntil: null, isDisabledByFailures: false, signIns: [] }

async function openRecord(more: Partial<EmployeeRecord> = {}, access: Partial<AccountAccess> = {}) {
  layOut()
  serveRegistry([employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', ...more })])
  fakeBridge.answer('accounts', 'readAccess', () => ({ ...quiet, ...access }))
  const user = await openAt('employees')
  await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
  await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }))
  return { user, press }
}

describe('an employee without an account', () => {
  it('gets one, whose slip is shown once', async () => {
    const { user, press } = await openRecord({ account: null })
    await press('Create account')
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('Username'), 'ada')
    await user.selectOptions(dialog.getByLabelText('Role'), 'Manager')
    await user.click(dialog.getByRole('button', { name: 'Generate' }))
    await dialog.findByDisplayValue('amber canoe violet plinth')
    await user.click(dialog.getByRole('button', { name: 'Create account' }))
    const slip = await screen.findByRole('region', { name: 'Sign-in slip' })
    expect(within(slip).getByText('amber canoe violet plinth')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'createAccount')).toEqual([
      {
        id: 1,
        version: 1,
        account: { username: 'ada', role: 'manager', temporaryPassword: 'amber canoe violet plinth' },
      },
    ])
    expect(await screen.findByRole('button', { name: 'Reset password' })).toBeDefined()
  })

  it('is told what is wrong beside the field, with nothing typed lost', async () => {
    const { user, press } = await openRecord({ account: null })
    const message = 'This username is taken. Choose another one.'
    fakeBridge.answer('employees', 'createAccount', () =>
      failing({ code: 'DUPLICATE', message, fields: { 'account.username': message } }),
    )
    await press('Create account')
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('Username'), 'ada')
    await user.type(dialog.getByLabelText('Temporary password'), 'a password of the office')
    await user.click(dialog.getByRole('button', { name: 'Create account' }))
    expect((await dialog.findAllByText(message)).length).toBeGreaterThan(0)
    expect(document.activeElement).toBe(dialog.getByLabelText('Username'))
  })

  it('who has left gets none', async () => {
    await openRecord({
      account: null,
      status: 'left',
      leaving: { date: '2025-01-31', reason: 'resigned', successor: null },
    })
    expect(screen.queryByRole('button', { name: 'Create account' })).toBeNull()
  })
})

describe('the account of an employee', () => {
  it('that has to wait is unlocked', async () => {
    const { press } = await openRecord({}, { failures: 6, waitsUntil: '2026-11-20T09:01:00.000Z' })
    expect(await screen.findByText(/^6 sign-ins failed\. The next one has to wait until /)).toBeDefined()
    fakeBridge.answer('accounts', 'forgetFailures', () => ({}))
    fakeBridge.answer('accounts', 'readAccess', () => quiet)
    await press('Unlock')
    expect(await screen.findByText('Account unlocked')).toBeDefined()
    expect(fakeBridge.inputs('accounts', 'forgetFailures')).toEqual([{ accountId: 1 }])
  })

  it('that Staffdesk disabled says why', async () => {
    await openRecord({}, { failures: 100, isDisabledByFailures: true })
    expect(await screen.findByText(/^Disabled by Staffdesk after 100 failed sign-ins\./)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Unlock' })).toBeNull()
  })

  it('shows where it is signed in, ends that, and lists the sign-ins before', async () => {
    const at = '2026-11-20T08:00:00.000Z'
    const { user } = await openRecord(
      {},
      {
        signIns: [
          {
            id: 7,
            computer: 'Reception',
            startedAt: at,
            endedAt: at,
            reason: 'idle',
            reasonText: 'Idle',
            isCurrent: false,
          },
        ],
      },
    )
    const live = { username: 'user1', displayName: 'Ada Lovelace', startedAt: at, lastActivityAt: at, endsAt: at }
    const sessions = [
      { ...live, historyId: 9, accountId: 1, computer: 'Front desk', state: 'active', isCurrent: false } as const,
      { ...live, historyId: 8, accountId: 2, computer: 'Cellar', state: 'active', isCurrent: true } as const,
    ]
    fakeBridge.answer('sessions', 'list', () => ({ sessions }))
    fakeBridge.answer('sessions', 'end', () => ({ ended: 1 }))
    fakeBridge.emit('sessions.changed', {})
    expect(await screen.findByText('Front desk')).toBeDefined()
    expect(screen.queryByText('Cellar')).toBeNull()
    expect(screen.getByText('Reception')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'End session' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'End session' }))
    expect(await screen.findByText('1 session ended')).toBeDefined()
    expect(fakeBridge.inputs('sessions', 'end')).toEqual([{ historyId: 9 }])
  })
})
