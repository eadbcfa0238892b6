import type { Page } from '@playwright/test'
import { expect, test } from './company.ts'
import { addDepartment, admin, choose, field, loginToDashboard, openScreen, toEmployees } from './people.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const chip = (page: Page, name: string) => button(page, `Remove filter ${name}`)
const heading = (page: Page, column: string) => page.getByRole('columnheader', { name: column })
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const names = (page: Page) => page.locator('td[data-column="name"] a')
const total = (page: Page, words: string) => expect(page.getByRole('status').getByText(words, { exact: true }))

interface Colleague {
  readonly firstName: string
  readonly number: string
  readonly hireDate: string
  readonly departmentId: number
}

/** Registers people as the form would, for whom walking through it once more would show nothing new. */
async function register(page: Page, colleagues: readonly Colleague[]): Promise<void> {
  await page.evaluate(async (people) => {
    const { staffdesk } = window as unknown as {
      staffdesk: { employees: { register: (input: unknown) => Promise<{ ok: boolean }> } }
    }
    const texts = [
      'middleName',
      'lastName',
      'preferredName',
      'dateOfBirth',
      'workEmail',
      'workPhone',
      'mobilePhone',
      'personalEmail',
      'address',
      'emergencyContactName',
      'emergencyContactPhone',
      'emergencyContactRelation',
      'probationEndDate',
      'contractEndDate',
      'notes',
    ]
    for (const { number, ...person } of people) {
      const employee = {
        ...Object.fromEntries(texts.map((name) => [name, ''])),
        employeeNumber: number,
        positionId: null,
        managerId: null,
        employmentType: null,
        ...person,
      }
      const { ok } = await staffdesk.employees.register({ employee, account: null })
      if (!ok) throw new Error(`${number} was not registered`)
    }
  }, colleagues)
}

/** Signs in and fills two departments. */
async function begin(page: Page): Promise<void> {
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await addDepartment(page, { name: 'Sales' })
  await addDepartment(page, { name: 'Field', parent: 'Sales' })
  await register(page, [
    { firstName: 'Ben', number: 'E-1', hireDate: '2024-05-01', departmentId: 1 },
    { firstName: 'Cleo', number: 'E-2', hireDate: '2023-01-01', departmentId: 2 },
    { firstName: 'Dora', number: 'E-3', hireDate: '2025-09-01', departmentId: 2 },
  ])
}

