import { expect } from '@playwright/test'
import { EMPLOYEES } from './colleagues.ts'
import { choose, closeDialog, confirmPassword, open, press } from './hands.ts'
import type { Stage } from './stage.ts'

/** The list is narrowed down, laid out and kept under a name. */
export async function narrowTheList({ page, picture }: Stage): Promise<void> {
  await open(page, 'Employees')
  await press(page, 'Filters')
  const filters = page.getByRole('dialog', { name: 'Filters' })
  await choose(page, 'Department', 'Sales')
  await page.keyboard.press('Tab')
  await filters.getByRole('checkbox', { name: 'Full-time' }).check()
  await filters.getByRole('checkbox', { name: 'Part-time' }).check()
  await page.getByLabel('Hire date from', { exact: true }).fill('2014-01-01')
  await expect(filters.getByText(new RegExp(`^\\d+ of ${EMPLOYEES} employees$`))).toBeVisible()
  await picture('filters')
  await closeDialog(page)
  await picture('employees-filtered')
  await press(page, 'Columns')
  await page.getByRole('checkbox', { name: 'Manager' }).check()
  await page.getByRole('checkbox', { name: 'Username' }).uncheck()
  await picture('columns')
  await closeDialog(page)
  for (const [name, isShared] of [
    ['Sales since 2014', true],
    ['Part-time by department', false],
  ] as const) {
    await press(page, 'Views')
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill(name)
    if (isShared) {
      await dialog.getByLabel('Share with all administrators').check()
      await picture('save-view')
    }
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Views' }).click()
  await expect(page.getByRole('menuitem', { name: 'Sales since 2014' })).toBeVisible()
  await picture('views')
  await page.getByRole('menuitem', { name: 'Sales since 2014' }).click()
}

/** Many are changed at once; then the whole list goes to a file. */
export async function changeMany({ page, picture, answerWith }: Stage): Promise<void> {
  await open(page, 'Employees')
  await page.getByRole('checkbox', { name: /^Select all \d+ that match$/ }).check()
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()
  await press(page, 'Change')
  await expect(page.getByRole('menuitem', { name: 'Offboard' })).toBeVisible()
  await picture('selection')
  await page.getByRole('menuitem', { name: 'Change manager' }).click()
  await choose(page, 'Manager', 'Emil')
  await picture('bulk-change')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText(/will report to:/)).toBeVisible()
  await picture('bulk-preview')
  await page.getByRole('button', { name: /^Change \d+ employees?$/ }).click()
  await expect(page.getByText(/employees? changed\.$/)).toBeVisible()
  await picture('bulk-result')
  await page.getByRole('button', { name: /^Undo for/ }).click()
  await expect(page.getByText(/as before again\.$/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'All employees' }).click()
  await press(page, 'Export…')
  await picture('export')
  await confirmPassword(page)
  await answerWith('chooseFileToWrite', 'employees.csv')
  await press(page, 'Export')
  await expect(page.getByText(`${EMPLOYEES} employees exported`)).toBeVisible()
  await picture('exported')
  await closeDialog(page)
}
