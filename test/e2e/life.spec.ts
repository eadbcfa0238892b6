import type { ElectronApplication, Page } from '@playwright/test'
import type { SessionPolicyValues } from '../../electron/contract/session-policy.ts'
import { controls, expect, quit, test } from './company.ts'
import { ask, endings } from './data-folder.ts'
import { newWindow } from './desktop.ts'
import {
  admin,
  badNews,
  employee,
  field,
  goodNews,
  loginToDashboard,
  logOut,
  openEmployee,
  toEmployees,
} from './people.ts'

/** How the session of a person at a desk lives: locked, warned of, gone on with, ended. */

const minutes = (app: ElectronApplication, count: number): Promise<void> =>
  app.evaluate((_electron, passed) => globalThis.staffdeskTest.clock.advance(passed * 60_000), count)

const isLocked = (page: Page) => expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()

async function givePassword(page: Page, password: string, button: string): Promise<void> {
  await field(page, 'Password').fill(password)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Somebody who has begun to register an employee. */
async function beginRegistering(page: Page): Promise<void> {
  await toEmployees(page)
  await page.getByRole('button', { name: 'Register employee' }).click()
  await field(page, 'First name').fill('Katherine')
}

test('a session is locked by its key, hides everything, and opens again as it was', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await beginRegistering(page)
  await page.keyboard.press('ControlOrMeta+l')
  await isLocked(page)
  await expect(goodNews(page, 'Session Locked')).toContainText('You locked this session')
  await expect(field(page, 'First name')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const code = await page.evaluate(async () => {
    const reply = await window.staffdesk.dashboard.read({})
    return reply.ok ? 'answered' : reply.error.code
  })
  expect(code).toBe('LOCKED')

  await givePassword(page, 'not the right password', 'Unlock')
  await expect(page.getByText('This is not your password').first()).toBeVisible()
  await givePassword(page, admin.password, 'Unlock')
  await expect(goodNews(page, 'Session Unlocked')).toBeVisible()
  await expect(field(page, 'First name')).toHaveValue('Katherine')
  await expect(field(page, 'First name')).toBeFocused()
  expect(endings(folder)).toEqual([null])
  expect(ask(folder, "SELECT count(*) FROM audit_entry WHERE action = 'session.unlocked'")).toEqual([1])
})

test('a desk that is left is warned, locked and in the end signed out', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await minutes(app, 14.5)
  await expect(page.getByText('Session Locking')).toBeVisible()
  await page.mouse.move(300, 300)
  await page.mouse.move(310, 310)
  await expect(page.getByText('Session Locking')).toHaveCount(0)
  await minutes(app, 15.5)
  await isLocked(page)
  await expect(goodNews(page, 'Session Locked')).toContainText('15 minutes')
  await expect(page.getByText(/The session ends in/).first()).toBeVisible()
  // On the lock screen a moving mouse is no activity.
  await page.mouse.move(320, 320)
  await minutes(app, 45)
  await expect(badNews(page, 'Session Expired')).toContainText('1 hour without activity')
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  expect(endings(folder)).toEqual(['idle'])
})

test('before its limit a session asks for the password, and goes on in a new one', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await savePolicy(page, { lockMinutes: 59, idleEndMinutes: 60, absoluteHours: 1 })
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await loginToDashboard(page, admin.username, admin.password)
  await minutes(app, 50)
  const dialog = page.getByRole('dialog', { name: 'Session Expiring' })
  await expect(dialog).toBeVisible()
  await givePassword(page, admin.password, 'Sign in again')
  await expect(goodNews(page, 'Session Created')).toContainText('The work goes on')
  await expect(dialog).toHaveCount(0)
  expect(endings(folder)).toEqual(['signed_out', 'signed_out', null])

  await minutes(app, 50)
  await expect(dialog).toBeVisible()
  const lastActivity = () => ask(folder, 'SELECT max(last_activity_at) FROM session_history')[0]
  const before = lastActivity()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(lastActivity).not.toBe(before)
  await minutes(app, 9)
  await expect(dialog).toBeVisible()
  await minutes(app, 1)
  await expect(badNews(page, 'Session Expired')).toContainText('limit of 1 hour')
  expect(endings(folder)).toEqual(['signed_out', 'signed_out', 'expired'])
})

test('work of a session that ended is gone on with by its owner, and by nobody else', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await beginRegistering(page)
  await minutes(app, 60)
  await expect(badNews(page, 'Session Expired')).toBeVisible()
  await expect(field(page, 'First name')).toBeHidden()
  await givePassword(page, admin.password, 'Sign in again')
  await expect(goodNews(page, 'Session Created')).toBeVisible()
  await expect(field(page, 'First name')).toHaveValue('Katherine')

  await minutes(app, 60)
  await page.getByRole('button', { name: 'Somebody else' }).click()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await expect(page.getByText('Katherine')).toHaveCount(0)
})

