import type { Page } from '@playwright/test'
import { controls, expect, test } from './company.ts'
import { ask } from './data-folder.ts'
import { newWindow } from './desktop.ts'
import {
  admin,
  badNews,
  changePerson,
  choosePassword,
  disableAccount,
  employee,
  field,
  goodNews,
  letSecondAdministratorIn,
  login,
  loginToDashboard,
  noor,
  openEmployee,
  registerEmployee,
  resetPassword,
  toEmployees,
  zoe,
} from './people.ts'

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const search = (page: Page) => page.getByLabel('Search employees')

test('the list is searched by name, number and username, with or without accents', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await registerEmployee(page, zoe)
  await registerEmployee(page, noor)
  await toEmployees(page)
  await expect(page.getByText('3 employees')).toBeVisible()

  for (const [typed, found] of [
    ['zoe', 'Zoë'],
    ['MULLER', 'Zoë'],
    ['łuk', 'Zoë'],
    ['ozdemir noor', 'Noor'],
    ['E-0101', 'Noor'],
    ['noor.o', 'Noor'],
    ['lovel', 'Ada'],
  ] as const) {
    await search(page).fill(typed)
    await expect(page.getByText('1 of 3'), `searching for ${typed}`).toBeVisible()
    await expect(row(page, found), `searching for ${typed}`).toBeVisible()
  }

  await search(page).fill('<nobody> 100%')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByText('Clear search').click()
  await expect(page.getByText('3 employees')).toBeVisible()

  await search(page).fill('noor')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await page.getByRole('link', { name: 'Noor Özdemir' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Noor Özdemir' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(search(page)).toHaveValue('noor')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Noor Özdemir' })).toBeFocused()
})

test('an employee is edited, and the list and the history show it', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await expect(save).toBeDisabled()
  await field(page, 'Last name').fill('King')
  await field(page, 'Work email').fill('not an address')
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  await save.click()
  await expect(field(page, 'Work email')).toHaveAccessibleDescription(/name@example\.com/)
  await field(page, 'Work email').fill('')
  await save.click()
  await expect(page.getByText('Changes saved')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Ada King' })).toBeVisible()

  await field(page, 'First name').fill('Augusta')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(field(page, 'First name')).toHaveValue('Ada')
  await toEmployees(page)
  await expect(row(page, 'Ada King')).toBeVisible()
  await expect(row(page, 'Lovelace')).toHaveCount(0)
  expect(ask(folder, "SELECT fields FROM audit_entry WHERE action LIKE 'employee.%' ORDER BY id DESC LIMIT 1")).toEqual(
    [expect.stringMatching(/last/i)],
  )
})

test('a save over a newer version shows both versions and lets the person choose', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await letSecondAdministratorIn(app, page)

  await openEmployee(page, 'Ada Lovelace')
  await field(page, 'Last name').fill('Byron')
  await openEmployee(other, 'Ada Lovelace')
  await field(other, 'Last name').fill('King')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByText('Changes saved')).toBeVisible()

  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody saved a newer version' })
  await expect(conflict.getByRole('row', { name: 'Last name' })).toHaveText(/Byron.*King/)
  await expect(field(page, 'Last name')).toHaveValue('Byron')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(conflict).toBeVisible()
  await expect(other.getByRole('heading', { level: 1, name: 'Ada King' })).toBeVisible()

  await conflict.getByRole('button', { name: 'Go on with the chosen' }).click()
  await expect(conflict).toHaveCount(0)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Changes saved')).toBeVisible()
  await expect(other.getByRole('heading', { level: 1, name: 'Ada Byron' })).toBeVisible()

  await field(other, 'First name').fill('Augusta')
  await field(page, 'First name').fill('Annabella')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await other.getByRole('button', { name: 'Load the newer version' }).click()
  await expect(field(other, 'First name')).toHaveValue('Annabella')
})

test('disabling an account ends its session at once; enabling lets the person in again', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)
  await openEmployee(page, 'Ada Lovelace')
  await disableAccount(page)
  await expect(page.getByText('Account disabled').first()).toBeVisible()
  await expect(badNews(other, 'Session Ended')).toContainText('Your account was disabled')
  await expect(other.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await login(other, employee.username, employee.password)
  await expect(badNews(other, 'Invalid Credentials')).toBeVisible()
  await toEmployees(page)
  await expect(row(page, 'Ada Lovelace')).toContainText('Disabled')

  await openEmployee(page, 'Ada Lovelace')
  await page.getByRole('button', { name: 'Enable account' }).click()
  await expect(page.getByText('Account enabled').first()).toBeVisible()
  await loginToDashboard(other, employee.username, employee.password)
})

test('a reset ends the session and hands out a slip; its password must be replaced', async ({ launch }) => {
  const { app, page } = await launch()
  const temporary = 'garden window velvet 12'
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)
  await openEmployee(page, 'Ada Lovelace')
  await resetPassword(page, temporary)
  await expect(badNews(other, 'Session Ended')).toContainText(`${admin.fullName} reset your password`)

  const slip = page.getByRole('region', { name: 'Sign-in slip' })
  await expect(slip).toContainText(admin.company)
  await expect(slip).toContainText(employee.username)
  await slip.getByRole('button', { name: 'Copy' }).click()
  await expect(slip.getByRole('status')).toContainText('Copied')
  const copied = await controls(app, ({ desktop }) => desktop.clipboard.readText())
  expect(copied).toContain(temporary)
  await slip.getByRole('button', { name: 'Print' }).click()
  await expect.poll(() => controls(app, ({ desktop }) => desktop.acts)).toContain('printed')

  await login(other, employee.username, employee.password)
  await expect(badNews(other, 'Invalid Credentials')).toBeVisible()
  await login(other, employee.username, temporary)
  await choosePassword(other, 'analytical engines compute')
  await expect(goodNews(other, 'Session Created')).toContainText('Password saved')

  // The slip is shown only once.
  await openEmployee(page, 'Ada Lovelace')
  await expect(page.getByText(temporary)).toHaveCount(0)
  await changePerson(page)
})
