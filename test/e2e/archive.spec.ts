import type { Page } from '@playwright/test'
import { expect, test } from './company.ts'
import { ask } from './data-folder.ts'
import { admin, disableAccount, field, loginToDashboard, openEmployee, toEmployees } from './people.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('an employee is archived, brought back by Undo, archived again and purged by their name', async ({
  launch,
  folder,
}) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await press(page, 'Archive employee')
  await expect(page.getByText('Ada Lovelace cannot be archived yet: they can still sign in.')).toBeVisible()
  await disableAccount(page)

  await press(page, 'Archive employee')
  await expect(page.getByText('Ada Lovelace archived')).toBeVisible()
  await expect(page.getByText(/^Archived on /)).toBeVisible()
  await press(page, 'Undo')
  await expect(page.getByRole('button', { name: 'Archive employee' })).toBeVisible()

  await press(page, 'Archive employee')
  await expect(page.getByText(/^Archived on /)).toBeVisible()
  await toEmployees(page)
  await expect(page.getByText('No employees yet')).toBeVisible()
  await page.getByRole('link', { name: 'Archived employees' }).click()
  await page.getByRole('link', { name: 'Ada Lovelace' }).click()

  await press(page, 'Purge employee')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/^The account ada with 1 session/)).toBeVisible()
  await field(page, 'Type “Ada Lovelace” to purge').fill('Ada Lovelace')
  await dialog.getByRole('button', { name: 'Purge for good' }).click()
  await expect(page.getByText('Employee purged')).toBeVisible()
  await expect(page.getByText('Nobody is archived')).toBeVisible()
  expect(ask(folder, 'SELECT count(*) FROM employee')).toEqual([0])
  expect(ask(folder, 'SELECT username FROM account')).toEqual([admin.username])
})
