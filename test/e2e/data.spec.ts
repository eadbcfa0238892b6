import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from '@playwright/test'
import { filesHolding } from './data-folder.ts'
import { controls, expect, quit, test } from './fixtures.ts'
import {
  admin,
  badNews,
  changePerson,
  closeDialog,
  createAdministrator,
  firstLogin,
  login,
  loginToDashboard,
  logOut,
  openEmployee,
  registerEmployee,
  setUpCompany,
} from './people.ts'

/** Every file and folder that others on this computer may read. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .concat(folder)
    .filter((path) => (lstatSync(path).mode & 0o077) !== 0)
    .map((path) => relative(folder, path))
}

async function goTheWholeWay(page: Page): Promise<void> {
  await setUpCompany(page)
  await loginToDashboard(page, admin.username, admin.password)
  await registerEmployee(page)
  await page.getByRole('button', { name: 'Open employee' }).click()
  await page.getByRole('button', { name: 'Disable account' }).click()
  await closeDialog(page)
  await changePerson(page)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('button', { name: 'Back to login' }).click()
  await firstLogin(page)
  await page.keyboard.press('F1')
  await closeDialog(page)
  await logOut(page)
}

test('nobody else on this computer can read the folder, whatever its modes were before', async ({ launch, folder }) => {
  test.skip(process.platform === 'win32', 'Windows keeps no such modes')
  const first = await launch()
  await goTheWholeWay(first.page)
  expect(openToOthers(folder)).toEqual([])
  await quit(first)
  expect(openToOthers(folder)).toEqual([])

  const own = readdirSync(folder).filter((name) => /^(staffdesk\.db|installed|secrets|settings|audit-head)/.test(name))
  expect(own.length).toBeGreaterThanOrEqual(4)
  for (const name of own) chmodSync(join(folder, name), 0o644)
  chmodSync(folder, 0o755)
  const second = await launch()
  await loginToDashboard(second.page, admin.username, admin.password)
  expect(openToOthers(folder)).toEqual([])
})

test('over the whole way no address but its own is asked, the content policy is kept, and no error is logged', async ({
  launch,
}) => {
  const { app, page } = await launch()
  const addresses: string[] = []
  const errors: string[] = []
  app.context().on('request', (request) => addresses.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const { url } = message.location()
    // A browser asks for it by itself; the pages name none.
    if (url.endsWith('/favicon.ico')) return
    if (message.type() === 'error' || message.type() === 'warning') errors.push(`${message.text()} ${url}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      reportError(new Error(`refused by the policy: ${violatedDirective} ${blockedURI} ${sample}`)),
    )
  })
  await page.reload()
  await goTheWholeWay(page)

  const { origin } = new URL(page.url())
  expect(addresses.length).toBeGreaterThan(2)
  expect(addresses.filter((address) => new URL(address).origin !== origin)).toEqual([])
  expect(errors).toEqual([])
})

test('nothing is kept in the page, and what was typed in secret stands nowhere', async ({ launch, folder }) => {
  const { app, child, page } = await launch()
  const mistyped = 'tired-fingers-typed-this'
  const wrong = 'a wrong but nearly right password'
  const code = await setUpCompany(page)
  await login(page, mistyped, wrong)
  await expect(badNews(page, 'Invalid Credentials')).toBeVisible()
  await loginToDashboard(page, admin.username, admin.password)
  await registerEmployee(page)
  await openEmployee(page, 'Ada Lovelace')
  const kept = await page.evaluate(async () => [
    { ...localStorage },
    { ...sessionStorage },
    await indexedDB.databases(),
    await caches.keys(),
    document.cookie,
  ])
  expect(kept).toEqual([{}, {}, [], [], ''])
  await quit({ app, child })
  for (const secret of [mistyped, wrong, code, code.replaceAll('-', ''), admin.password])
    expect(filesHolding(folder, secret), 'files that hold a secret in the clear').toEqual([])
})

test('a copied secret leaves the clipboard after a minute, unless something else was copied', async ({ launch }) => {
  const { app, page } = await launch()
  const clipboard = () => controls(app, ({ desktop }) => desktop.clipboard.readText())
  await createAdministrator(page)
  const copy = page.getByRole('button', { name: 'Copy' })
  await copy.click()
  await expect.poll(clipboard).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/)
  await controls(app, ({ clock }) => clock.advance(40_000))
  expect(await clipboard()).not.toBe('')
  await controls(app, ({ clock }) => clock.advance(20_000))
  await expect.poll(clipboard).toBe('')

  await copy.click()
  await expect.poll(clipboard).not.toBe('')
  await controls(app, async ({ clock, desktop }) => {
    await desktop.clipboard.writeText('a shopping list')
    clock.advance(60_000)
  })
  await expect.poll(clipboard).toBe('a shopping list')

  await page.getByRole('button', { name: 'Print' }).click()
  await expect.poll(() => controls(app, ({ desktop }) => desktop.acts)).toEqual(['printed'])
})

test('the window opens where it stood', async ({ launch }) => {
  const place = { x: 60, y: 40, width: 1040, height: 720 }
  const first = await launch()
  const window = await first.app.browserWindow(first.page)
  await window.evaluate((open, bounds) => open.setBounds(bounds), place)
  await quit(first)

  const second = await launch()
  const again = await second.app.browserWindow(second.page)
  expect(await again.evaluate((open) => open.getBounds())).toEqual(place)
  await again.evaluate((open) => open.maximize())
  await quit(second)

  const third = await launch()
  const last = await third.app.browserWindow(third.page)
  await expect.poll(() => last.evaluate((open) => open.isMaximized())).toBe(true)
  await last.evaluate((open) => open.unmaximize())
  expect(await last.evaluate((open) => open.getBounds())).toEqual(place)
})
