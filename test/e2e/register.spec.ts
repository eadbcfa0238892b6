import type { Page } from '@playwright/test'
import { controls, expect, quit, test } from './company.ts'
import { ask } from './data-folder.ts'
import { closeWindow, newWindow } from './desktop.ts'
import {
  admin,
  changePerson,
  choosePassword,
  employee,
  field,
  fillRegistration,
  fillSteps,
  login,
  loginToDashboard,
  noor,
  openScreen,
  registerAdministrator,
  toEmployees,
  zoe,
} from './people.ts'

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('an employee without an account stands in the list and cannot sign in', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await fillRegistration(page, zoe)
  await expect(page.getByText('No account.')).toBeVisible()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
  await expect(page.getByText('Zoë Müller-Łukasz, number E-0100')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sign-in slip' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Open employee' }).click()
  await expect(page.getByText('This employee has no account and cannot sign in.')).toBeVisible()
  await toEmployees(page)
  await expect(row(page, 'Zoë')).toContainText(zoe.number)
  expect(ask(folder, 'SELECT count(*) FROM account')).toEqual([2])
})

test('what is missing or wrong is named beside its field before the step is left', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await page.getByRole('button', { name: 'Register employee' }).click()
  const next = page.getByRole('button', { name: 'Next' })

  await field(page, 'Work email').fill('nowhere')
  await next.click()
  await expect(field(page, 'Employee number')).toHaveAccessibleDescription(/Enter the employee number/)
  await expect(field(page, 'First name')).toHaveAccessibleDescription(/Enter the first name/)
  await expect(field(page, 'Work email')).toHaveAccessibleDescription(/name@example\.com/)
  await expect(field(page, 'Employee number')).toBeFocused()
  const summary = page.getByRole('alert').filter({ hasText: 'Please correct the following' })
  await summary.getByRole('button', { name: /Work email/i }).click()
  await expect(field(page, 'Work email')).toBeFocused()

  await field(page, 'Employee number').fill(noor.number)
  await field(page, 'First name').fill(noor.firstName)
  await field(page, 'Work email').fill('')
  await next.click()
  for (const [date, reason] of [
    ['', /Enter the hire date/],
    ['yesterday', /YYYY-MM-DD/],
    ['2026-02-30', /not a date that exists/],
  ] as const) {
    await field(page, 'Hire date').fill(date)
    await next.click()
    await expect(field(page, 'Hire date')).toHaveAccessibleDescription(reason)
  }
  await field(page, 'Hire date').fill(noor.hireDate)
  await next.click()
  await field(page, 'Username').fill('a b')
  await field(page, 'Temporary password').fill('too short')
  await next.click()
  await expect(field(page, 'Username')).toHaveAccessibleDescription(/letters, digits and/)
  await expect(field(page, 'Temporary password')).toHaveAccessibleDescription(/at least 15 characters/)
  await field(page, 'Username').fill('noor.o')
  await page.getByRole('button', { name: 'Generate' }).click()
  await expect(field(page, 'Temporary password')).not.toHaveValue('too short')
  await next.click()
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible()
})

test('a number, an e-mail address and a username that are taken are named on their step', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const register = page.getByRole('button', { name: 'Register', exact: true })
  const next = page.getByRole('button', { name: 'Next' })
  await fillRegistration(page, {
    ...noor,
    number: employee.number.toLowerCase(),
    email: employee.email.toUpperCase(),
    username: employee.username.toUpperCase(),
  })
  await register.click()
  await expect(field(page, 'Employee number')).toHaveAccessibleDescription(/E-0042 is already used by Ada Lovelace/)
  await expect(field(page, 'Employee number')).toBeFocused()
  await expect(field(page, 'Work email')).toHaveAccessibleDescription(/already used by Ada Lovelace/)

  await field(page, 'Employee number').fill(noor.number)
  await field(page, 'Work email').fill(noor.email)
  await next.click()
  await next.click()
  await next.click()
  await register.click()
  await expect(field(page, 'Username')).toHaveAccessibleDescription(/is taken/)
  await expect(field(page, 'Username')).toBeFocused()
  await expect(field(page, 'Temporary password')).toHaveValue(noor.temporaryPassword)

  await field(page, 'Username').fill(noor.username)
  await next.click()
  await register.click()
  await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
})

test('"Register and add another" begins anew and keeps the slip in sight', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await fillRegistration(page, noor)
  await page.getByRole('button', { name: 'Register and add another' }).click()
  await expect(page.getByRole('region', { name: 'Sign-in slip' })).toContainText(noor.temporaryPassword)
  await expect(page.getByText('Employee registered')).toBeVisible()
  await expect(field(page, 'Employee number')).toHaveValue('')
  await expect(field(page, 'First name')).toHaveValue('')
  await fillSteps(page, zoe)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Zoë Müller-Łukasz, number E-0100')).toBeVisible()
  await toEmployees(page)
  await expect(page.getByText('3 employees')).toBeVisible()
  await page.getByRole('button', { name: 'Register employee' }).click()
  await expect(field(page, 'Employee number')).toHaveValue('')
})

