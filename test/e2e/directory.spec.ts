import type { Locator, Page } from '@playwright/test'
import { expect, test } from './company.ts'
import {
  addDepartment,
  admin,
  changePerson,
  choose,
  choosePassword,
  employee,
  field,
  fillRegistration,
  login,
  loginToDashboard,
  openEmployee,
  openScreen,
  zoe,
} from './people.ts'

const manager = {
  number: 'E-0200',
  firstName: 'Alan',
  lastName: 'Turing',
  email: 'alan@meridian.example',
  hireDate: '2025-03-01',
  username: 'alan',
  temporaryPassword: 'garden window velvet 12',
} as const

const managerPassword = 'bombe cottage number eight'

/** Three days ahead, in a leap year, which has every day. */
const birthday = `1992${new Date(Date.now() + 3 * 24 * 3_600_000).toISOString().slice(4, 10)}`

/** Goes on with Tab until the target has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const isFocused = () => target.evaluate((element) => element === document.activeElement)
  for (let stop = 0; stop < 40 && !(await isFocused()); stop += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

/** As an administrator: Alan leads Ada, who has private data, and Zoë stands beside them. */
async function arrange(page: Page): Promise<void> {
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await addDepartment(page, { name: 'Engines' })
  for (const person of [manager, zoe]) {
    await fillRegistration(page, person)
    if (person === manager) {
      await page.getByRole('button', { name: 'Change account' }).click()
      await field(page, 'Role').selectOption({ label: 'Manager' })
      await page.getByRole('button', { name: 'Next' }).click()
    }
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
  }
  await openEmployee(page, 'Ada Lovelace')
  await choose(page, 'Department', 'Engines')
  await choose(page, 'Manager', 'Alan Turing', 'alan')
  await field(page, 'Work phone').fill('+44 20 7946 0958')
  await field(page, 'Address').fill('12 St James’s Square')
  await field(page, 'Date of birth').fill(birthday)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Changes saved')).toBeVisible()
  await changePerson(page)
}

test('an employee finds everybody, a manager their line, both by keyboard and nothing more', async ({ launch }) => {
  const { page } = await launch()
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  await arrange(page)

  await test.step('an employee looks somebody up', async () => {
    await loginToDashboard(page, employee.username, employee.password)
    await page.keyboard.press('ControlOrMeta+8')
    await expect(heading('Directory')).toBeFocused()
    await expect(page.getByText('3 people')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.type('muller')
    await expect(page.getByText('1 of 3 people')).toBeVisible()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('e-0100')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.type('lovelace')
    await expect(page.getByText('1 of 3 people')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(heading('Ada Lovelace')).toBeVisible()
    await expect(page.getByText('+44 20 7946 0958')).toBeVisible()
    await expect(page.getByText('St James')).toHaveCount(0)
    await tabTo(page, page.getByRole('link', { name: 'Alan Turing' }))
    await page.keyboard.press('Enter')
    await expect(heading('Alan Turing')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Direct reports' })).toContainText('Ada Lovelace')
  })

  await test.step('reads their own details, and shows their birthday', async () => {
    await page.getByRole('link', { name: 'My details' }).press('Enter')
    await expect(heading('My details')).toBeVisible()
    await expect(page.getByText('12 St James’s Square')).toBeVisible()
    await expect(page.getByText(`ask ${admin.fullName}`)).toBeVisible()
    await page.getByRole('link', { name: 'Profile' }).press('Enter')
    await tabTo(page, page.getByRole('switch', { name: 'Show my birthday (day and month only)' }))
    await page.keyboard.press('Space')
    await page.keyboard.press('ControlOrMeta+8')
    await expect(page.getByRole('list', { name: /^Celebrations/ })).toContainText('Ada Lovelace')
    await expect(page.getByRole('list', { name: /^Celebrations/ })).not.toContainText('1992')
    await page.keyboard.press('ControlOrMeta+9')
    await expect(page.getByRole('alert').filter({ hasText: 'Not Allowed' })).toBeVisible()
    await changePerson(page)
  })

  await test.step('a manager sees the work of their line, and no more', async () => {
    await login(page, manager.username, manager.temporaryPassword)
    await choosePassword(page, managerPassword)
    await page.keyboard.press('ControlOrMeta+9')
    await expect(page.getByText('1 person')).toBeVisible()
    await expect(page.getByRole('link', { name: /^Zoë/ })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(heading('Ada Lovelace')).toBeVisible()
    await expect(page.getByText('E-0042')).toBeVisible()
    await expect(page.getByText('St James')).toHaveCount(0)
    await expect(page.getByText('1992')).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+2')
    await expect(page.getByRole('alert').filter({ hasText: 'Not Allowed' })).toBeVisible()
    const codes = await page.evaluate(async () => {
      const { employees, team, organisation, audit } = window.staffdesk
      const replies = await Promise.all([
        employees.list({ offset: 0, limit: 1 }),
        employees.read({ id: 1 }),
        organisation.listDepartments({}),
        audit.employee({ id: 1, offset: 0, limit: 1 }),
        team.read({ id: 1 }),
        team.read({ id: 3 }),
      ])
      return replies.map((reply) => (reply.ok ? 'answered' : reply.error.code))
    })
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'answered', 'NOT_FOUND'])
  })
})
