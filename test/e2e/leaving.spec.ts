import { controls, expect, test } from './company.ts'
import { newWindow } from './desktop.ts'
import { admin, badNews, employee, field, login, loginToDashboard, openEmployee } from './people.ts'

test('an employee who leaves is signed out at once and never comes in again, until they are rehired', async ({
  launch,
}) => {
  const { app, page } = await launch()
  const dialog = page.getByRole('dialog')
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)

  await openEmployee(page, 'Ada Lovelace')
  await press('Offboard')
  const today = await controls(app, ({ clock }) => new Date(clock.now()).toLocaleDateString('sv'))
  await dialog.getByLabel('Leaving date', { exact: true }).fill(today)
  await dialog.getByLabel('Reason', { exact: true }).selectOption('Resigned')
  await dialog.getByRole('button', { name: 'Offboard' }).click()
  await expect(badNews(other, 'Session Ended')).toContainText('Your account was disabled')
  await login(other, employee.username, employee.password)
  await expect(badNews(other, 'Invalid Credentials')).toBeVisible()
  await expect(page.getByText(/^Left on .*: resigned\.$/)).toBeVisible()
  await press('Enable account')
  await expect(page.getByText('Ada Lovelace has left. Rehire them first.')).toBeVisible()

  await press('Rehire')
  await dialog.getByLabel('Hire date', { exact: true }).fill(today)
  await dialog.getByRole('button', { name: 'Rehire' }).click()
  await expect(page.getByText('No leaving is planned.')).toBeVisible()
  await press('Enable account')
  await expect(page.getByText('Account enabled').first()).toBeVisible()
  await loginToDashboard(other, employee.username, employee.password)
  await expect(field(page, 'Hire date')).toHaveValue(today)
})
