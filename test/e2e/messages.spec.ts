import { copyFileSync, existsSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { EndReason } from '../../electron/contract/session-view.ts'
import { controls, expect, kill, quit, test } from './company.ts'
import { ask, endings } from './data-folder.ts'
import { chooseMenu, newWindow } from './desktop.ts'
import { givePassword, isLocked, minutes, savePolicy } from './life.ts'
import {
  admin,
  badNews,
  changePerson,
  choosePassword,
  employee,
  field,
  goodNews,
  login,
  loginToDashboard,
  logOut,
  toEmployees,
} from './people.ts'

/**
 * Every message about the life of a session, as it is told in the window: its first line to the letter, its second line,
 * on which screen, as good or bad news, alone and once; and what of it stays in the history of its owner.
 */
interface Message {
  readonly title: string
  readonly detail: string | RegExp
  /** Good news or bad. */
  readonly role: 'status' | 'alert'
  /** The heading of the screen. */
  readonly on: string
}

const dashboard = 'Dashboard'
const atLogin = 'Employee Login'

/** One row for each reason: a new one without a row does not compile. */
const ends = {
  signed_out: {
    title: 'Session Deleted',
    detail: /^You are signed out: property `user` \(ada\) deleted\. The session lasted .+\.$/,
    role: 'status',
    on: 'Logged out',
  },
  idle: {
    title: 'Session Expired',
    detail: 'Your session ended after 1 hour without activity. Sign in again to go on.',
    role: 'alert',
    on: atLogin,
  },
  expired: {
    title: 'Session Expired',
    detail: 'Your session reached its limit of 1 hour. Sign in again to go on.',
    role: 'alert',
    on: atLogin,
  },
  ended_by_admin: {
    title: 'Session Ended',
    detail: `${admin.fullName} ended your session.`,
    role: 'alert',
    on: atLogin,
  },
  ended_elsewhere: {
    title: 'Session Ended',
    detail: 'ada signed in again in another window or on another computer, which ended this session.',
    role: 'alert',
    on: atLogin,
  },
  account_disabled: {
    title: 'Session Ended',
    detail: 'Your account was disabled. Ask an administrator.',
    role: 'alert',
    on: atLogin,
  },
  password_changed: {
    title: 'Session Ended',
    detail: `${admin.fullName} reset your password. Sign in with the temporary password that you were given.`,
    role: 'alert',
    on: atLogin,
  },
  role_changed: {
    title: 'Session Ended',
    detail: 'Your role was changed. Sign in again to go on with the new one.',
    role: 'alert',
    on: atLogin,
  },
  app_closed: {
    title: 'Session Ended',
    detail: /^The last session on this computer ended when Staffdesk was closed, on \d+ \w+ \d+ at \d\d:\d\d\.$/,
    role: 'alert',
    on: atLogin,
  },
  app_interrupted: {
    title: 'Session Ended',
    detail:
      /^The last session on this computer ended when Staffdesk stopped unexpectedly, on \d+ \w+ \d+ at \d\d:\d\d\.$/,
    role: 'alert',
    on: atLogin,
  },
  clock_changed: {
    title: 'Session Ended',
    detail: "This computer's clock was set back. Sign in again.",
    role: 'alert',
    on: atLogin,
  },
  engine_changed: {
    title: 'Session Ended',
    detail: 'An administrator changed where sessions are kept. Sign in again.',
    role: 'alert',
    on: atLogin,
  },
  secret_renewed: {
    title: 'Session Ended',
    detail: 'The key that protects sessions was renewed. Sign in again.',
    role: 'alert',
    on: atLogin,
  },
  database_restored: {
    title: 'Session Ended',
    detail: "The last session on this computer ended because the company's data was restored from a backup.",
    role: 'alert',
    on: atLogin,
  },
} as const satisfies Record<EndReason, Message>

const loginRequired = {
  title: 'Login Required',
  detail: 'Sign in to see that screen.',
  role: 'alert',
  on: atLogin,
} as const satisfies Message

/** What is told besides the ends. Of those that are pending the acts that bring them are not there yet. */
const others = {
  signedIn: {
    title: 'Session Created',
    detail: 'Welcome, Ada Lovelace. This session lasts up to 12 hours.',
    role: 'status',
    on: dashboard,
  },
  signedInToScreen: {
    title: 'Session Created',
    detail: 'Welcome, Ada Lovelace. This session lasts up to 12 hours.',
    role: 'status',
    on: 'Profile',
  },
  signedInAfterForcedChange: {
    title: 'Session Created',
    detail: 'Password saved. Welcome, Ada Lovelace. This session lasts up to 12 hours.',
    role: 'status',
    on: dashboard,
  },
  signedInAfterInterruption: {
    title: 'Session Created',
    detail: /^Welcome, .+ Your last session ended when Staffdesk stopped unexpectedly, on .+\.$/,
    role: 'status',
    on: dashboard,
  },
  signedInAfterClosing: {
    title: 'Session Created',
    detail: /^Welcome, .+ Your last session ended when Staffdesk was closed, on .+\.$/,
    role: 'status',
    on: dashboard,
  },
  signedInAfterRestoring: {
    title: 'Session Created',
    detail: /^Welcome, .+ Your last session ended because the company's data was restored from a backup\.$/,
    role: 'status',
    on: dashboard,
  },
  invalidCredentials: {
    title: 'Invalid Credentials',
    detail: 'This username and password do not open an account. Check both and try again.',
    role: 'alert',
    on: atLogin,
  },
  tooManyAttempts: {
    title: 'Too Many Attempts',
    detail: /^Too many tries failed\. Wait \d+ seconds?, then try again\.$/,
    role: 'alert',
    on: atLogin,
  },
  restored: {
    title: 'Session Restored',
    detail: /^Staffdesk was started again\. You have been signed in since \d+ \w+ \d+ at \d\d:\d\d\.$/,
    role: 'status',
    on: 'Employees',
  },
  aboutToLock: {
    title: 'Session Locking',
    detail: 'Nothing was done here for a while. Move the mouse or press a key to keep the session open.',
    role: 'status',
    on: 'Employees',
  },
  wentOn: {
    title: 'Session Created',
    detail: 'The work goes on in a new session, which lasts up to 1 hour.',
    role: 'status',
    on: 'Employees',
  },
  locked: {
    title: 'Session Locked',
    detail: 'There was no activity for 15 minutes. Your work is kept as you left it.',
    role: 'status',
    on: admin.fullName,
  },
  unlocked: {
    title: 'Session Unlocked',
    detail: /^It was locked for [^.]+\. Everything is as you left it\.$/,
    role: 'status',
    on: 'Employees',
  },
  propertyDeleted: {
    title: 'Session Property Deleted',
    detail: 'The property `theme` was deleted.',
    role: 'status',
    on: 'My session',
  },
  cleared: {
    title: 'Session Cleared',
    detail: '1 property was deleted. You stay signed in.',
    role: 'status',
    on: 'My session',
  },
  loginRequiredByMenu: loginRequired,
  loginRequiredGoingBack: loginRequired,
  loginRequiredAtStart: loginRequired,
  notAllowed: {
    title: 'Not Allowed',
    detail: 'Your role does not include this. An administrator can grant it.',
    role: 'alert',
    on: 'Employees',
  },
  offboarded: ends.account_disabled,
  aboutToReachLimit: 'in a dialog',
  endedFromAnotherComputer: 'pending',
  restoredWithinStaffdesk: 'pending',
} as const satisfies Record<string, Message | 'in a dialog' | 'pending'>

const rows = { ...ends, ...others }
type Row = keyof typeof rows
/** What a person is told at the top of a screen. */
type Told = { [R in Row]: (typeof rows)[R] extends Message ? R : never }[Row]

const reached = new Set<Row>()
const anyTitle = new RegExp(
  `^(${[...new Set(Object.values(rows).map((row) => (typeof row === 'string' ? 'Session Expiring' : row.title)))].join('|')})$`,
)

/** The first lines of all messages that stand on the page as messages. */
const toldOn = (page: Page) => page.locator('[role=status], [role=alert]').getByText(anyTitle)

/** That a message is told, to the letter, on its screen, and no other beside it. */
async function expectTold(page: Page, row: Told): Promise<void> {
  await test.step(row, async () => {
    const { title, detail, role, on }: Message = rows[row]
    const told = page.getByRole(role).filter({ has: page.getByText(title, { exact: true }) })
    await expect(told.getByText(detail, { exact: true })).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(on)
    await expect(toldOn(page)).toHaveText([title])
  })
  reached.add(row)
}

/** That no message is left on the page. */
const expectNothingTold = (page: Page) => expect(toldOn(page)).toHaveCount(0)

const open = (page: Page, screen: string) => page.getByRole('link', { name: screen, exact: true }).click()

/** What the history of the person's sessions keeps of the messages, the newest first: their first lines. */
async function history(page: Page): Promise<string[]> {
  await open(page, 'My session')
  const table = page.getByRole('table', { name: /^What you were told/ })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  return table.locator('tbody td:nth-child(2)').allInnerTexts()
}

const setBack = (app: ElectronApplication) =>
  controls(app, ({ clock }) => {
    clock.jump(-3 * 60_000)
    clock.advance(30_000)
  })

test('who is at the login, and who may not go on, is told why', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--open=profile'] })
  await expectTold(page, 'loginRequiredAtStart')
  await login(page, employee.username, 'not the right password at all')
  await expectTold(page, 'invalidCredentials')
  await login(page, employee.username, employee.password)
  await expectTold(page, 'signedInToScreen')
  await open(page, dashboard)
  await expectNothingTold(page)
  await open(page, 'Profile')
  await expect(page.getByRole('heading', { name: 'Profile', level: 1 })).toBeVisible()
  await expectNothingTold(page)
  await chooseMenu(app, page, 'screen.employees')
  await expectTold(page, 'notAllowed')
  await page.getByRole('button', { name: 'Back to the dashboard' }).click()
  await logOut(page)
  await expectTold(page, 'signed_out')
  await page.keyboard.press('Alt+ArrowLeft')
  await expectTold(page, 'loginRequiredGoingBack')
  await page.reload()
  await expectNothingTold(page)
  await chooseMenu(app, page, 'screen.dashboard')
  await expectTold(page, 'loginRequiredByMenu')
  await login(page, employee.username, employee.password)
  await expectTold(page, 'signedIn')
  await changePerson(page)

  for (let failure = 1; failure <= 5; failure += 1) {
    await login(page, 'nobody', `not the right password ${failure}`)
    await expect(field(page, 'Password')).toHaveValue('')
  }
  await login(page, 'nobody', 'not the right password 6')
  await expectTold(page, 'tooManyAttempts')
  await expect(badNews(page, 'Too Many Attempts')).toContainText(/You can try again in 0:\d\d/)
})

