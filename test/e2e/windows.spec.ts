import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, kill, quit, stop, test } from './company.ts'
import { ask, endings } from './data-folder.ts'
import { closeWindow, newWindow } from './desktop.ts'
import {
  admin,
  badNews,
  employee,
  goodNews,
  login,
  loginToDashboard,
  logOut,
  openEmployee,
  setUpCompany,
} from './people.ts'

test('two people work in two windows, each with a session of their own', async ({ launch, folder }) => {
  const { app, child, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await expect(other.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await expect(other.getByRole('alert')).toHaveCount(0)
  await loginToDashboard(other, employee.username, employee.password)
  await expect(other.getByText('Welcome, Ada Lovelace').first()).toBeVisible()
  await expect(page.getByText('2 Signed in now')).toBeVisible()
  await expect(page.getByText(`Welcome, ${admin.fullName}`).first()).toBeVisible()
  await expect(other.getByRole('link', { name: 'Employees', exact: true })).toHaveCount(0)

  await logOut(other)
  await expect(page.getByText('1 Signed in now')).toBeVisible()
  await openEmployee(page, 'Ada Lovelace')
  await quit({ app, child })
  expect(endings(folder)).toEqual(['app_closed', 'signed_out'])
})

test('the same person in a second window ends the session in the first', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await page.getByRole('link', { name: 'Employees', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
  const other = await newWindow(app, page)
  await loginToDashboard(other, admin.username.toUpperCase(), admin.password)

  await expect(badNews(page, 'Session Ended')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await expect(page.getByText('Lovelace')).toHaveCount(0)
  expect(endings(folder)).toEqual(['ended_elsewhere', null])
  await expect(goodNews(other, 'Session Created')).toBeVisible()
  await openEmployee(other, 'Ada Lovelace')
})

test('closing a window ends its session and no other; closing the last one quits', async ({ launch, folder }) => {
  const { app, child, page } = await launch()
  const gone = once(child, 'exit')
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)
  await closeWindow(app, other)
  await expect(page.getByText('1 Signed in now')).toBeVisible()
  await expect.poll(() => endings(folder)).toEqual([null, 'app_closed'])

  await closeWindow(app, page)
  // On a Mac an application without windows stays.
  if (process.platform === 'darwin') await quit({ app, child })
  await gone
  expect(endings(folder)).toEqual(['app_closed', 'app_closed'])
  expect(ask(folder, 'SELECT count(*) FROM session')).toEqual([0])
})

test('a logout is on the disk before the screen tells of it', async ({ launch, folder }) => {
  const { child, page } = await launch()
  await loginToDashboard(page, employee.username, employee.password)
  await logOut(page)
  await kill(child)
  expect(endings(folder)).toEqual(['signed_out'])
  expect(ask(folder, 'SELECT count(*) FROM session')).toEqual([0])
})

for (const [way, leave] of [
  ['quitting', quit],
  ['the end of the system', ({ child }) => stop(child)],
] as const satisfies readonly (readonly [string, typeof quit])[])
  test(`${way} ends the session; who signs in next learns nothing of another person's`, async ({ launch, folder }) => {
    const first = await launch()
    await loginToDashboard(first.page, admin.username, admin.password)
    await leave(first)
    expect(endings(folder)).toEqual(['app_closed'])

    const { page } = await launch()
    await expect(badNews(page, 'Session Ended')).toBeVisible()
    await login(page, employee.username, employee.password)
    await expect(goodNews(page, 'Session Created')).toBeVisible()
    await expect(page.getByText('Staffdesk was closed')).toHaveCount(0)
    await logOut(page)
    await page.getByRole('button', { name: 'Back to login' }).click()
    await login(page, admin.username, admin.password)
    await expect(goodNews(page, 'Session Created')).not.toContainText('closed')
    await expect(page.getByRole('row').filter({ hasText: 'Staffdesk was closed' })).toHaveCount(1)
  })

test('a page that is loaded anew comes back to its session', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await page.reload()
  await expect(page.getByText(`Welcome, ${admin.fullName}`).first()).toBeVisible()
  await openEmployee(page, 'Ada Lovelace')
  expect(endings(folder)).toEqual([null])
})

test('a second start gives way to the first and brings its last window to the front', async ({ launch, folder }) => {
  const { app, child, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  const window = await app.browserWindow(other)
  await window.evaluate((open) => open.minimize())
  expect(await window.evaluate((open) => open.isMinimized())).toBe(true)

  const second = spawn(child.spawnfile, ['--no-sandbox', resolve('out/test/main.js'), `--user-data-dir=${folder}`], {
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  await expect.poll(() => window.evaluate((open) => [open.isMinimized(), open.isFocused()])).toEqual([false, true])
  expect(app.windows()).toHaveLength(2)
  await expect(page.getByText(`Welcome, ${admin.fullName}`).first()).toBeVisible()
  expect(endings(folder)).toEqual([null])
})

test('two folders are two companies that run at once; the default folder stays untouched', async ({
  launch,
  folder,
}) => {
  const home = join(folder, 'home')
  mkdirSync(home)
  const environment = { HOME: home, USERPROFILE: home, APPDATA: home, XDG_CONFIG_HOME: join(home, '.config') }
  const first = await launch({ environment })
  const second = await launch({ environment, folder: join(folder, 'second company') })
  await expect(second.page.getByRole('heading', { name: 'Set up Staffdesk' })).toBeVisible()
  await loginToDashboard(first.page, employee.username, employee.password)
  await setUpCompany(second.page)
  await login(second.page, employee.username, employee.password)
  await expect(badNews(second.page, 'Invalid Credentials')).toBeVisible()
  await loginToDashboard(second.page, admin.username, admin.password)
  await quit(second)
  await expect(first.page.getByText('Welcome, Ada Lovelace').first()).toBeVisible()
  await quit(first)
  const config = readdirSync(home, { recursive: true }).map(String)
  expect(config.filter((path) => /staffdesk|electron/i.test(path))).toEqual([])
})
