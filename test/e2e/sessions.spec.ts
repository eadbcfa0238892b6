import type { Page } from '@playwright/test'
import { expect, test } from './company.ts'
import { endings } from './data-folder.ts'
import { newWindow } from './desktop.ts'
import {
  admin,
  badNews,
  changePerson,
  employee,
  field,
  goodNews,
  login,
  loginToDashboard,
  openEmployee,
} from './people.ts'

/** The screens of sessions, by the names that people see. */

const open = (page: Page, screen: string) => page.getByRole('link', { name: screen, exact: true }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

test('an administrator sees who is signed in, ends a session, and its window is told', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await open(page, 'Sessions')
  await expect(page.getByRole('cell', { name: 'This session' })).toBeVisible()
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)
  const row = page.getByRole('table', { name: /Sessions that last/ }).getByRole('row', { name: /Ada Lovelace/ })
  await expect(row).toContainText('Active')
  await other.keyboard.press('ControlOrMeta+l')
  await expect(row).toContainText('Locked')
  await field(page, 'Filter sessions').fill('grace')
  await expect(row).toHaveCount(0)
  await field(page, 'Filter sessions').fill('ada')
  await row.getByRole('button', { name: /^End session/ }).click()
  await confirm(page, 'End session')
  await expect(badNews(other, 'Session Ended')).toBeVisible()
  await field(page, 'Search ended sessions').fill('administrator')
  await expect(page.getByRole('table', { name: /Ended sessions/ }).getByText('Ended by an administrator')).toBeVisible()

  await loginToDashboard(other, employee.username, employee.password)
  await press(page, 'End all sessions')
  await confirm(page, 'End all sessions')
  await expect(badNews(other, 'Session Ended')).toBeVisible()
  await expect(page.getByText(/^Peak 2/)).toBeVisible()
  expect(endings(folder)).toEqual([null, 'ended_by_admin', 'ended_by_admin'])
})

test('a person sees what their session keeps, deletes it, and logs out everywhere', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, employee.username, employee.password)
  await expect(page.getByRole('link', { name: 'Sessions', exact: true })).toHaveCount(0)
  await open(page, 'Profile')
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await changePerson(page)
  await loginToDashboard(page, employee.username, employee.password)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')

  await open(page, 'My session')
  const properties = page.getByRole('table', { name: /^Properties/ })
  const theme = properties.getByRole('row', { name: /theme/ })
  await expect(theme).toContainText('dark')
  await theme.getByRole('button', { name: /^Delete/ }).click()
  await expect(goodNews(page, 'Session Property Deleted')).toBeVisible()
  await expect(theme).toHaveCount(0)
  await press(page, 'Clear session')
  await confirm(page, 'Clear session')
  await expect(goodNews(page, 'Session Cleared')).toBeVisible()
  await press(page, 'Log out everywhere')
  await confirm(page, 'Log out everywhere')
  await expect(page.getByRole('heading', { name: 'Logged out' })).toBeVisible()
  await expect(goodNews(page, 'Session Deleted')).toBeVisible()
  expect(endings(folder)).toEqual(['signed_out', 'signed_out'])
})

test('a person changes their password and goes on; the old one opens nothing', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, employee.username, employee.password)
  await open(page, 'Profile')
  await field(page, 'Current password').fill('not the present one')
  await field(page, 'New password').fill('looms weave patterns 1801')
  await field(page, 'Confirm password').fill('looms weave patterns 1801')
  await press(page, 'Change password')
  await expect(page.getByText('This is not your password').first()).toBeVisible()
  await field(page, 'Current password').fill(employee.password)
  await press(page, 'Change password')
  await expect(page.getByText('Password changed').first()).toBeVisible()
  await changePerson(page)
  await login(page, employee.username, employee.password)
  await expect(badNews(page, 'Invalid Credentials')).toBeVisible()
  await loginToDashboard(page, employee.username, 'looms weave patterns 1801')
})

test('another role ends the sessions of a person and holds from the next one', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)
  await openEmployee(page, 'Ada Lovelace')
  await press(page, 'Change role')
  await page.getByRole('dialog').getByLabel('Role', { exact: true }).selectOption('Administrator')
  await confirm(page, 'Change role')
  await expect(badNews(other, 'Session Ended')).toBeVisible()
  await loginToDashboard(other, employee.username, employee.password)
  await open(other, 'Sessions')
  await expect(other.getByRole('heading', { name: 'Sessions', level: 1 })).toBeVisible()
  expect(endings(folder)).toEqual([null, 'role_changed', null])
})

test('the rules for sessions are set, tested and renewed', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await open(page, 'Settings')
  await field(page, 'Lock after (minutes)').fill('90')
  await press(page, 'Save')
  await expect(page.getByText('from 1 to 60').first()).toBeVisible()
  await field(page, 'Lock after (minutes)').fill('20')
  await press(page, 'Save')
  await expect(page.getByText('Settings saved')).toBeVisible()
  await press(page, 'Test session storage')
  await expect(page.getByText('Session storage works')).toBeVisible()
  await press(page, 'Clear expired now')
  await expect(page.getByText('Expired sessions cleared')).toBeVisible()

  await page.getByRole('radio', { name: 'Files' }).check({ force: true })
  await press(page, 'Save')
  await confirm(page, 'Save and end all sessions')
  await expect(badNews(page, 'Session Ended')).toBeVisible()
  // The form was not yet known to be saved when its session ended, so its owner goes on with it.
  await field(page, 'Password').fill(admin.password)
  await press(page, 'Sign in again')
  await expect(goodNews(page, 'Session Created')).toBeVisible()
  await expect(field(page, 'Lock after (minutes)')).toHaveValue('20')
  await press(page, 'Renew the signing key')
  await confirm(page, 'Renew the signing key')
  await expect(badNews(page, 'Session Ended')).toBeVisible()
  expect(endings(folder)).toEqual(['engine_changed', 'secret_renewed'])
})
