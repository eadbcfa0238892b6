import { controls, expect, kill, test } from './company.ts'
import { ask } from './data-folder.ts'
import { newWindow } from './desktop.ts'
import {
  admin,
  badNews,
  changePerson,
  choosePassword,
  disableAccount,
  employee,
  field,
  goodNews,
  login,
  loginToDashboard,
  logOut,
  openEmployee,
  resetPassword,
} from './people.ts'

const wrongPassword = 'not the right password at all'

test('a wrong password, an unknown name and a disabled account are answered with one text', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await disableAccount(page)
  await changePerson(page)

  const answers: string[] = []
  for (const [username, password] of [
    [admin.username, wrongPassword],
    ['nobody', wrongPassword],
    [employee.username, employee.password],
  ] as const) {
    await login(page, username, password)
    await expect(field(page, 'Password')).toHaveValue('')
    await expect(field(page, 'Password')).toBeFocused()
    answers.push(await badNews(page, 'Invalid Credentials').innerText())
  }
  expect(new Set(answers).size).toBe(1)
})

test('five failures make a name wait, told with a live countdown; a name that nobody has waits alike', async ({
  launch,
}) => {
  const { app, page } = await launch()
  const button = page.getByRole('button', { name: 'Login', exact: true })
  for (const username of [employee.username, 'nobody']) {
    for (let failure = 1; failure <= 5; failure += 1) {
      await login(page, username, `${wrongPassword} ${failure}`)
      await expect(field(page, 'Password')).toHaveValue('')
    }
    await login(page, username, employee.password)
    const told = badNews(page, 'Too Many Attempts')
    await expect(told).toContainText('You can try again in')
    await expect(button).toBeDisabled()
    const secondsLeft = async () => Number(/0:(\d\d)/.exec(await told.innerText())?.[1])
    const first = await secondsLeft()
    expect(first).toBeGreaterThan(0)
    await expect.poll(secondsLeft).toBeLessThan(first)
    await page.reload()
  }

  // A new page knows of no countdown; the main process still does.
  await login(page, 'nobody', employee.password)
  await expect(badNews(page, 'Too Many Attempts')).toBeVisible()
  await controls(app, ({ clock }) => clock.advance(30_000))
  await page.reload()
  await loginToDashboard(page, employee.username, employee.password)
})

test('failures still count after a kill', async ({ launch }) => {
  const first = await launch()
  for (let failure = 1; failure <= 5; failure += 1) {
    await login(first.page, employee.username, `${wrongPassword} ${failure}`)
    await expect(field(first.page, 'Password')).toHaveValue('')
  }
  await kill(first.child)
  const { page } = await launch()
  await login(page, employee.username, employee.password)
  await expect(badNews(page, 'Too Many Attempts')).toBeVisible()
})

test('"Forgot your password?" names the administrators and leads back', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: admin.fullName })).toBeVisible()
  await expect(page.getByText('Lovelace')).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
})

test('the recovery code resets the password once, ends the old sessions and is replaced', async ({
  launch,
  company,
}) => {
  const { app, page } = await launch()
  const newPassword = 'seven copper kettles sing'
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)

  async function recover(code: string, password: string): Promise<void> {
    await field(other, 'Recovery code').fill(code)
    await field(other, 'New password').fill(password)
    await field(other, 'Confirm password').fill(password)
    await other.getByRole('button', { name: 'Reset password' }).click()
  }

  await other.getByRole('link', { name: 'Forgot your password?' }).click()
  await recover('ABCD-EFGH-JKMN', newPassword)
  await expect(field(other, 'Recovery code')).toHaveAccessibleDescription(/does not open an account/)

  // Typed as people copy from paper: in small letters, with spaces.
  await recover(company.recoveryCode.toLowerCase().replaceAll('-', ' '), newPassword)
  await expect(other.getByRole('heading', { name: 'Save your recovery code' })).toBeVisible()
  const newCode = await other.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/).innerText()
  expect(newCode).not.toBe(company.recoveryCode)
  await expect(badNews(page, 'Session Ended')).toContainText('password was changed')
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await other.getByRole('button', { name: 'I have saved it' }).click()

  await login(other, admin.username, admin.password)
  await expect(badNews(other, 'Invalid Credentials')).toBeVisible()
  await loginToDashboard(other, admin.username, newPassword)
  await changePerson(other)

  await other.getByRole('link', { name: 'Forgot your password?' }).click()
  await recover(company.recoveryCode, 'another four words here')
  await expect(field(other, 'Recovery code')).toHaveAccessibleDescription(/does not open an account/)
  await recover(newCode, 'another four words here')
  await expect(other.getByRole('heading', { name: 'Save your recovery code' })).toBeVisible()
})

test('a temporary password opens nothing after 72 hours', async ({ launch }) => {
  const { app, page } = await launch()
  const temporary = 'first morning bridge 32'
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await resetPassword(page, temporary)
  await changePerson(page)

  await controls(app, ({ clock }) => clock.advance(72 * 3_600_000))
  await login(page, employee.username, temporary)
  await expect(badNews(page, 'Invalid Credentials')).toBeVisible()

  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await resetPassword(page, temporary)
  await changePerson(page)
  await controls(app, ({ clock }) => clock.advance(72 * 3_600_000 - 60_000))
  await login(page, employee.username, temporary)
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
})

test('until a new password is chosen, nothing else can be reached', async ({ launch, folder }) => {
  const { page } = await launch()
  const temporary = 'first morning bridge 32'
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await resetPassword(page, temporary)
  await changePerson(page)

  await login(page, employee.username, temporary)
  const heading = page.getByRole('heading', { name: 'Choose a new password' })
  await expect(heading).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+1')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(heading).toBeVisible()
  const codes = await page.evaluate(async () => {
    const replies = await Promise.all([
      window.staffdesk.dashboard.read({}),
      window.staffdesk.employees.list({ offset: 0, limit: 1 }),
    ])
    return replies.map((reply) => (reply.ok ? 'answered' : reply.error.code))
  })
  expect(codes).toEqual(['PASSWORD_CHANGE_REQUIRED', 'PASSWORD_CHANGE_REQUIRED'])

  await page.reload()
  await expect(heading).toBeVisible()
  await choosePasswordRefused(temporary, 'This is the temporary password')
  await choosePasswordRefused('aaaaaaaaaaaaaaaaaaaa', 'This password repeats one short piece')

  async function choosePasswordRefused(password: string, reason: string): Promise<void> {
    await field(page, 'New password').fill(password)
    await field(page, 'Confirm password').fill(password)
    await page.getByRole('button', { name: 'Save password' }).click()
    await expect(field(page, 'New password')).toHaveAccessibleDescription(new RegExp(reason))
    await expect(field(page, 'New password')).toBeFocused()
    await expect(heading).toBeVisible()
  }

  // It is used up by the new password, not by the login.
  await changePerson(page)
  await login(page, employee.username, temporary)
  await expect(heading).toBeVisible()
  await page.getByRole('button', { name: 'Suggest a passphrase' }).click()
  await expect(field(page, 'New password')).not.toHaveValue('')
  await choosePassword(page, 'a password of my very own')
  await expect(goodNews(page, 'Session Created')).toContainText('Password saved')
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await login(page, employee.username, temporary)
  await expect(badNews(page, 'Invalid Credentials')).toBeVisible()
  expect(ask(folder, "SELECT count(*) FROM audit_entry WHERE action = 'password.changed'")).toEqual([2])
})
