import { controls, expect, quit, test } from './company.ts'
import { ask, endings } from './data-folder.ts'
import { newWindow } from './desktop.ts'
import { beginRegistering, givePassword, isLocked, minutes, savePolicy } from './life.ts'
import { admin, badNews, employee, field, goodNews, loginToDashboard, logOut, openEmployee } from './people.ts'

/** How the session of a person at a desk lives: locked, warned of, gone on with, ended. */

test('a session is locked by its key, hides everything, and opens again as it was', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await beginRegistering(page)
  await page.keyboard.press('ControlOrMeta+l')
  await isLocked(page)
  await expect(goodNews(page, 'Session Locked')).toContainText('You locked this session')
  await expect(field(page, 'First name')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const code = await page.evaluate(async () => {
    const reply = await window.staffdesk.dashboard.read({})
    return reply.ok ? 'answered' : reply.error.code
  })
  expect(code).toBe('LOCKED')

  await givePassword(page, 'not the right password', 'Unlock')
  await expect(page.getByText('This is not your password').first()).toBeVisible()
  await givePassword(page, admin.password, 'Unlock')
  await expect(goodNews(page, 'Session Unlocked')).toBeVisible()
  await expect(field(page, 'First name')).toHaveValue('Katherine')
  await expect(field(page, 'First name')).toBeFocused()
  expect(endings(folder)).toEqual([null])
  expect(ask(folder, "SELECT count(*) FROM audit_entry WHERE action = 'session.unlocked'")).toEqual([1])
})

test('work of a session that ended is gone on with by its owner, and by nobody else', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await beginRegistering(page)
  await minutes(app, 60)
  await expect(badNews(page, 'Session Expired')).toBeVisible()
  await expect(field(page, 'First name')).toBeHidden()
  await givePassword(page, admin.password, 'Sign in again')
  await expect(goodNews(page, 'Session Created')).toBeVisible()
  await expect(field(page, 'First name')).toHaveValue('Katherine')

  await minutes(app, 60)
  await page.getByRole('button', { name: 'Somebody else' }).click()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await expect(page.getByText('Katherine')).toHaveCount(0)
})

test('the computer’s sleep locks every window and clears what was copied', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await newWindow(app, page)
  await loginToDashboard(other, employee.username, employee.password)
  await page.evaluate(() => window.staffdesk.application.copy({ text: 'E-0042', secret: false }))
  await controls(app, ({ power }) => power.tell('suspend'))
  await isLocked(page)
  await isLocked(other)
  expect(await controls(app, ({ desktop }) => desktop.clipboard.readText())).toBe('')
  await controls(app, ({ clock, power }) => {
    clock.jump(8 * 3_600_000)
    power.tell('resume')
  })
  await expect(badNews(page, 'Session Expired')).toBeVisible()
  await expect(badNews(other, 'Session Expired')).toBeVisible()
})

test('another person gets a window of their own; the locked one waits', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await page.getByRole('button', { name: 'Lock' }).click()
  await isLocked(page)
  const [other] = await Promise.all([
    app.waitForEvent('window'),
    page.getByRole('button', { name: 'Switch user' }).click(),
  ])
  await loginToDashboard(other, employee.username, employee.password)
  await givePassword(page, admin.password, 'Unlock')
  await expect(goodNews(page, 'Session Unlocked')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+l')
  await isLocked(page)
  await page.getByRole('button', { name: 'Log Out' }).click()
  await expect(goodNews(page, 'Session Deleted')).toBeVisible()
  expect(endings(folder)).toEqual(['signed_out', null])
})

test('five minutes after the password a sensitive act asks for it once more, and then goes on', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await minutes(app, 5.1)
  await openEmployee(page, 'Ada Lovelace')
  await page.getByRole('button', { name: 'Disable account' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm it is you' })
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Password', { exact: true }).fill(admin.password)
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Enable account' })).toBeVisible()
})

test('where there is no keychain a session cannot be kept', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  expect(await savePolicy(page, { whenClosed: 'keep' })).toBe('INVALID_INPUT')
})

for (const engine of ['cache', 'cached-database', 'file', 'signed', 'database'] as const) {
  test(`sessions live on the engine ${engine}`, async ({ launch, folder }) => {
    const { app, child, page } = await launch()
    await loginToDashboard(page, admin.username, admin.password)
    if (engine === 'database') await savePolicy(page, { engine: 'cache' })
    else await savePolicy(page, { engine })
    await expect(badNews(page, 'Session Ended')).toBeVisible()
    await loginToDashboard(page, admin.username, admin.password)
    if (engine === 'database') {
      await savePolicy(page, { engine })
      await expect(badNews(page, 'Session Ended')).toBeVisible()
      await loginToDashboard(page, admin.username, admin.password)
    }
    await beginRegistering(page)
    await page.keyboard.press('ControlOrMeta+l')
    await isLocked(page)
    await givePassword(page, admin.password, 'Unlock')
    await expect(goodNews(page, 'Session Unlocked')).toBeVisible()
    await controls(app, ({ desktop }) => void desktop.answers.unsavedWork.push('discard'))
    await quit({ app, child })

    const again = await launch()
    await loginToDashboard(again.page, admin.username, admin.password)
    await logOut(again.page)
    expect(endings(folder).at(-1)).toBe('signed_out')
  })
}
