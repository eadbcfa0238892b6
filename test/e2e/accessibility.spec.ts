import { rmSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { test } from './company.ts'
import { chooseMenu } from './desktop.ts'
import { expect, test as testWithoutCompany } from './fixtures.ts'
import { minutes, savePolicy } from './life.ts'
import {
  addDepartment,
  addPosition,
  admin,
  badNews,
  changePerson,
  closeDialog,
  createAdministrator,
  employee,
  field,
  fillRegistration,
  login,
  loginToDashboard,
  logOut,
  noor,
  openEmployee,
  openScreen,
  registerEmployee,
  resetPassword,
  toEmployees,
} from './people.ts'

// Each of these looks at many screens, in two themes and three sizes.
test.describe.configure({ timeout: 180_000 })

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** In CSS pixels: the smallest screen that is supported, the first size of a window at 200 %, and both at once. */
const sizes = [
  { width: 1024, height: 700 },
  { width: 600, height: 400 },
  { width: 512, height: 350 },
]

async function showIn(app: ElectronApplication, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
}

/** What is cut off at the right of the page, of the screen or of a dialog, and would have to be scrolled to. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, [role="dialog"]')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
  )

/** Whether the window scrolls besides the screen in its frame: something escapes the screen's own scrolling. */
const scrollsTwice = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement
    return document.querySelector('nav') !== null && scrollHeight > clientHeight
  })

/** Colours and sizes that are still on their way are no finding, nor is a toast that may begin to fade at any moment. */
async function untilStill(page: Page): Promise<void> {
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
}

/** Looks at the screen in sight in both themes and all sizes. What it finds fails the test at its end. */
async function examine(app: ElectronApplication, page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    for (const theme of ['light', 'dark'] as const) {
      await showIn(app, page, theme)
      await untilStill(page)
      // The other mode opens a page of its own, which Electron has not.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(standards).analyze()
      const findings = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      )
      expect.soft(findings, `${name}, ${theme}`).toEqual([])
    }
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.waitForFunction((width) => innerWidth === width, size.width)
      expect.soft(await tooWide(page), `${name} at ${size.width} × ${size.height}`).toEqual([])
    }
    await page.setViewportSize({ width: 1200, height: 800 })
    expect.soft(await scrollsTwice(page), `${name} scrolls twice`).toBe(false)
  })
}

/** What every test here says of its screens; each takes a few, so that none comes near its time limit. */
const keepStandards = (screens: string) =>
  `${screens} keep WCAG 2.2 AA, light and dark, and fit a small window and 200 %`

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

testWithoutCompany(keepStandards('set-up and a company without employees'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await see('set-up')
  await field(page, 'Username').fill('a b')
  await button(page, 'Create administrator').click()
  await expect(field(page, 'Username')).toHaveAttribute('aria-invalid', 'true')
  await see('set-up with problems')
  await createAdministrator(page)
  await see('recovery code')
  await button(page, 'I have saved it').click()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await expect(page.getByText('No employees yet')).toBeVisible()
  await see('no employees')
})

test(keepStandards('the login and its messages'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await see('login')
  await chooseMenu(app, page, 'screen.dashboard')
  await expect(badNews(page, 'Login Required')).toBeVisible()
  await see('login required')
  for (let failure = 0; failure < 5; failure += 1) {
    await login(page, 'nobody', 'a wrong password')
    await expect(field(page, 'Password')).toHaveValue('')
  }
  await expect(badNews(page, 'Invalid Credentials')).toBeVisible()
  await see('invalid credentials')
  await login(page, 'nobody', 'a wrong password')
  await expect(badNews(page, 'Too Many Attempts')).toBeVisible()
  await see('too many attempts')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: admin.fullName })).toBeVisible()
  await see('forgot password')
})