test('a list is narrowed, ordered, laid out, named, left and found again', async ({ launch }) => {
  const { page } = await launch()
  await begin(page)
  await test.step('a number leads to those it counts', async () => {
    await page.getByRole('link', { name: '3 employees: Sales' }).click()
    await expect(chip(page, 'Department: Sales')).toBeVisible()
    await total(page, '3 of 4 employees').toBeVisible()
    await expect(names(page)).toHaveText(['Ben', 'Cleo', 'Dora'])
  })

  await test.step('filters', async () => {
    await button(page, 'Filters').click()
    const filters = page.getByRole('dialog', { name: 'Filters' })
    await expect(filters).toBeVisible()
    await field(page, 'Hire date from').fill('2024-01-01')
    await expect(filters.getByText('2 of 4 employees')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(filters).toHaveCount(0)
    await expect(names(page)).toHaveText(['Ben', 'Dora'])
    await chip(page, 'Department: Sales').focus()
    await page.keyboard.press('Enter')
    await expect(names(page)).toHaveText(['Ben', 'Dora', 'Ada Lovelace'])
    await expect(chip(page, 'Hire date: from Jan 1, 2024')).toBeFocused()
    await page.keyboard.press('Enter')
    await total(page, '4 employees').toBeVisible()
    await expect(button(page, 'Filters')).toBeFocused()
  })

  await test.step('order', async () => {
    await heading(page, 'Department').getByRole('button').click()
    await expect(names(page)).toHaveText(['Cleo', 'Dora', 'Ben', 'Ada Lovelace'])
    await heading(page, 'Hire date').getByRole('button').focus()
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await expect(heading(page, 'Hire date')).toHaveAttribute('aria-sort', 'descending')
    await expect(names(page)).toHaveText(['Dora', 'Cleo', 'Ben', 'Ada Lovelace'])
  })

  await test.step('columns', async () => {
    await button(page, 'Columns').click()
    await page.getByRole('checkbox', { name: 'Employment type' }).check()
    await page.getByRole('checkbox', { name: 'Position' }).uncheck()
    await page.keyboard.press('Escape')
    await expect(heading(page, 'Employment type')).toBeVisible()
    await expect(heading(page, 'Position')).toHaveCount(0)
    const edge = page.getByRole('separator', { name: 'Width of Name' })
    await edge.focus()
    await page.keyboard.press('Home')
    await expect(edge).toHaveAttribute('aria-valuenow', '64')
    const box = await edge.boundingBox()
    if (box === null) throw new Error('the edge is nowhere')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 150, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    await expect(edge).toHaveAttribute('aria-valuenow', '214')
  })

  await test.step('a view of its own', async () => {
    await page.getByLabel('Search employees').fill('e')
    await button(page, 'Views').click()
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
    await field(page, 'Name').fill('Newest first')
    await button(page, 'Save').click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await button(page, 'Views').click()
    await page.getByRole('menuitem', { name: 'All employees' }).click()
    await expect(heading(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
    await expect(page.getByLabel('Search employees')).toHaveValue('')
    await button(page, 'Views').click()
    await page.getByRole('menuitem', { name: 'Newest first' }).click()
    await expect(page.getByLabel('Search employees')).toHaveValue('e')
    await expect(heading(page, 'Hire date')).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('a record is opened, and the list is as it was', async () => {
    await page.getByLabel('Search employees').press('ArrowDown')
    await page.keyboard.press('End')
    const last = await names(page).last().textContent()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: last ?? '' })).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(names(page).last()).toBeFocused()
    await expect(page.getByLabel('Search employees')).toHaveValue('e')
    await expect(heading(page, 'Hire date')).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('the layout is kept with the person', async () => {
    await openScreen(page, 'My session')
    const layout = page.getByRole('row', { name: /employee_list/ })
    await expect(layout).toContainText('columns of the list of employees')
    await layout.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('Session Property Deleted').first()).toBeVisible()
    await toEmployees(page)
    await expect(heading(page, 'Position')).toBeVisible()
  })
})

test('employees are selected by mouse and by keyboard, and stay so when a record is opened', async ({ launch }) => {
  const { page } = await launch()
  await begin(page)
  const bar = page.getByRole('region', { name: 'Selection' })
  const selected = (count: string) => expect(bar.getByRole('status')).toHaveText(`${count} selected`)
  await toEmployees(page)
  await tick(page, 'Ben').click()
  await selected('1 employee')
  await tick(page, 'Dora').click({ modifiers: ['Shift'] })
  await selected('3 employees')
  await expect(tick(page, 'Cleo')).toBeChecked()

  await page.getByRole('link', { name: 'Cleo' }).focus()
  await page.keyboard.press('Space')
  await selected('2 employees')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Cleo' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await selected('2 employees')
  await expect(tick(page, 'Cleo')).not.toBeChecked()

  await bar.getByRole('button', { name: 'Select all 4 that match' }).click()
  await selected('4 employees')
  await tick(page, 'Ada Lovelace').click()
  await selected('3 employees')
  await page.getByRole('link', { name: 'Ben' }).focus()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)

  await button(page, 'Filters').click()
  await choose(page, 'Department', 'Sales › Field')
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await page.getByRole('checkbox', { name: 'Select all 2 that match' }).click()
  await selected('2 employees')
  await chip(page, 'Department: Field').click()
  await expect(bar).toHaveCount(0)
})