test('what an administrator or another window does to a session is told in its own', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const one = await newWindow(app, page)
  const another = await newWindow(app, page)
  const ada = ask<number>(folder, "SELECT id FROM account WHERE username = 'ada'")[0] ?? 0
  const temporary = 'first morning bridge 32'

  await loginToDashboard(one, employee.username, employee.password)
  await page.evaluate((accountId) => window.staffdesk.sessions.endAllOf({ accountId }), ada)
  await expectTold(one, 'ended_by_admin')
  await one.getByRole('link', { name: 'Forgot your password?' }).click()
  await one.getByRole('button', { name: 'Back to login' }).click()
  await expect(one.getByRole('heading', { name: atLogin })).toBeVisible()
  await expectNothingTold(one)
  await loginToDashboard(one, employee.username, employee.password)
  await expectTold(one, 'signedIn')
  await loginToDashboard(another, employee.username, employee.password)
  await expectTold(one, 'ended_elsewhere')
  await page.evaluate((accountId) => window.staffdesk.accounts.changeRole({ accountId, role: 'manager' }), ada)
  await expectTold(another, 'role_changed')
  await loginToDashboard(one, employee.username, employee.password)
  await page.evaluate((given) => window.staffdesk.accounts.resetPassword(given), {
    accountId: ada,
    temporaryPassword: temporary,
  })
  await expectTold(one, 'password_changed')
  await login(one, employee.username, temporary)
  await expect(one.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await expectNothingTold(one)
  await choosePassword(one, 'looms weave patterns 1801')
  await expectTold(one, 'signedInAfterForcedChange')
  expect(await history(one)).toEqual([
    'Session Created',
    'Session Ended',
    'Session Created',
    'Session Ended',
    'Session Created',
    'Session Ended',
    'Session Created',
    'Session Ended',
    'Session Created',
    'Session Deleted',
    'Session Created',
  ])
  await page.evaluate((accountId) => window.staffdesk.accounts.disable({ accountId }), ada)
  await expectTold(one, 'account_disabled')
  await page.evaluate((accountId) => window.staffdesk.accounts.enable({ accountId }), ada)
  await loginToDashboard(one, employee.username, 'looms weave patterns 1801')
  await page.evaluate(async () => {
    const list = await window.staffdesk.employees.list({ filter: { search: 'lovelace' }, offset: 0, limit: 1 })
    const id = list.ok ? (list.value.rows[0]?.id ?? 0) : 0
    const leaving = { leavingDate: '2026-11-20', leavingReason: 'resigned', successorId: null } as const
    await window.staffdesk.employees.offboard({ id, version: 1, leaving })
  })
  await expectTold(one, 'offboarded')
  expect(endings(folder)).toEqual([
    null,
    'ended_by_admin',
    'ended_elsewhere',
    'role_changed',
    'password_changed',
    'account_disabled',
    'account_disabled',
  ])
})

