import type { Locator, Page } from '@playwright/test'
import { chooseMenu } from './desktop.ts'
import { expect, test } from './fixtures.ts'
import { admin, closeDialog, employee, field, goodNews } from './people.ts'

/** More stops than any screen has. */
const mostStops = 80

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Whether the focus can be seen: an outline or a ring on what has it. */
const isSeen = (target: Locator) =>
  target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
  })

/** Goes on with Tab until the target has the focus, and can be seen to have it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stop = 0; stop < mostStops && !(await isFocused(target)); stop += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
  await expect.poll(() => isSeen(target), 'the focus can be seen').toBe(true)
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, field(page, name))
  await page.keyboard.type(text)
}

async function press(page: Page, name: string, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press(key)
}

test('the main path goes by keyboard alone, with the focus in sight', async ({ launch }) => {
  const { page } = await launch()
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })

  await test.step('set up', async () => {
    await expect(field(page, 'Company name')).toBeFocused()
    await typeInto(page, 'Company name', admin.company)
    await typeInto(page, 'Full name', admin.fullName)
    await typeInto(page, 'Username', admin.username)
    await typeInto(page, 'Password', admin.password)
    await typeInto(page, 'Confirm password', admin.password)
    await page.keyboard.press('Enter')
    await expect(heading('Save your recovery code')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('ControlOrMeta+1')
    await expect(heading('Save your recovery code')).toBeVisible()
    await press(page, 'Copy', 'Space')
    await expect(page.getByText('The clipboard is cleared after 60 seconds.')).toBeVisible()
    await press(page, 'I have saved it', 'Space')
  })

  await test.step('log in', async () => {
    await expect(field(page, 'Username')).toBeFocused()
    await page.keyboard.type(admin.username)
    await typeInto(page, 'Password', admin.password)
    await page.keyboard.press('Enter')
    await expect(heading('Dashboard')).toBeVisible()
    await expect(heading('Dashboard')).toBeFocused()
    await page.keyboard.press('Shift+Tab')
  })

  await test.step('register', async () => {
    await page.keyboard.press('ControlOrMeta+n')
    await typeInto(page, 'Employee number', employee.number)
    await typeInto(page, 'First name', employee.firstName)
    await typeInto(page, 'Last name', employee.lastName)
    await page.keyboard.press('Enter')
    await expect(field(page, 'Hire date')).toBeFocused()
    await page.keyboard.type(employee.hireDate)
    await press(page, 'Next', 'Space')
    await typeInto(page, 'Username', employee.username)
    await tabTo(page, field(page, 'Role'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await typeInto(page, 'Temporary password', employee.temporaryPassword)
    await page.keyboard.press('Enter')
    await expect(heading('Review')).toBeFocused()
    await press(page, 'Register', 'Enter')
    await expect(heading('Employee registered')).toBeFocused()
  })

  await test.step('find, open, edit, save', async () => {
    await page.keyboard.press('ControlOrMeta+2')
    await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+f')
    await expect(page.getByLabel('Search employees')).toBeFocused()
    await page.keyboard.type('love')
    await expect(page.getByText('1 of 1')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(heading('Ada Lovelace')).toBeVisible()
    await tabTo(page, field(page, 'Last name'))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('King')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(heading('Ada King')).toBeVisible()
    await expect(page.getByText('Changes saved')).toBeVisible()
  })

  await test.step('past the fields, to a section', async () => {
    await press(page, 'Archive', 'Enter')
    await expect(heading('Archive')).toBeFocused()
    await expect(heading('Archive')).toBeInViewport()
  })

  await test.step('dialogs', async () => {
    await press(page, 'Disable account', 'Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+1')
    await expect(page.getByRole('dialog')).toBeVisible()
    await closeDialog(page)
    await expect(page.getByRole('button', { name: 'Disable account' })).toBeFocused()
    await press(page, 'Reset password', 'Enter')
    await expect(page.getByRole('dialog').getByLabel('Temporary password', { exact: true })).toBeFocused()
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
    }
    await closeDialog(page)
  })

  await test.step('log out', async () => {
    await page.keyboard.press('ControlOrMeta+1')
    await expect(heading('Dashboard')).toBeVisible()
    await press(page, 'Log Out', 'Enter')
    await expect(goodNews(page, 'Session Deleted')).toBeVisible()
    await press(page, 'Back to login', 'Enter')
    await expect(field(page, 'Username')).toBeFocused()
  })
})

test('F1 and Ctrl+/ list every shortcut that the menu shows', async ({ launch }) => {
  const { app, page } = await launch()
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const open of [
    () => page.keyboard.press('F1'),
    () => page.keyboard.press('ControlOrMeta+/'),
    () => chooseMenu(app, page, 'command.shortcuts'),
  ]) {
    await open()
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }

  const inMenu = await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
    return items
      .filter(({ id, accelerator }) => /^(screen|command)\./.test(id) && accelerator)
      .map(({ accelerator, registerAccelerator }) => ({ keys: String(accelerator), registerAccelerator }))
  })
  expect(inMenu.length).toBeGreaterThan(5)
  expect(inMenu.filter(({ registerAccelerator }) => registerAccelerator)).toEqual([])
  await page.keyboard.press('F1')
  const isMac = process.platform === 'darwin'
  for (const { keys } of inMenu) {
    const shown = keys.replace('CmdOrCtrl', isMac ? '⌘' : 'Ctrl').split('+')
    const row = dialog.getByRole('row').filter({ has: page.getByText(shown.at(-1) ?? '', { exact: true }) })
    await expect(row, `the row of ${keys}`).toContainText(shown.join(''))
  }
})
