import type { Page } from '@playwright/test'
import { controls, expect, test } from './company.ts'
import { addDepartment, admin, choose, field, loginToDashboard, openEmployee, openScreen } from './people.ts'

const day = 24 * 3_600_000

const entries = (page: Page) => page.getByRole('region', { name: 'Assignments' }).getByRole('listitem')
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('a change of department is planned, changed, and made when its day comes; the history tells of it', async ({
  launch,
}) => {
  const { app, page } = await launch()
  const dialog = page.getByRole('dialog')
  const department = page.getByRole('combobox', { name: 'Department', exact: true })
  const plainDay = (ahead: number) =>
    controls(app, ({ clock }) => clock.now()).then((now) => new Date(now + ahead * day).toLocaleDateString('sv'))
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await addDepartment(page, { name: 'Sales' })
  await addDepartment(page, { name: 'Stores' })

  await openEmployee(page, 'Ada Lovelace')
  await choose(page, 'Department', 'Sales')
  await expect(field(page, 'Effective from')).toHaveValue(await plainDay(0))
  await field(page, 'Effective from').fill('2025-12-31')
  await save(page)
  await expect(page.getByText(/^Nothing can hold before the hire date/).first()).toBeVisible()
  await field(page, 'Effective from').fill('2026-02-01')
  await save(page)
  await expect(entries(page)).toHaveCount(2)
  await expect(entries(page).first()).toContainText('Sales')

  await choose(page, 'Department', 'Stores')
  await field(page, 'Effective from').fill(await plainDay(20))
  await save(page)
  await expect(page.getByText('Change planned').first()).toBeVisible()
  await expect(department).toHaveValue('Sales')
  await expect(entries(page).first()).toContainText('Planned')

  await page.getByRole('button', { name: 'Change planned' }).click()
  await dialog.getByLabel('Effective from', { exact: true }).fill(await plainDay(1))
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Planned change saved')).toBeVisible()

  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(dialog).toHaveCount(0)

  await controls(app, ({ clock }) => clock.advance(30 * 3_600_000))
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  // The hourly look of the day before was the last one so far: another hour brings the next.
  await controls(app, ({ clock }) => clock.advance(3_600_000))
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await expect(department).toHaveValue('Stores')
  await expect(entries(page)).toHaveCount(3)
  await expect(entries(page).first()).toContainText('Stores')
  await expect(page.getByRole('button', { name: 'Change planned' })).toHaveCount(0)
})
