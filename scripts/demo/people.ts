import { expect } from '@playwright/test'
import { EMPLOYEES, known, leaderOf, nameOf, ownPassword } from './colleagues.ts'
import { company } from './company.ts'
import { heading, logOut, open, press, scrollTo, signIn } from './hands.ts'
import { letLeave } from './leaving.ts'
import { givePhotos } from './portraits.ts'
import type { Stage } from './stage.ts'

const leader = known(leaderOf('Sales'))

/** Some leave, many get a photo; then the company in figures. */
export async function lookAtFigures({ page, picture, told }: Stage): Promise<void> {
  await signIn(page, company.administrator.username, company.administrator.password)
  await told('Session Created')
  await letLeave(page)
  await givePhotos(page)
  await press(page, 'Dismiss')
  await open(page, 'Dashboard')
  await expect(page.getByText(`${EMPLOYEES} Employees registered`)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Registered lately' })).toBeVisible()
  await picture('dashboard-of-the-company')
  await scrollTo(page, 'Headcount by department')
  await picture('dashboard-charts')
  await scrollTo(page, 'Sign-ins of the last 14 days')
  await picture('dashboard-more-charts')
}

/** Who reports to whom, and everything else that is found by a few letters. */
export async function findTheWay({ page, picture }: Stage): Promise<void> {
  await open(page, 'Organisation chart')
  const top = page.getByRole('treeitem', { name: new RegExp(`^${nameOf(known(leaderOf('Management')))}`) })
  await top.focus()
  await page.keyboard.press('ArrowRight')
  const sales = page.getByRole('treeitem', { name: new RegExp(`^${nameOf(leader)}`) })
  await sales.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('treeitem').nth(6)).toBeVisible()
  for (let step = 0; step < 3; step += 1) await press(page, 'Zoom out')
  await picture('organisation-chart')
  await page.keyboard.press('ControlOrMeta+K')
  await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible()
  await picture('go-to')
  await page.keyboard.type('berg')
  await expect(page.getByRole('option').filter({ hasText: 'Berglund' }).first()).toBeVisible()
  await picture('go-to-somebody')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** What a manager sees: the directory, themselves and their team. */
export async function lookRoundAsManager({ page, picture, told }: Stage): Promise<void> {
  if (leader.account === null) throw new Error('the head of sales has no account')
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await signIn(page, leader.account.username, ownPassword(leader.number))
  await told('Session Created')
  await press(page, 'Dismiss')
  await expect(page.getByRole('table').first()).toBeVisible()
  await picture('dashboard-of-a-manager')
  await open(page, 'Directory')
  await expect(page.getByRole('list', { name: /^Celebrations/ })).toBeVisible()
  await picture('directory')
  await page.getByLabel('Search the directory').fill(known(leaderOf('Field sales')).lastName)
  await page
    .getByRole('link', { name: nameOf(known(leaderOf('Field sales'))) })
    .last()
    .click()
  await expect(page.getByRole('heading', { name: 'Direct reports' })).toBeVisible()
  await picture('person')
  await open(page, 'My details')
  await expect(page.getByText('To have something changed')).toBeVisible()
  await picture('my-details')
  await open(page, 'My team')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await picture('my-team')
  await page.getByRole('row').nth(1).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('My team')
  await picture('member-of-my-team')
  await open(page, 'Organisation chart')
  await expect(page.getByRole('button', { name: 'Show me' })).toBeVisible()
  await picture('organisation-chart-of-a-manager')
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await heading(page, 'Employee Login')
}
