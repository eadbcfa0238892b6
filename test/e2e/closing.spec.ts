import { once } from 'node:events'
import type { ElectronApplication, Page } from '@playwright/test'
import { controls, expect, stop, test } from './company.ts'
import { ask, endings } from './data-folder.ts'
import { closeWindow, newWindow } from './desktop.ts'
import { admin, closeDialog, employee, field, loginToDashboard, openEmployee } from './people.ts'

type Choice = 'save-draft' | 'discard' | 'stay'

/** What the person answers when they are asked next. */
const willAnswer = (app: ElectronApplication, choice: Choice) =>
  app.evaluate((_electron, answer) => void staffdeskTest.desktop.answers.unsavedWork.push(answer), choice)

const asked = (app: ElectronApplication) => controls(app, ({ desktop }) => [...desktop.acts])

const drafts = (folder: string) => ask<string>(folder, "SELECT value FROM kept_property WHERE name = 'draft'")

async function beginRegistration(page: Page): Promise<void> {
  await loginToDashboard(page, admin.username, admin.password)
  await page.keyboard.press('ControlOrMeta+n')
  await field(page, 'Employee number').fill('E-0200')
  await field(page, 'First name').fill('Half')
}

test('closing a window with unsaved work asks; to stay keeps everything as it is', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await beginRegistration(page)
  await willAnswer(app, 'stay')
  await closeWindow(app, page)
  await expect.poll(() => asked(app)).toEqual(['asked about unsaved work with a draft'])
  await expect(field(page, 'First name')).toHaveValue('Half')
  await field(page, 'First name').fill('Half-typed')
  await expect.poll(() => drafts(folder)).toEqual([expect.stringContaining('Half-typed')])
  expect(endings(folder)).toEqual([null])

  await willAnswer(app, 'discard')
  const gone = once(app.process(), 'exit')
  await closeWindow(app, page)
  await gone
  expect(endings(folder)).toEqual(['app_closed'])
  expect(drafts(folder)).toEqual([])
})

test('quitting asks as well, window by window, and stays when one person wants to', async ({ launch, folder }) => {
  const { app, child, page } = await launch()
  await beginRegistration(page)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)

  await willAnswer(app, 'stay')
  await app.evaluate(({ app }) => app.quit())
  await expect.poll(() => asked(app)).toEqual(['asked about unsaved work with a draft'])
  await expect(field(page, 'First name')).toHaveValue('Half')
  await expect(other.getByText('Welcome, Ada Lovelace').first()).toBeVisible()

  await willAnswer(app, 'save-draft')
  const gone = once(child, 'exit')
  await app.evaluate(({ app }) => app.quit())
  await gone
  expect(endings(folder)).toEqual(['app_closed', 'app_closed'])
  expect(drafts(folder)).toEqual([expect.stringContaining('Half')])
})

test('changed details of an employee can be discarded or kept, but not saved as a draft', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await field(page, 'Last name').fill('King')
  await closeWindow(app, page)
  await expect.poll(() => asked(app)).toEqual(['asked about unsaved work'])
  await expect(field(page, 'Last name')).toHaveValue('King')

  await page.getByRole('button', { name: 'Log Out' }).click()
  const dialog = page.getByRole('dialog', { name: 'There is unsaved work' })
  await expect(dialog.getByRole('button', { name: 'Save draft' })).toHaveCount(0)
  await closeDialog(page)
  await expect(field(page, 'Last name')).toHaveValue('King')
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(field(page, 'Last name')).toHaveValue(employee.lastName)
})

test('without unsaved work nothing is asked', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await beginRegistration(page)
  await field(page, 'Employee number').fill('')
  await field(page, 'First name').fill('')
  const other = await newWindow(app, page)
  await Promise.all([page.waitForEvent('close'), closeWindow(app, page)])
  expect(await asked(app)).toEqual([])
  await expect.poll(() => endings(folder)).toEqual(['app_closed'])
  await expect(other.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
})

test('the end of the system never asks', async ({ launch, folder }) => {
  const { child, page } = await launch()
  await beginRegistration(page)
  await stop(child)
  expect(child.exitCode).toBe(0)
  expect(endings(folder)).toEqual(['app_closed'])
})

test('a page that hangs does not keep its window open', async ({ launch }) => {
  const { app, page } = await launch()
  await beginRegistration(page)
  await newWindow(app, page)
  // A page that is asked before it hangs would still answer.
  const hangs = page.waitForEvent('console', (message) => message.text() === 'hangs')
  void page.evaluate(`console.log('hangs'); for (;;);`).catch(() => {})
  await hangs
  const closed = page.waitForEvent('close')
  await closeWindow(app, page)
  await controls(app, ({ clock }) => clock.advance(2_000))
  await closed
  expect(await asked(app)).toEqual([])
})
