import { expect, type Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/index.ts'
import { company } from './company.ts'

/** What people do on any screen, by the names that they see. */

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Username', { exact: true }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Login', exact: true }).click()
}

export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log Out' }).click()
  await heading(page, 'Logged out')
}

export async function heading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible()
}

/** Opens a screen by its link in the rail. */
export async function open(page: Page, screen: string): Promise<void> {
  await page.getByRole('link', { name: screen, exact: true }).click()
  await heading(page, screen)
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** Chooses what begins with `option` from a field that suggests. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.click()
  await box.fill(option)
  await page.getByRole('option', { name: option }).first().click()
}

/** Closes a dialog or a drawer that holds nothing unsaved. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Opens the page of an employee from the list. */
export async function openEmployee(page: Page, name: string): Promise<void> {
  await open(page, 'Employees')
  await page.getByLabel('Search employees').fill(name)
  await page.getByRole('link', { name, exact: true }).click()
  await heading(page, name)
}

/** Scrolls the screen until the part of this name begins it. */
export async function scrollTo(page: Page, part: string): Promise<void> {
  const found = page.getByRole('heading', { name: part, exact: true })
  await found.evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

/** The administrator's password once more, by the call that the dialog makes, for the sensitive acts that follow. */
export async function confirmPassword(page: Page): Promise<void> {
  const isConfirmed = await page.evaluate(async (password) => {
    const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
    return (await staffdesk.accounts.confirmPassword({ password })).ok
  }, company.administrator.password)
  if (!isConfirmed) throw new Error('the password was not confirmed')
}