test('what a person takes from their session, and what ends everybody’s, is told and stays in the history', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const setTheme = () => page.evaluate(() => window.staffdesk.sessions.setTheme({ theme: 'dark' }))
  await setTheme()
  await open(page, 'My session')
  await page.getByRole('row', { name: /theme/ }).getByRole('button', { name: 'Delete' }).click()
  await expectTold(page, 'propertyDeleted')
  await setTheme()
  await page.getByRole('button', { name: 'Clear session' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clear session' }).click()
  await expectTold(page, 'cleared')

  await savePolicy(page, { engine: 'cache' })
  await expectTold(page, 'engine_changed')
  await loginToDashboard(page, admin.username, admin.password)
  await page.evaluate(() => window.staffdesk.sessions.renewSecret({}))
  await expectTold(page, 'secret_renewed')
  await loginToDashboard(page, admin.username, admin.password)
  await setBack(app)
  await expectTold(page, 'clock_changed')
  await loginToDashboard(page, admin.username, admin.password)
  await expect(goodNews(page, 'Session Created')).not.toContainText('last session')
  expect((await history(page)).slice(0, 9)).toEqual([
    'Session Created',
    'Session Ended',
    'Session Created',
    'Session Ended',
    'Session Created',
    'Session Ended',
    'Session Cleared',
    'Session Property Deleted',
    'Session Created',
  ])
  expect(endings(folder)).toEqual(['engine_changed', 'secret_renewed', 'clock_changed', null])
})

test('a desk that is left is warned, locked and in the end signed out', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await minutes(app, 14.5)
  await expectTold(page, 'aboutToLock')
  await page.mouse.move(300, 300)
  await page.mouse.move(310, 310)
  await expectNothingTold(page)
  await minutes(app, 15.5)
  await expectTold(page, 'locked')
  await givePassword(page, admin.password, 'Unlock')
  await expectTold(page, 'unlocked')

  await minutes(app, 15.5)
  await isLocked(page)
  await expect(page.getByText(/The session ends in/).first()).toBeVisible()
  // On the lock screen a moving mouse is no activity.
  await page.mouse.move(320, 320)
  await minutes(app, 45)
  await expectTold(page, 'idle')
  expect(endings(folder)).toEqual(['idle'])
  await loginToDashboard(page, admin.username, admin.password)
  expect((await history(page)).slice(0, 8)).toEqual([
    'Session Created',
    'Session Expired',
    'Session Locked',
    'Session Locking',
    'Session Unlocked',
    'Session Locked',
    'Session Locking',
    'Session Locking',
  ])
})