test('a half-filled registration is kept when the person leaves, logs out, or closes the window', async ({
  launch,
  folder,
}) => {
  const { app, child, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await page.getByRole('button', { name: 'Register employee' }).click()
  await field(page, 'Employee number').fill(noor.number)
  await field(page, 'First name').fill(noor.firstName)

  async function goOn(open: Page): Promise<void> {
    await toEmployees(open)
    await open.getByRole('button', { name: 'Register employee' }).click()
    await expect(open.getByText(/^Noor.*, left at/)).toBeVisible()
    await open.getByRole('button', { name: 'Continue' }).click()
  }

  await test.step('leaving for another screen', async () => {
    await page.getByRole('link', { name: 'Dashboard' }).click()
    const dialog = page.getByRole('dialog', { name: 'There is unsaved work' })
    await dialog.getByRole('button', { name: 'Stay' }).click()
    await expect(field(page, 'First name')).toHaveValue(noor.firstName)
    await page.getByRole('link', { name: 'Dashboard' }).click()
    await dialog.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
    await goOn(page)
    await expect(field(page, 'Employee number')).toHaveValue(noor.number)
  })

  await test.step('logging out and in again', async () => {
    await field(page, 'Last name').fill(noor.lastName)
    await page.getByRole('button', { name: 'Log Out' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save draft' }).click()
    await page.getByRole('button', { name: 'Back to login' }).click()
    await loginToDashboard(page, admin.username, admin.password)
    await goOn(page)
    await expect(field(page, 'Last name')).toHaveValue(noor.lastName)
  })

  await test.step('closing the window', async () => {
    await page.getByRole('button', { name: 'Next' }).click()
    await field(page, 'Hire date').fill(noor.hireDate)
    await page.getByRole('button', { name: 'Next' }).click()
    await field(page, 'Username').fill(noor.username)
    await field(page, 'Temporary password').fill(noor.temporaryPassword)
    const other = await newWindow(app, page)
    await controls(app, ({ desktop }) => desktop.answers.unsavedWork.push('save-draft'))
    await Promise.all([page.waitForEvent('close'), closeWindow(app, page)])
    await loginToDashboard(other, admin.username, admin.password)
    await goOn(other)
    await expect(field(other, 'Username')).toHaveValue(noor.username)
    await expect(field(other, 'Temporary password')).toHaveValue('')
    await field(other, 'Temporary password').fill(noor.temporaryPassword)
    await other.getByRole('button', { name: 'Next' }).click()
    await other.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(other.getByText('Noor Özdemir, number e-0101')).toBeVisible()
    await toEmployees(other)
    await other.getByRole('button', { name: 'Register employee' }).click()
    await expect(field(other, 'Employee number')).toHaveValue('')
    await expect(other.getByText('Continue your draft?')).toHaveCount(0)
  })

  await quit({ app, child })
  expect(ask(folder, "SELECT count(*) FROM kept_property WHERE name = 'draft'")).toEqual([0])
})

test('a draft is its owner’s alone, and gone once it is discarded', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await registerAdministrator(page, noor)
  const begin = async () => {
    await toEmployees(page)
    await page.getByRole('button', { name: 'Register employee' }).click()
  }
  const leaveBy = async (choice: 'Save draft' | 'Discard') => {
    await page.getByRole('link', { name: 'Dashboard' }).click()
    await page.getByRole('dialog').getByRole('button', { name: choice }).click()
  }
  await begin()
  await field(page, 'Employee number').fill('E-7')
  await leaveBy('Save draft')
  await changePerson(page)

  await login(page, noor.username, noor.temporaryPassword)
  await choosePassword(page, 'several unrelated words')
  await begin()
  await expect(field(page, 'Employee number')).toHaveValue('')
  await changePerson(page)

  await loginToDashboard(page, admin.username, admin.password)
  await begin()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(field(page, 'Employee number')).toHaveValue('E-7')
  await field(page, 'First name').fill('Nobody')
  await leaveBy('Discard')
  await begin()
  await expect(field(page, 'Employee number')).toHaveValue('')
  await expect(page.getByText('Continue your draft?')).toHaveCount(0)
})

test('numbers are suggested by a pattern, and somebody who is registered already is warned of', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Settings')
  await field(page, 'Pattern').fill('E-{0000}')
  await expect(page.getByText('The next number is E-0043.')).toBeVisible()
  await page.getByRole('button', { name: 'Save pattern' }).click()
  await expect(page.getByText('Pattern saved')).toBeVisible()

  await toEmployees(page)
  await page.getByRole('button', { name: 'Register employee' }).click()
  await expect(field(page, 'Employee number')).toHaveValue('E-0043')
  await field(page, 'First name').fill('Ada')
  await field(page, 'Last name').fill('LOVELACE')
  await field(page, 'Work email').fill(employee.email)
  await expect(page.getByText(`${employee.number}, same work email, same name`)).toBeVisible()
  await field(page, 'Work email').fill('')
  await page.getByRole('button', { name: 'Next' }).click()
  await field(page, 'Hire date').fill('2026-02-01')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Create an account').uncheck()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Register and add another' }).click()
  await expect(field(page, 'Employee number')).toHaveValue('E-0044')
})
