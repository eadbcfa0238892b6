import { expect } from '@playwright/test'
import { known, leaderOf, nameOf } from './colleagues.ts'
import { newcomer } from './company.ts'
import { choose, closeDialog, heading, open, openEmployee, press, scrollTo } from './hands.ts'
import { portraitFile } from './portraits.ts'
import type { Stage } from './stage.ts'

const newcomersName = `${newcomer.firstName} ${newcomer.lastName}`
const fieldSalesHead = nameOf(known(leaderOf('Field sales')))

/** A photo, a change of place that holds already and one that is planned; then the page from top to bottom. */
export async function lookAtARecord({ page, picture }: Stage): Promise<void> {
  await openEmployee(page, newcomersName)
  await page
    .getByLabel('Choose photo')
    .and(page.locator('input'))
    .setInputFiles({ name: 'tomas.png', mimeType: 'image/png', buffer: await portraitFile(page) })
  await expect(page.getByRole('dialog', { name: 'Crop the photo' })).toBeVisible()
  await picture('crop-photo')
  await page.getByRole('dialog').getByRole('button', { name: 'Save photo' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await choose(page, 'Manager', fieldSalesHead)
  await page.getByLabel('Employment type', { exact: true }).selectOption('Full-time')
  await page.getByLabel('Effective from', { exact: true }).fill(newcomer.hireDate)
  await save(page)
  await choose(page, 'Department', 'Sales › Online shop')
  await choose(page, 'Manager', nameOf(known(leaderOf('Online shop'))))
  await page.getByLabel('Effective from', { exact: true }).fill('2027-01-04')
  await save(page)
  await page.getByLabel('Shirt size', { exact: true }).selectOption('M')
  await page.getByLabel('Driving licence until', { exact: true }).fill('2031-05-31')
  await save(page)
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
  await picture('employee-with-photo')
  for (const [part, name] of [
    ['More about the employee', 'employee-custom-fields'],
    ['Account', 'employee-account'],
    ['Status', 'employee-status'],
    ['Assignments', 'employee-assignments'],
  ] as const) {
    await scrollTo(page, part)
    await picture(name)
  }
  await press(page, 'Change planned')
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('change-planned')
  await closeDialog(page)
}

/** Who is registered already is told while somebody is registered; numbers come by a pattern. */
export async function numberAndRecognise({ page, picture }: Stage): Promise<void> {
  await open(page, 'Settings')
  await page.getByLabel('Pattern', { exact: true }).fill('N-{0000}')
  await scrollTo(page, 'Employee numbers')
  await expect(page.getByText('The next number is')).toBeVisible()
  await picture('employee-numbers')
  await press(page, 'Save pattern')
  await expect(page.getByText('Pattern saved').first()).toBeVisible()
  await open(page, 'Employees')
  await press(page, 'Register employee')
  const twin = known(12)
  await page.getByLabel('First name', { exact: true }).fill(twin.firstName)
  await page.getByLabel('Last name', { exact: true }).fill(twin.lastName)
  await expect(page.getByText('Registered already?')).toBeVisible()
  await page.getByText('Registered already?').scrollIntoViewIfNeeded()
  await picture('registered-already')
  await page.getByRole('link', { name: 'Dashboard', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await heading(page, 'Dashboard')
}

async function save(page: Stage['page']): Promise<void> {
  await press(page, 'Save')
  await expect(page.getByText('Unsaved changes')).toHaveCount(0)
}
