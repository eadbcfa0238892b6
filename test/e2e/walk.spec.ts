import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { filesHolding } from './data-folder.ts'
import { expect, quit, test } from './fixtures.ts'
import {
  admin,
  employee,
  firstLogin,
  login,
  loginToDashboard,
  logOut,
  registerEmployee,
  setUpCompany,
} from './people.ts'

test('sets up a company, registers an employee and follows a session from created to deleted @window', async ({
  launch,
  folder,
}) => {
  const { app, child, page } = await launch({ entry: 'product' })
  const recoveryCode = await setUpCompany(page)

  await loginToDashboard(page, admin.username, admin.password)
  await expect(page.getByRole('status').filter({ hasText: 'Session Created' })).toBeVisible()
  await expect(page.getByText(`Welcome, ${admin.fullName}`).first()).toBeVisible()
  await registerEmployee(page)
  await logOut(page)

  await page.getByRole('button', { name: 'Back to login' }).click()
  await firstLogin(page)
  await expect(page.getByRole('status').filter({ hasText: 'Session Created' })).toContainText('Password saved')
  await logOut(page)
  const deleted = page.getByRole('status').filter({ hasText: 'Session Deleted' })
  await expect(deleted).toContainText(employee.username)

  await page.getByRole('button', { name: 'Back to login' }).click()
  await login(page, employee.username, employee.temporaryPassword)
  await expect(page.getByRole('alert').filter({ hasText: 'Invalid Credentials' })).toBeVisible()
  await loginToDashboard(page, employee.username, employee.password)
  await quit({ app, child })

  const database = new Sqlite(join(folder, 'staffdesk.db'), { readonly: true })
  const reasons = database.prepare('SELECT reason FROM session_history ORDER BY id').pluck().all()
  const actions = database.prepare('SELECT DISTINCT action FROM audit_entry').pluck().all()
  database.close()
  expect(reasons).toEqual(['signed_out', 'signed_out', 'app_closed'])
  expect(actions).toEqual(
    expect.arrayContaining([
      'company.set_up',
      'account.created',
      'employee.registered',
      'session.created',
      'session.ended',
      'password.changed',
    ]),
  )

  const secrets = [admin.password, employee.temporaryPassword, employee.password, recoveryCode]
  for (const secret of secrets)
    expect(filesHolding(folder, secret), 'files that hold a secret in the clear').toEqual([])
})
