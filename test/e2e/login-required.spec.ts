import { expect, test } from './company.ts'
import { chooseMenu } from './desktop.ts'
import { admin, badNews, employee, field, goodNews, login, loginToDashboard, logOut } from './people.ts'

test('the Go menu asks signed-out people to log in and then leads on', async ({ launch }) => {
  const { app, page } = await launch()
  await chooseMenu(app, page, 'screen.employees')
  await expect(badNews(page, 'Login Required')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()

  // A failure on the way does not lose the way.
  await login(page, admin.username, 'not the right password at all')
  await expect(badNews(page, 'Invalid Credentials')).toBeVisible()
  await login(page, admin.username, admin.password)
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible()
  await expect(goodNews(page, 'Session Created')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()

  await chooseMenu(app, page, 'screen.dashboard')
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await expect(goodNews(page, 'Session Created')).toHaveCount(0)
})

test('going back after a logout asks to log in and shows nothing of the session', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await page.getByRole('link', { name: 'Employees', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
  await logOut(page)
  await expect(page.getByText('Lovelace')).toHaveCount(0)

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(badNews(page, 'Login Required')).toBeVisible()
  await expect(page.getByText('Lovelace')).toHaveCount(0)
  await login(page, admin.username, admin.password)
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible()
})

test('--open asks to log in at start, once, and then leads on', async ({ launch }) => {
  const { page } = await launch({ args: ['--open=employees'] })
  await expect(badNews(page, 'Login Required')).toBeVisible()
  await login(page, admin.username, admin.password)
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible()
  await expect(goodNews(page, 'Session Created')).toBeVisible()
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await loginToDashboard(page, admin.username, admin.password)
})

test('a screen that --open does not know is passed over', async ({ launch }) => {
  const { page } = await launch({ args: ['--open=../../etc/passwd'] })
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('an employee who asks for a screen of administrators is told who can grant it', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--open=register-employee'] })
  await login(page, employee.username, employee.password)
  const refused = badNews(page, 'Not Allowed')
  await expect(refused).toBeVisible()
  await expect(field(page, 'Employee number')).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to the dashboard' }).click()
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()

  await expect(page.getByRole('link', { name: 'Employees', exact: true })).toHaveCount(0)
  await chooseMenu(app, page, 'screen.employees')
  await expect(refused).toBeVisible()
  await expect(page.getByText('Lovelace')).not.toHaveCount(0)
  const codes = await page.evaluate(async () => {
    const { employees } = window.staffdesk
    const replies = await Promise.all([
      employees.list({ offset: 0, limit: 1 }),
      employees.read({ id: 1 }),
      employees.readDraft({}),
    ])
    return replies.map((reply) => (reply.ok ? 'answered' : reply.error.code))
  })
  expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
})
