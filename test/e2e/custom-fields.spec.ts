import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './company.ts'
import { answerDialog } from './desktop.ts'
import { admin, field, loginToDashboard, openEmployee, openScreen, toEmployees, zoe } from './people.ts'

test('an administrator adds fields; they are filled in, found, renamed, asked for, listed and deleted', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch()
  const dialog = page.getByRole('dialog')
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const save = async () => {
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }
  await loginToDashboard(page, admin.username, admin.password)
  await openScreen(page, 'Custom fields')

  await press('Add field')
  await field(page, 'Name').fill('Shirt size')
  await field(page, 'Kind').selectOption('Choice')
  for (const [index, choice] of ['Small', 'Large'].entries()) {
    await press('Add choice')
    await field(page, `Choice ${index + 1}`).fill(choice)
  }
  await save()
  await press('Add field')
  await field(page, 'Name').fill('Locker')
  await field(page, 'Kind').selectOption('Number')
  await save()

  await openEmployee(page, 'Ada Lovelace')
  await field(page, 'Shirt size').selectOption('Large')
  await field(page, 'Locker').fill('seven')
  await press('Save')
  await expect(page.getByText('Enter Locker as a number, such as 12 or 3.5.').first()).toBeVisible()
  await field(page, 'Locker').fill('0471,50')
  await press('Save')
  await expect(page.getByText('Changes saved').first()).toBeVisible()
  await expect(field(page, 'Locker')).toHaveValue('471.5')
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Shirt size')

  await openScreen(page, 'Custom fields')
  const size = page.getByRole('row', { name: /^Shirt size/ })
  await size.getByRole('button', { name: 'Edit' }).click()
  await press('Remove choice 2')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog.getByText(/^1 employee has the choice Large\./).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await press('Discard')
  await expect(dialog).toHaveCount(0)
  await size.getByRole('button', { name: 'Edit' }).click()
  await field(page, 'Choice 2').fill('Enormous')
  await field(page, 'Required').check()
  await save()

  await toEmployees(page)
  await field(page, 'Search employees').fill('enorm 471')
  await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()

  await press('Register employee')
  await field(page, 'Employee number').fill(zoe.number)
  await field(page, 'First name').fill(zoe.firstName)
  await press('Next')
  await field(page, 'Hire date').fill(zoe.hireDate)
  await press('Next')
  await expect(page.getByText('Choose Shirt size.').first()).toBeVisible()
  await field(page, 'Shirt size').selectOption('Small')
  await press('Next')
  await page.getByLabel('Create an account').uncheck()
  await press('Next')
  await press('Register')
  await expect(page.getByRole('heading', { name: 'Employee registered' })).toBeVisible()
  await press('Open employee')
  await expect(field(page, 'Shirt size')).toHaveValue('Small')

  const heading = (name: string) => page.getByRole('columnheader', { name })
  await test.step('they are columns of the list, of its order and of what is exported', async () => {
    await toEmployees(page)
    await field(page, 'Search employees').fill('')
    await press('Columns')
    await page.getByRole('checkbox', { name: 'Locker' }).check()
    await page.getByRole('checkbox', { name: 'Shirt size' }).check()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('row', { name: /Ada Lovelace/ })).toContainText('Enormous471.5')
    await heading('Shirt size').getByRole('button').click()
    await heading('Shirt size').getByRole('button').click()
    await expect(heading('Shirt size')).toHaveAttribute('aria-sort', 'descending')
    await expect(page.locator('td[data-column="name"] a')).toHaveText([zoe.firstName, 'Ada Lovelace'])

    const file = join(folder, 'Staff.csv')
    await press('Export…')
    await answerDialog(app, 'chooseFileToWrite', file)
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(page.getByText('2 employees exported')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    const [head, first, second] = readFileSync(file, 'utf8').split('\r\n')
    expect(head).toMatch(/,Hire date,Status,Shirt size,Locker$/)
    expect(first).toMatch(new RegExp(`,${zoe.firstName},.*,Small,$`))
    expect(second).toMatch(/,Ada,Lovelace,.*,Enormous,471\.5$/)
  })

  await openScreen(page, 'Custom fields')
  await size.getByRole('button', { name: 'Delete' }).click()
  await field(page, 'Name of the field').fill('Shirt size')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(size).toHaveCount(0)
  await expect(page.getByRole('row', { name: /^Locker/ })).toBeVisible()
  await toEmployees(page)
  await expect(heading('Locker')).toBeVisible()
  await expect(heading('Shirt size')).toHaveCount(0)
})
