import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import { newWindow } from './desktop.ts'

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

/** Registers Noor as a second administrator and answers the window in which she is signed in. */
export async function letSecondAdministratorIn(app: ElectronApplication, page: Page): Promise<Page> {
  await registerAdministrator(page, noor)
  const other = await newWindow(app, page)
  await login(other, noor.username, noor.temporaryPassword)
  await choosePassword(other, 'several unrelated words')
  return other
}

export const toEmployees = (page: Page): Promise<void> => openScreen(page, 'Employees')

/** Opens a screen by its link in the rail. */
export async function openScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible()
}

/** Chooses from a field that suggests what begins or reads so, after typing `search` where that is given. */
export async function choose(page: Page, label: string, option: string, search?: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.click()
  if (search !== undefined) await box.fill(search)
  await page.getByRole('option', { name: new RegExp(`^${option}( \\(|$)`) }).click()
}

export interface DepartmentToAdd {
  readonly name: string
  readonly code?: string
  /** By its path. */
  readonly parent?: string
  readonly head?: string
}

/** Adds a department on the screen of departments. */
export async function addDepartment(page: Page, { name, code, parent, head }: DepartmentToAdd): Promise<void> {
  await page.getByRole('button', { name: 'Add department' }).click()
  await field(page, 'Name').fill(name)
  if (code !== undefined) await field(page, 'Code').fill(code)
  if (parent !== undefined) await choose(page, 'Parent department', parent)
  if (head !== undefined) await choose(page, 'Head', head)
  await saveDialog(page)
}

/** Adds a position on the screen of positions. */
export async function addPosition(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add position' }).click()
  await field(page, 'Title').fill(title)
  await saveDialog(page)
}

async function saveDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
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