test(keepStandards('what stands before a registration'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await page.getByRole('button', { name: 'Register employee' }).click()
  await button(page, 'Next').click()
  await expect(field(page, 'Employee number')).toHaveAttribute('aria-invalid', 'true')
  await see('identity with problems')
  await field(page, 'Employee number').fill('E-1')
  await page.getByRole('link', { name: 'Dashboard' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('unsaved work')
  await page.getByRole('dialog').getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+n')
  await expect(page.getByText('Continue your draft?')).toBeVisible()
  await see('draft offered')
})

test(keepStandards('the steps of a registration'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await page.keyboard.press('ControlOrMeta+n')
  await field(page, 'Employee number').fill('E-1')
  await field(page, 'First name').fill('Temporary')
  await button(page, 'Next').click()
  await expect(field(page, 'Hire date')).toBeVisible()
  await see('job')
  await field(page, 'Hire date').fill(employee.hireDate)
  await button(page, 'Next').click()
  await expect(field(page, 'Temporary password')).toBeVisible()
  await see('account')
  await page.getByRole('link', { name: 'Dashboard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await fillRegistration(page, noor)
  await expect(button(page, 'Register')).toBeVisible()
  await see('review')
  await button(page, 'Register').click()
  await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
  await see('registered, with the slip')
})

test(keepStandards('dashboard and list'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await see('dashboard')
  await registerEmployee(page, {
    number: `E-${'9'.repeat(20)}`,
    firstName: 'Wilhelmina-Alexandra',
    lastName: 'Featherstonehaugh-Cholmondeley-Wolfeschlegelsteinhausenbergerdorff',
    hireDate: employee.hireDate,
  })
  await toEmployees(page)
  await expect(page.getByText('2 employees')).toBeVisible()
  await see('employees')
  await page.getByLabel('Search employees').fill('xyz')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await see('nothing matches')
  await page.getByLabel('Search employees').fill('')
  await page.getByRole('link', { name: /^Wilhelmina/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Wilhelmina/ })).toBeVisible()
  await see('an employee with a long name and no account')
})

test(keepStandards('the tools of the list'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await button(page, 'Filters').click()
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Active', exact: true }).check()
  await see('filters')
  await closeDialog(page)
  await button(page, 'Columns').click()
  await page.getByRole('checkbox', { name: 'Work email' }).check()
  await see('columns')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Select all 1 that match' }).check()
  await button(page, 'Views').click()
  await see('a selection, and views')
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
  await see('save as a view')
  await closeDialog(page)
})

test(keepStandards('the screens of an employee'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await field(page, 'First name').fill('')
  await button(page, 'Save').click()
  await expect(field(page, 'First name')).toHaveAttribute('aria-invalid', 'true')
  await see('employee with problems')
  await button(page, 'Discard').click()
  await button(page, 'Disable account').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('disable')
  await closeDialog(page)
  await button(page, 'Reset password').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('reset')
  await closeDialog(page)
  await resetPassword(page, employee.temporaryPassword)
  await see('employee with the slip')
})

test(keepStandards('choosing a password and what an employee sees'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('shortcuts')
  await closeDialog(page)
  await openEmployee(page, 'Ada Lovelace')
  await resetPassword(page, employee.temporaryPassword)
  await changePerson(page)
  await login(page, employee.username, employee.temporaryPassword)
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await button(page, 'Suggest a passphrase').click()
  await expect(field(page, 'New password')).not.toHaveValue('')
  await see('choose a password')
  await button(page, 'Save password').click()
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await see('dashboard of an employee')
  await chooseMenu(app, page, 'screen.employees')
  await expect(badNews(page, 'Not Allowed')).toBeVisible()
  await see('not allowed')
  await logOut(page)
  await see('logged out')
})

test(keepStandards('the recovery screens'), async ({ launch, folder }) => {
  rmSync(join(folder, 'staffdesk.db'))
  const { app, page } = await launch()
  await examine(app, page, 'recovery')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await examine(app, page, 'start over')
})

test(keepStandards('the screens of sessions'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await page.getByRole('link', { name: 'Sessions', exact: true }).click()
  await expect(page.getByRole('cell', { name: 'This session' })).toBeVisible()
  await see('sessions')
  await page.getByRole('link', { name: 'My session' }).click()
  await expect(page.getByRole('row', { name: /^user/ })).toBeVisible()
  await see('my session')
})

test(keepStandards('departments and positions'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await expect(page.getByText('No departments yet')).toBeVisible()
  await see('no departments')
  const long = 'Wolfeschlegelsteinhausenbergerdorff-und-Umgebung-Vertriebsgesellschaft'
  await addDepartment(page, { name: long, code: 'W'.repeat(32), head: 'Ada Lovelace' })
  for (const parent of [long, `${long} › Below`]) await addDepartment(page, { name: 'Below', parent })
  await see('departments')
  await button(page, 'Edit').first().click()
  await field(page, 'Name').fill('')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(field(page, 'Name')).toHaveAttribute('aria-invalid', 'true')
  await see('department with problems')
  await page.keyboard.press('Escape')
  await expect(button(page, 'Stay')).toBeVisible()
  await see('unsaved work over a dialog')
  await button(page, 'Discard').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openScreen(page, 'Positions')
  await addPosition(page, long)
  await see('positions')
})

test(keepStandards('custom fields and assignments'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Custom fields')
  await button(page, 'Add field').click()
  await field(page, 'Name').fill('Wolfeschlegelsteinhausenbergerdorff-und-Umgebung')
  await field(page, 'Kind').selectOption('Choice')
  for (const _ of ['one', 'another']) await button(page, 'Add choice').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(field(page, 'Choice 1')).toHaveAttribute('aria-invalid', 'true')
  await see('custom field with problems')
  await field(page, 'Choice 1').fill('First')
  await button(page, 'Remove choice 2').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await see('custom fields')
  await button(page, 'Delete').click()
  await expect(field(page, 'Name of the field')).toBeVisible()
  await see('deleting a custom field')
  await closeDialog(page)
  await openEmployee(page, 'Ada Lovelace')
  await field(page, 'Employment type').selectOption('Intern')
  await field(page, 'Effective from').fill('2099-01-01')
  await button(page, 'Save').click()
  await expect(page.getByText('Planned', { exact: true })).toBeVisible()
  await see('planned assignment')
  await button(page, 'Change planned').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('changing what is planned')
})

test(keepStandards('the directory, oneself and the team'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'My details')
  await expect(page.getByText('You have no employee record')).toBeVisible()
  await see("no details of one's own")
  await chooseMenu(app, page, 'screen.team')
  await expect(page.getByText('Nobody reports to you')).toBeVisible()
  await see('no team')
  await changePerson(page)
  await loginToDashboard(page, employee.username, employee.password)
  await openScreen(page, 'My details')
  await expect(page.getByText('To have something changed')).toBeVisible()
  await see('my details')
  await openScreen(page, 'Directory')
  await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
  await see('directory')
  await page.getByRole('link', { name: 'Ada Lovelace' }).click()
  await expect(page.getByText('Nobody reports to them.')).toBeVisible()
  await see('a person of the directory')
})

test(keepStandards('profile, settings and the lock'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await page.getByRole('link', { name: 'Profile' }).click()
  await expect(field(page, 'Current password')).toBeVisible()
  await see('profile')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(field(page, 'Lock after (minutes)')).toBeVisible()
  await see('settings')
  await button(page, 'Lock').click()
  await expect(button(page, 'Unlock')).toBeVisible()
  await see('lock')
})

test(keepStandards('what a session asks of its person'), async ({ launch }) => {
  const { app, page } = await launch()
  const see = (name: string) => examine(app, page, name)
  await loginToDashboard(page, admin.username, admin.password)
  await savePolicy(page, { lockMinutes: 59, idleEndMinutes: 60, absoluteHours: 1 })
  await changePerson(page)
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await minutes(app, 6)
  await button(page, 'Disable account').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click()
  await expect(page.getByRole('dialog', { name: 'Confirm it is you' })).toBeVisible()
  await see('confirm it is you')
  await page.keyboard.press('Escape')
  await closeDialog(page)
  await minutes(app, 45)
  await expect(page.getByRole('dialog', { name: 'Session Expiring' })).toBeVisible()
  await see('session expiring')
  await closeDialog(page)
  await page.keyboard.press('ControlOrMeta+n')
  // The employee's page has a field of that name too.
  await expect(page.getByRole('heading', { name: 'Register employee' })).toBeVisible()
  await field(page, 'First name').fill('Temporary')
  await minutes(app, 9)
  await expect(button(page, 'Sign in again')).toBeVisible()
  await see('work that waits for its owner')
})

test(keepStandards('the warnings of a lock'), async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await minutes(app, 14.5)
  await expect(page.getByText('Session Locking')).toBeVisible()
  await examine(app, page, 'session locking')
})
