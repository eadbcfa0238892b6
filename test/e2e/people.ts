import { expect, type Locator, type Page } from '@playwright/test'

/** What people do, by the names that they see. */

export const admin = {
  company: 'Meridian Office Supplies',
  fullName: 'Grace Hopper',
  username: 'grace',
  password: 'quiet harbour lantern 7',
} as const

export const employee = {
  number: 'E-0042',
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@meridian.example',
  hireDate: '2026-01-05',
  username: 'ada',
  temporaryPassword: 'first morning bridge 31',
  password: 'analytical engine room 1843',
} as const

export interface Person {
  readonly number: string
  readonly firstName: string
  readonly lastName: string
  readonly email?: string
  readonly hireDate: string
  /** Left out where the person gets no account. */
  readonly username?: string
  readonly temporaryPassword?: string
}

/** Without an account. */
export const zoe: Person = { number: 'E-0100', firstName: 'Zoë', lastName: 'Müller-Łukasz', hireDate: '2026-02-01' }

export const noor = {
  number: 'e-0101',
  firstName: 'Noor',
  lastName: 'Özdemir',
  email: 'noor@meridian.example',
  hireDate: '2025-11-30',
  username: 'noor.o',
  temporaryPassword: 'garden window velvet 12',
} as const satisfies Person

/** A field by its whole label. */
export const field = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true })

/** The message at the top of a screen that tells good news. */
export const goodNews = (page: Page, title: string): Locator => page.getByRole('status').filter({ hasText: title })

/** The message at the top of a screen that tells bad news. */
export const badNews = (page: Page, title: string): Locator => page.getByRole('alert').filter({ hasText: title })

/** Fills in "Set up Staffdesk" and stops at the recovery code. */
export async function createAdministrator(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Set up Staffdesk' })).toBeVisible()
  await field(page, 'Company name').fill(admin.company)
  await field(page, 'Full name').fill(admin.fullName)
  await field(page, 'Username').fill(admin.username)
  await field(page, 'Password').fill(admin.password)
  await field(page, 'Confirm password').fill(admin.password)
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await expect(page.getByRole('heading', { name: 'Save your recovery code' })).toBeVisible()
}

/** Sets the company up, keeps the recovery code and stops at the login screen. Answers the code. */
export async function setUpCompany(page: Page): Promise<string> {
  await createAdministrator(page)
  const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/).innerText()
  await page.getByRole('button', { name: 'I have saved it' }).click()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  return code
}

export async function login(page: Page, username: string, password: string): Promise<void> {
  await field(page, 'Username').fill(username)
  await field(page, 'Password').fill(password)
  await page.getByRole('button', { name: 'Login', exact: true }).click()
}

export async function loginToDashboard(page: Page, username: string, password: string): Promise<void> {
  await login(page, username, password)
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
}

export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log Out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Logged out' })).toBeVisible()
}

/** Logs out and goes back to the login. */
export async function changePerson(page: Page): Promise<void> {
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
}

/** Walks the steps of "Register employee" and stops at the review. */
export async function fillRegistration(page: Page, person: Person): Promise<void> {
  await toEmployees(page)
  await page.getByRole('button', { name: 'Register employee' }).click()
  await fillSteps(page, person)
}

/** Fills in the steps from the first one on and stops at the review. */
export async function fillSteps(page: Page, person: Person): Promise<void> {
  await field(page, 'Employee number').fill(person.number)
  await field(page, 'First name').fill(person.firstName)
  await field(page, 'Last name').fill(person.lastName)
  await field(page, 'Work email').fill(person.email ?? '')
  await page.getByRole('button', { name: 'Next' }).click()
  await field(page, 'Hire date').fill(person.hireDate)
  await page.getByRole('button', { name: 'Next' }).click()
  if (person.username === undefined) {
    await page.getByLabel('Create an account').uncheck()
  } else {
    await field(page, 'Username').fill(person.username)
    await field(page, 'Temporary password').fill(person.temporaryPassword ?? '')
  }
  await page.getByRole('button', { name: 'Next' }).click()
}

/** Walks the four steps of "Register employee" and stops at "Employee registered". */
export async function registerEmployee(page: Page, person: Person = employee): Promise<void> {
  await fillRegistration(page, person)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
}

/** Registers a person who may do everything. */
export async function registerAdministrator(page: Page, person: Person): Promise<void> {
  await fillRegistration(page, person)
  await page.getByRole('button', { name: 'Change account' }).click()
  await field(page, 'Role').selectOption({ label: 'Administrator' })
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
}

export async function toEmployees(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Employees', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible()
}

/** Leaves a dialog by Esc and waits until it is out of the way. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Opens the page of an employee from the list. */
export async function openEmployee(page: Page, name: string): Promise<void> {
  await toEmployees(page)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Disables the account of the employee whose page is shown. */
export async function disableAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Disable account' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click()
  await expect(page.getByRole('button', { name: 'Enable account' })).toBeVisible()
}

/** Gives the employee whose page is shown a temporary password and stops at the slip. */
export async function resetPassword(page: Page, temporaryPassword: string): Promise<void> {
  await page.getByRole('button', { name: 'Reset password' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Temporary password', { exact: true }).fill(temporaryPassword)
  await dialog.getByRole('button', { name: 'Reset password' }).click()
  await expect(page.getByRole('region', { name: 'Sign-in slip' })).toContainText(temporaryPassword)
}

/** Signs in with the temporary password and chooses the employee's own. */
export async function firstLogin(page: Page): Promise<void> {
  await login(page, employee.username, employee.temporaryPassword)
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await choosePassword(page, employee.password)
}

/** Fills in "Choose a new password" and goes on to the dashboard. */
export async function choosePassword(page: Page, password: string): Promise<void> {
  await field(page, 'New password').fill(password)
  await field(page, 'Confirm password').fill(password)
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
}
