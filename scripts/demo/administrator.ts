import { expect, type Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/index.ts'
import { EMPLOYEES } from './colleagues.ts'
import { company, departments, newcomer, positions } from './company.ts'
import { choose, heading, logOut, signIn } from './hands.ts'
import { appointHeads, registerAll } from './staff.ts'
import type { Stage } from './stage.ts'

export async function setUp({ page, picture }: Stage): Promise<void> {
  const { name, username, password } = company.administrator
  await picture('set-up')
  await page.getByLabel('Company name', { exact: true }).fill(company.name)
  await page.getByLabel('Full name', { exact: true }).fill(name)
  await page.getByLabel('Username', { exact: true }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Confirm password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await heading(page, 'Save your recovery code')
  await picture('recovery-code')
  await page.getByRole('button', { name: 'I have saved it' }).click()
  await heading(page, 'Employee Login')
}

export async function firstLogin({ page, picture, told }: Stage): Promise<void> {
  const { username, password } = company.administrator
  await picture('login')
  await signIn(page, username, 'not her password at all')
  await told('Invalid Credentials')
  await picture('invalid-credentials')
  await signIn(page, username, password)
  await told('Session Created')
  await heading(page, 'Dashboard')
  await picture('dashboard-of-a-new-company')
}

/** Adds departments and positions through the same calls that their dialogs make. */
export async function organise({ page, picture }: Stage): Promise<void> {
  await page.getByRole('link', { name: 'Departments', exact: true }).click()
  await heading(page, 'Departments')
  await picture('departments-none-yet')
  const problem = await page.evaluate(
    async ({ departments, positions }) => {
      const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
      const ids = new Map<string, number>()
      for (const { name, code, parent } of departments) {
        const department = { name, code, parentId: parent === null ? null : (ids.get(parent) ?? null), headId: null }
        const reply = await staffdesk.organisation.addDepartment({ department })
        if (!reply.ok) return `${name}: ${reply.error.message}`
        ids.set(name, reply.value.department.id)
      }
      for (const title of positions) {
        const reply = await staffdesk.organisation.addPosition({ position: { title } })
        if (!reply.ok) return `${title}: ${reply.error.message}`
      }
      return null
    },
    { departments, positions },
  )
  if (problem !== null) throw new Error(`a department or a position was not added: ${problem}`)
}

/** Looks at the departments and positions once employees are in them. */
export async function lookAtOrganisation({ page, picture }: Stage): Promise<void> {
  await page.getByRole('link', { name: 'Departments', exact: true }).click()
  await heading(page, 'Departments')
  await picture('departments')
  await page
    .getByRole('row', { name: /^Sales/ })
    .getByRole('button', { name: 'Edit' })
    .click()
  await choose(page, 'Parent department', 'Management')
  await expect(page.getByText(/move with it/)).toBeVisible()
  await picture('department-moves')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page
    .getByRole('row', { name: /^Warehouse/ })
    .getByRole('button', { name: 'Remove' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('dialog')).toContainText('belong to Warehouse')
  await picture('department-in-use')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('link', { name: 'Positions', exact: true }).click()
  await heading(page, 'Positions')
  await picture('positions')
}

export async function register({ page, picture }: Stage): Promise<void> {
  await page.getByRole('link', { name: 'Employees', exact: true }).click()
  await heading(page, 'Employees')
  await picture('employees-nobody-yet')
  await page.getByRole('button', { name: 'Register employee' }).click()
  await heading(page, 'Register employee')
  await page.getByLabel('Employee number', { exact: true }).fill(newcomer.employeeNumber)
  await page.getByLabel('First name', { exact: true }).fill(newcomer.firstName)
  await page.getByLabel('Last name', { exact: true }).fill(newcomer.lastName)
  await page.getByLabel('Work email', { exact: true }).fill(newcomer.workEmail)
  await picture('register-identity')
  await next(page)
  await choose(page, 'Department', 'Sales › Field sales')
  await choose(page, 'Position', 'Sales representative')
  await page.getByLabel('Hire date', { exact: true }).fill(newcomer.hireDate)
  await picture('register-job')
  await next(page)
  await page.getByLabel('Username', { exact: true }).fill(newcomer.username)
  await page.getByLabel('Temporary password', { exact: true }).fill(newcomer.temporaryPassword)
  await picture('register-account')
  await next(page)
  await picture('register-review')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('Employee registered').first()).toBeVisible()
  await picture('employee-registered')
}

/** Registers the others through the same calls that the form makes, and looks at the full list. */
export async function registerColleagues({ page, picture }: Stage): Promise<void> {
  await registerAll(page)
  await appointHeads(page)
  await page.getByRole('link', { name: 'Employees', exact: true }).click()
  await heading(page, 'Employees')
  await expect(page.getByText(`${EMPLOYEES} employees`)).toBeVisible()
  await picture('employees')
  await page.getByLabel('Search employees').fill('berg')
  await expect(page.getByText(/^\d+ of 60 employees$/)).toBeVisible()
  await picture('employees-search')
  await page.getByLabel('Search employees').fill('nobody of that name')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await picture('employees-nothing-matches')
  await page.getByLabel('Search employees').fill(newcomer.lastName)
  await page.getByRole('link', { name: newcomer.lastName }).first().click()
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible()
  await picture('employee')
  await page.getByRole('button', { name: 'Reset password' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('reset-password')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Offboard' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('offboard')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
  await picture('employee-history')
}

export async function lookRoundAndLeave({ page, picture, told, go }: Stage): Promise<void> {
  await page.getByRole('link', { name: 'Dashboard', exact: true }).click()
  await heading(page, 'Dashboard')
  await expect(page.getByText(`${EMPLOYEES} Employees registered`)).toBeVisible()
  await picture('dashboard')
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('shortcuts')
  await page.keyboard.press('Escape')
  await logOut(page)
  await told('Session Deleted')
  await picture('logged-out')
  await page.getByRole('button', { name: 'Back to login' }).click()
  await heading(page, 'Employee Login')
  await go('employees')
  await told('Login Required')
  await picture('login-required')
}

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click()
}
