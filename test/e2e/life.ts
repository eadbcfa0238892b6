import type { ElectronApplication, Page } from '@playwright/test'
import type { SessionPolicyValues } from '../../electron/contract/session-policy.ts'
import { expect } from './fixtures.ts'
import { field, toEmployees } from './people.ts'

/** What happens to a session at a desk: time that passes, passwords that are given, rules that change. */

export const minutes = (app: ElectronApplication, count: number): Promise<void> =>
  app.evaluate(
    (_electron, passed) => staffdeskTest.inOwnTurn(() => staffdeskTest.clock.advance(passed * 60_000)),
    count,
  )

export const isLocked = (page: Page) => expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()

export async function givePassword(page: Page, password: string, button: string): Promise<void> {
  await field(page, 'Password').fill(password)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Somebody who has begun to register an employee. */
export async function beginRegistering(page: Page): Promise<void> {
  await toEmployees(page)
  await page.getByRole('button', { name: 'Register employee' }).click()
  await field(page, 'First name').fill('Katherine')
}

/** Saves the rules for sessions with a change; answers why not, or null. */
export function savePolicy(page: Page, change: Partial<SessionPolicyValues>): Promise<string | null> {
  return page.evaluate(async (given) => {
    const read = await window.staffdesk.sessions.readPolicy({})
    if (!read.ok) return read.error.code
    const policy = { ...read.value.policy, ...given }
    const saved = await window.staffdesk.sessions.savePolicy({ policy })
    return saved.ok ? null : saved.error.code
  }, change)
}
