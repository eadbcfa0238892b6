import { expect, type Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/index.ts'
import type { SessionPolicyValues } from '../../electron/contract/session-policy.ts'
import { company, newcomer } from './company.ts'
import { heading, logOut, open, signIn } from './hands.ts'
import type { Stage } from './stage.ts'

const { username, password } = company.administrator

/** An administrator sees who is signed in and ends a session; then the person's own screens. */
export async function lookAfterSessions({ page, picture, told, newWindow, answerWith }: Stage): Promise<void> {
  await signIn(page, username, password)
  await told('Session Created')
  const other = await newWindow()
  await signIn(other, newcomer.username, newcomer.password)
  await told('Session Created', other)
  await open(page, 'Sessions')
  const row = page.getByRole('row', { name: new RegExp(newcomer.lastName) })
  await expect(row.first()).toContainText('Active')
  await picture('sessions')
  await row.first().getByRole('button', { name: 'End session' }).click()
  await picture('end-session')
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click()
  await told('Session Ended', other)
  await picture('session-ended-by-an-administrator', other)
  await other.close()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await open(page, 'Profile')
  await picture('profile')
  await page.getByRole('radio', { name: 'System' }).click({ force: true })
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked()
  await open(page, 'My session')
  await expect(page.getByRole('row', { name: /theme/ })).toBeVisible()
  await picture('my-session')
  await page.getByRole('row', { name: /theme/ }).getByRole('button', { name: 'Delete' }).click()
  await told('Session Property Deleted')
  await open(page, 'Settings')
  await picture('settings')
  await open(page, 'Audit log')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await picture('audit-log')
  await answerWith('chooseFileToWrite', 'audit-log.csv')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  await expect(page.getByText(/entries exported$/)).toBeVisible()
  await picture('audit-log-exported')
}

/** A desk that is left; the password once more; work whose session ended meanwhile. */
export async function leaveTheDesk({ page, picture, told, pass }: Stage): Promise<void> {
  await stopCountdowns(page)
  await open(page, 'Employees')
  await pass(14.5)
  await told('Session Locking')
  await picture('session-locking')
  await pass(0.5)
  await told('Session Locked')
  await picture('session-locked')
  await pass(2)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await told('Session Unlocked')
  await picture('session-unlocked')

  await pass(6)
  await page.getByLabel('Search employees').fill(newcomer.lastName)
  await page.getByRole('link', { name: newcomer.lastName }).first().click()
  await page.getByRole('button', { name: 'Disable account' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click()
  await expect(page.getByRole('dialog', { name: 'Confirm it is you' })).toBeVisible()
  await picture('confirm-it-is-you')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await open(page, 'Employees')
  await page.getByRole('button', { name: 'Register employee' }).click()
  await page.getByLabel('First name', { exact: true }).fill('Katherine')
  await pass(60)
  await told('Session Expired')
  await picture('work-waits-for-its-owner')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await told('Session Created')
  await picture('work-goes-on')
  await page.getByRole('link', { name: 'Dashboard', exact: true }).click()
  await picture('unsaved-work')
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await heading(page, 'Dashboard')
}

/** A session of one hour that nears its limit. */
export async function nearTheLimit({ page, picture, told, pass }: Stage): Promise<void> {
  await signInAnew(page)
  await changePolicy(page, { lockMinutes: 59, idleEndMinutes: 60, absoluteHours: 1 })
  await signInAnew(page)
  await told('Session Created')
  await pass(50)
  await expect(page.getByRole('dialog', { name: 'Session Expiring' })).toBeVisible()
  await picture('session-expiring')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await told('The work goes on')
  await changePolicy(page, { lockMinutes: 15, idleEndMinutes: 60, absoluteHours: 12 })
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
}

async function signInAnew(page: Page): Promise<void> {
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await signIn(page, username, password)
  await heading(page, 'Dashboard')
}

/** Countdowns stand still, so that a second run changes no picture. */
export async function stopCountdowns(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stopped = performance.now()
    performance.now = () => stopped
  })
}

async function changePolicy(page: Page, change: Partial<SessionPolicyValues>): Promise<void> {
  const problem = await page.evaluate(async (values) => {
    const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
    const read = await staffdesk.sessions.readPolicy({})
    if (!read.ok) return read.error.message
    const saved = await staffdesk.sessions.savePolicy({ policy: { ...read.value.policy, ...values } })
    return saved.ok ? null : saved.error.message
  }, change)
  if (problem !== null) throw new Error(`the policy was not saved: ${problem}`)
}