test('the computer’s sleep locks every window and clears what was copied', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)
  await page.evaluate(() => window.staffdesk.application.copy({ text: 'E-0042', secret: false }))
  await controls(app, ({ power }) => power.tell('suspend'))
  await isLocked(page)
  await isLocked(other)
  expect(await controls(app, ({ desktop }) => desktop.clipboard.readText())).toBe('')
  await controls(app, ({ clock, power }) => {
    clock.jump(8 * 3_600_000)
    power.tell('resume')
  })
  await expect(badNews(page, 'Session Expired')).toBeVisible()
  await expect(badNews(other, 'Session Expired')).toBeVisible()
})

test('another person gets a window of their own; the locked one waits', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await page.getByRole('button', { name: 'Lock' }).click()
  await isLocked(page)
  const [other] = await Promise.all([
    app.waitForEvent('window'),
    page.getByRole('button', { name: 'Switch user' }).click(),
  ])
  await loginToDashboard(other, employee.username, employee.password)
  await givePassword(page, admin.password, 'Unlock')
  await expect(goodNews(page, 'Session Unlocked')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+l')
  await isLocked(page)
  await page.getByRole('button', { name: 'Log Out' }).click()
  await expect(goodNews(page, 'Session Deleted')).toBeVisible()
  expect(endings(folder)).toEqual(['signed_out', null])
})

test('a clock that is set back ends every session, and signing in goes on', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await controls(app, ({ clock }) => {
    clock.jump(-3 * 60_000)
    clock.advance(30_000)
  })
  await expect(badNews(page, 'Session Ended')).toContainText('clock was set back')
  expect(endings(folder)).toEqual(['clock_changed'])
  await loginToDashboard(page, admin.username, admin.password)
})

test('five minutes after the password a sensitive act asks for it once more, and then goes on', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await minutes(app, 5.1)
  await openEmployee(page, 'Ada Lovelace')
  await page.getByRole('button', { name: 'Disable account' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm it is you' })
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Password', { exact: true }).fill(admin.password)
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Enable account' })).toBeVisible()
})

test('a session is kept over a restart where the policy says so, on the screen left', async ({ launch, folder }) => {
  const keychain = { environment: { STAFFDESK_TEST_KEYCHAIN: 'yes' } }
  const first = await launch(keychain)
  await loginToDashboard(first.page, admin.username, admin.password)
  await savePolicy(first.page, { whenClosed: 'keep' })
  await toEmployees(first.page)
  await quit(first)
  expect(endings(folder)).toEqual([null])

  const second = await launch(keychain)
  await expect(goodNews(second.page, 'Session Restored')).toContainText('signed in since')
  await expect(second.page.getByRole('heading', { name: 'Employees' })).toBeVisible()
  await quit(second)
  const third = await launch({ ...keychain, environment: { ...keychain.environment } })
  await expect(goodNews(third.page, 'Session Restored')).toBeVisible()
  await logOut(third.page)
  expect(endings(folder)).toEqual(['signed_out'])
})

test('where there is no keychain a session cannot be kept', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  expect(await savePolicy(page, { whenClosed: 'keep' })).toBe('INVALID_INPUT')
})

for (const engine of ['cache', 'cached-database', 'file', 'signed', 'database'] as const) {
  test(`sessions live on the engine ${engine}`, async ({ launch, folder }) => {
    const { app, child, page } = await launch()
    await loginToDashboard(page, admin.username, admin.password)
    if (engine === 'database') await savePolicy(page, { engine: 'cache' })
    else await savePolicy(page, { engine })
    await expect(badNews(page, 'Session Ended')).toContainText('where sessions are kept')
    await loginToDashboard(page, admin.username, admin.password)
    if (engine === 'database') {
      await savePolicy(page, { engine })
      await expect(badNews(page, 'Session Ended')).toBeVisible()
      await loginToDashboard(page, admin.username, admin.password)
    }
    await beginRegistering(page)
    await page.keyboard.press('ControlOrMeta+l')
    await isLocked(page)
    await givePassword(page, admin.password, 'Unlock')
    await expect(goodNews(page, 'Session Unlocked')).toBeVisible()
    await controls(app, ({ desktop }) => void desktop.answers.unsavedWork.push('discard'))
    await quit({ app, child })

    const again = await launch()
    await loginToDashboard(again.page, admin.username, admin.password)
    await logOut(again.page)
    expect(endings(folder).at(-1)).toBe('signed_out')
  })
}

/** Saves the rules for sessions with a change; answers why not, or null. */
function savePolicy(page: Page, change: Partial<SessionPolicyValues>): Promise<string | null> {
  return page.evaluate(async (given) => {
    const read = await window.staffdesk.sessions.readPolicy({})
    if (!read.ok) return read.error.code
    const policy = { ...read.value.policy, ...given }
    const saved = await window.staffdesk.sessions.savePolicy({ policy })
    return saved.ok ? null : saved.error.code
  }, change)
}
