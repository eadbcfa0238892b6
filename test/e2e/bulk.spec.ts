import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './company.ts'
import { answerDialog } from './desktop.ts'
import {
  addDepartment,
  admin,
  choose,
  loginToDashboard,
  noor,
  openScreen,
  registerEmployee,
  toEmployees,
  zoe,
} from './people.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const dialogButton = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })
const zoesRow = (page: Page) => page.getByRole('row', { name: /^Select Zoë/ })

test('several employees are moved together after a preview, and all are moved back', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await addDepartment(page, { name: 'Sales' })
  await registerEmployee(page, zoe)
  await registerEmployee(page, noor)
  await toEmployees(page)
  await page.getByRole('checkbox', { name: 'Select Zoë Müller-Łukasz' }).check()
  await page.getByRole('checkbox', { name: 'Select Noor Özdemir' }).check()
  const bar = page.getByRole('region', { name: /select/i })
  await expect(bar).toContainText('2')
  await bar.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Change department' }).click()
  await choose(page, 'Department', 'Sales')
  await dialogButton(page, 'Preview').click()
  await expect(page.getByText('2 employees will move to:')).toBeVisible()
  await dialogButton(page, 'Change 2 employees').click()
  await expect(page.getByText('2 employees changed.')).toBeVisible()
  await expect(zoesRow(page)).toContainText('Sales')

  await dialogButton(page, /^Undo/).click()
  await expect(page.getByText(/as before/)).toBeVisible()
  await dialogButton(page, 'Close').last().click()
  await expect(zoesRow(page)).not.toContainText('Sales')
})

test('an exported file tells of everybody, runs no formula, and is imported again unchanged', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await addDepartment(page, { name: 'Sales, "North"' })
  await registerEmployee(page, { ...zoe, lastName: '=1+1' })
  const file = join(folder, 'Staff.csv')
  await toEmployees(page)
  await button(page, 'Export…').click()
  await page.getByRole('radio', { name: /All fields/ }).check()
  await answerDialog(app, 'chooseFileToWrite', file)
  await dialogButton(page, 'Export').click()
  await expect(page.getByText('2 employees exported')).toBeVisible()
  await dialogButton(page, 'Close').last().click()
  expect(readFileSync(file, 'utf8')).toContain("'=1+1")

  await button(page, 'Import').click()
  await answerDialog(app, 'chooseImportFile', file)
  await button(page, 'Choose a file').click()
  await page.getByRole('checkbox', { name: 'Update by employee number' }).check()
  await button(page, 'Check the file').click()
  for (const [kind, count] of [
    ['New', '0'],
    ['Changed', '0'],
    ['Unchanged', '2'],
    ['Bad', '0'],
  ] as const) {
    await expect(page.locator('dt', { hasText: new RegExp(`^${kind}$`) }).locator('+ dd')).toHaveText(count)
  }
})