test('before its limit a session asks for the password, and goes on in a new one', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await savePolicy(page, { lockMinutes: 59, idleEndMinutes: 60, absoluteHours: 1 })
  await changePerson(page)
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await minutes(app, 50)
  const dialog = page.getByRole('dialog', { name: 'Session Expiring', exact: true })
  await expect(dialog.getByRole('alert')).toHaveText(
    'This session reaches its limit. Sign in again to go on with everything as it is.',
  )
  await expect(dialog.getByText(/^It ends in \d+:\d\d$/)).toBeVisible()
  reached.add('aboutToReachLimit')
  await givePassword(page, admin.password, 'Sign in again')
  await expectTold(page, 'wentOn')
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
  await expectTold(page, 'expired')
  expect(endings(folder)).toEqual(['signed_out', 'signed_out', 'expired'])
  await loginToDashboard(page, admin.username, admin.password)
  expect((await history(page)).slice(0, 8)).toEqual([
    'Session Created',
    'Session Expired',
    'Session Expiring',
    'Session Expiring',
    'Session Created',
    'Session Deleted',
    'Session Expiring',
    'Session Created',
  ])
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
  await expectTold(second.page, 'restored')
  await quit(second)
  const { page } = await launch(keychain)
  await expectTold(page, 'restored')
  expect((await history(page)).slice(0, 3)).toEqual(['Session Restored', 'Session Restored', 'Session Created'])
  await logOut(page)
  expect(endings(folder)).toEqual(['signed_out'])
})

