import { expect, test } from './company.ts'
import { admin, field, loginToDashboard, openEmployee } from './people.ts'

test('an administrator reads who changed what from what to what, on the record and over all', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  await field(page, 'Middle name').fill('King')
  await field(page, 'Mobile phone').fill('+44 20 7946 0958')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Changes saved')).toBeVisible()
  const history = page.getByRole('table', { name: /What happened to this employee/ })
  await expect(history.getByRole('row', { name: /Employee changed/ })).toContainText('Middle nameKing')
  await expect(history.getByRole('row', { name: /Employee registered/ })).toBeVisible()

  await page.getByRole('link', { name: 'Audit log', exact: true }).click()
  const log = page.getByRole('table', { name: /What happened/ })
  await expect(log.getByRole('row', { name: /Employee changed/ })).toContainText('+44 20 7946 0958')
  await expect(log.getByRole('row', { name: /Signed in/ }).first()).toContainText(admin.username)
  await page.getByLabel('Part').selectOption('Company')
  await expect(log.getByRole('row', { name: /Company set up/ })).toBeVisible()
  await expect(log.getByRole('row', { name: /Employee changed/ })).toHaveCount(0)
  await field(page, 'From').fill('2001-01-01')
  await field(page, 'Until').fill('2001-01-02')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(log.getByRole('row', { name: /Employee changed/ })).toBeVisible()
})
