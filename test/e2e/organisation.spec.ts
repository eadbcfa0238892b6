import type { Locator, Page } from '@playwright/test'
import { expect, test } from './company.ts'
import { ask } from './data-folder.ts'
import {
  addDepartment,
  addPosition,
  admin,
  choose,
  employee,
  field,
  letSecondAdministratorIn,
  loginToDashboard,
  openEmployee,
  openScreen,
  toEmployees,
} from './people.ts'

const row = (page: Page, name: string | RegExp): Locator => page.getByRole('row', { name })
const dialog = (page: Page): Locator => page.getByRole('dialog')
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save', exact: true }).click()

test('departments stand in a tree that never becomes a circle', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await expect(page.getByText('No departments yet')).toBeVisible()
  await addDepartment(page, { name: 'Sales', code: 'S-1', head: 'Ada Lovelace' })
  await addDepartment(page, { name: 'Field', parent: 'Sales' })
  await addDepartment(page, { name: 'Stand', parent: 'Sales › Field' })
  await addDepartment(page, { name: 'Accounts' })
  await expect(page.getByText('4 departments')).toBeVisible()
  await expect(row(page, /^Sales/)).toHaveText(/Sales\s*S-1\s*Ada Lovelace\s*0/)
  const names = page.getByRole('row').locator('td:first-child > span:first-child')
  await expect(names).toHaveText(['Accounts', 'Sales', 'Field', 'Stand'])

  await row(page, /^Sales/)
    .getByRole('button', { name: 'Edit' })
    .click()
  await field(page, 'Name').fill('accounts')
  await save(page)
  await expect(field(page, 'Name')).toHaveAccessibleDescription(/There is a department Accounts/)
  await field(page, 'Name').fill('Sales')
  await dialog(page).getByRole('combobox', { name: 'Parent department' }).click()
  await expect(page.getByRole('option')).toHaveText(['Accounts'])
  await page.getByRole('option', { name: 'Accounts' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('2 departments move with it.')
  await save(page)
  await expect(page.getByText('Department saved')).toBeVisible()
  await expect(row(page, /^Stand/)).toContainText('part of Accounts › Sales › Field')
  expect(ask(folder, 'SELECT name FROM department WHERE parent_id IS NULL')).toEqual(['Accounts'])
})

test('a circle that two administrators make together is refused, with its path', async ({ launch }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  const other = await letSecondAdministratorIn(app, page)
  await openScreen(page, 'Departments')
  await addDepartment(page, { name: 'North' })
  await addDepartment(page, { name: 'South' })

  await row(page, /^North/)
    .getByRole('button', { name: 'Edit' })
    .click()
  await choose(page, 'Parent department', 'South')
  await openScreen(other, 'Departments')
  await row(other, /^South/)
    .getByRole('button', { name: 'Edit' })
    .click()
  await choose(other, 'Parent department', 'North')
  await save(other)
  await expect(other.getByText('Department saved')).toBeVisible()

  await save(page)
  const parent = dialog(page).getByRole('combobox', { name: 'Parent department' })
  await expect(parent).toHaveAccessibleDescription(/cannot stand below itself: North → South → North\./)
  await expect(parent).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(row(page, /^South/)).toContainText('part of North')
})

test('an employee is given department, position and manager, and what is used is not removed', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Departments')
  await addDepartment(page, { name: 'Sales' })
  await addDepartment(page, { name: 'Field', parent: 'Sales' })
  await openScreen(page, 'Positions')
  await expect(page.getByText('No positions yet')).toBeVisible()
  await addPosition(page, 'Sales representative')
  await addPosition(page, 'Buyer')

  await test.step('register', async () => {
    await toEmployees(page)
    await page.getByRole('button', { name: 'Register employee' }).click()
    await field(page, 'Employee number').fill('E-0100')
    await field(page, 'First name').fill('Zoë')
    await field(page, 'Last name').fill('Müller')
    await page.getByRole('button', { name: 'Next' }).click()
    await choose(page, 'Department', 'Sales › Field')
    await choose(page, 'Position', 'Sales representative')
    await choose(page, 'Manager', 'Ada Lovelace', 'lovel')
    await field(page, 'Hire date').fill(employee.hireDate)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Create an account').uncheck()
    await page.getByRole('button', { name: 'Next' }).click()
    for (const words of ['Sales › Field', 'Sales representative', 'Ada Lovelace']) {
      await expect(page.getByText(words)).toBeVisible()
    }
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
  })

  const combobox = (name: string) => page.getByRole('combobox', { name, exact: true })
  await test.step('see and change', async () => {
    await page.getByRole('button', { name: 'Open employee' }).click()
    await expect(combobox('Department')).toHaveValue('Sales › Field')
    await expect(combobox('Position')).toHaveValue('Sales representative')
    await expect(combobox('Manager')).toHaveValue('Ada Lovelace (E-0042)')
    await choose(page, 'Department', 'Sales')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Changes saved')).toBeVisible()
    await expect(combobox('Department')).toHaveValue('Sales')
  })

  await test.step('nobody reports to themselves', async () => {
    await openEmployee(page, 'Ada Lovelace')
    await choose(page, 'Manager', 'Zoë Müller', 'zoe')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(combobox('Manager')).toHaveAccessibleDescription(/Ada Lovelace → Zoë Müller → Ada Lovelace/)
    await page.getByRole('button', { name: 'Discard' }).click()
  })

  const remove = async (name: RegExp) => {
    await row(page, name).getByRole('button', { name: 'Remove' }).click()
    await dialog(page).getByRole('button', { name: 'Remove' }).click()
  }
  const refuse = async (name: RegExp, words: string) => {
    await remove(name)
    await expect(dialog(page)).toContainText(words)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  }
  await test.step('remove', async () => {
    await openScreen(page, 'Departments')
    await refuse(/^Sales/, '1 employee and 1 department belong to Sales.')
    await remove(/^Field/)
    await expect(page.getByText('Department removed')).toBeVisible()
    await expect(row(page, /^Field/)).toHaveCount(0)

    await openScreen(page, 'Positions')
    await refuse(/^Sales representative/, '1 employee is Sales representative.')
    await remove(/^Buyer/)
    await expect(page.getByText('Position removed')).toBeVisible()
  })
})