test('the end of the application is told at the next start, on the login and to its owner, once', async ({
  launch,
  folder,
}) => {
  const first = await launch()
  await loginToDashboard(first.page, admin.username, admin.password)
  await kill(first.child)
  expect(endings(folder)).toEqual([null])

  const second = await launch()
  await expectTold(second.page, 'app_interrupted')
  expect(endings(folder)).toEqual(['app_interrupted'])
  await login(second.page, admin.username, admin.password)
  await expectTold(second.page, 'signedInAfterInterruption')
  await expect(second.page.getByRole('row').filter({ hasText: 'Staffdesk stopped unexpectedly' })).toHaveCount(1)
  await changePerson(second.page)
  await login(second.page, admin.username, admin.password)
  await expect(goodNews(second.page, 'Session Created')).not.toContainText('last session')
  await quit(second)

  const { page } = await launch()
  await expectTold(page, 'app_closed')
  await login(page, admin.username, admin.password)
  await expectTold(page, 'signedInAfterClosing')
  expect((await history(page)).slice(0, 6)).toEqual([
    'Session Created',
    'Session Ended',
    'Session Created',
    'Session Deleted',
    'Session Created',
    'Session Ended',
  ])
  await changePerson(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: atLogin })).toBeVisible()
  await expectNothingTold(page)
})

test('data that is put back ends the sessions that were open in it, which is told to their owner', async ({
  launch,
  folder,
}) => {
  const database = join(folder, 'staffdesk.db')
  const backup = join(folder, 'kept elsewhere.db')
  const first = await launch()
  await loginToDashboard(first.page, admin.username, admin.password)
  copyFileSync(database, backup)
  if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${backup}-wal`)
  await quit(first)
  truncateSync(database, 10)

  const { app, page } = await launch()
  await app.evaluate((_electron, file) => void staffdeskTest.desktop.answers.chooseDatabaseFile.push(file), backup)
  await page.getByRole('button', { name: 'Choose a database file or backup' }).click()
  await expectTold(page, 'database_restored')
  await login(page, admin.username, admin.password)
  await expectTold(page, 'signedInAfterRestoring')
  expect((await history(page)).slice(0, 3)).toEqual(['Session Created', 'Session Ended', 'Session Created'])
  expect(endings(folder)).toEqual(['database_restored', null])
})

// The last of this file: it looks back on the others.
test('every message was reached but those whose acts are not there yet', () => {
  const names = Object.keys(rows) as Row[]
  expect(names.filter((name) => !reached.has(name))).toEqual(['endedFromAnotherComputer', 'restoredWithinStaffdesk'])
  expect(names.filter((name) => rows[name] === 'pending')).toEqual(names.filter((name) => !reached.has(name)))
})
