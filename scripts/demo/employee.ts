import { expect } from '@playwright/test'
import { company, newcomer } from './company.ts'
import { heading, logOut, signIn } from './hands.ts'
import { stopCountdowns } from './sessions.ts'
import type { Stage } from './stage.ts'

/** Minutes without activity after which a session has ended. */
const IDLE = 61

export async function firstLogin({ page, picture, told }: Stage): Promise<void> {
  await signIn(page, newcomer.username, newcomer.temporaryPassword)
  await heading(page, 'Choose a new password')
  await page.getByLabel('New password', { exact: true }).fill(newcomer.password)
  await page.getByLabel('Confirm password', { exact: true }).fill(newcomer.password)
  await picture('choose-a-new-password')
  await page.getByRole('button', { name: 'Save password' }).click()
  await told('Session Created')
  await heading(page, 'Dashboard')
  await page.getByRole('region', { name: 'You in the company' }).waitFor()
  await picture('dashboard-of-an-employee')
}

/** Asks for a screen of the administrators, then signs in a second time in another window. */
export async function meetLimits({ picture, told, go, newWindow }: Stage): Promise<void> {
  await go('employees')
  await told('Not Allowed')
  await picture('not-allowed')
  const other = await newWindow()
  await signIn(other, newcomer.username, newcomer.password)
  await told('Session Created', other)
  await told('Session Ended')
  await picture('session-ended')
  await logOut(other)
  await told('Session Deleted', other)
  await other.close()
}

export async function comeBack({ page, picture, told, pass }: Stage): Promise<void> {
  await signIn(page, company.administrator.username, company.administrator.password)
  await told('Session Created')
  await pass(IDLE)
  await told('Session Expired')
  await picture('session-expired')
}

export async function forgetPassword({ page, picture, told }: Stage): Promise<void> {
  await page.getByText('Forgot your password?').click()
  await heading(page, 'Forgot your password?')
  await picture('forgot-password')
  await page.getByText('Back to login').click()
  await stopCountdowns(page)
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await signIn(page, newcomer.username, `a wrong password, number ${attempt}`)
    // The answer empties the field; the same message may still stand there from the attempt before.
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    await told(attempt < 5 ? 'Invalid Credentials' : 'Too Many Attempts')
  }
  await picture('too-many-attempts')
}
